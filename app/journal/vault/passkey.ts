import { Failure } from '../../domain/failure/failure';
import { type Bytes, utf8 } from './bytes';
import { randomBytes } from './crypto';
import type { Secret } from './wraps';

/**
 * The input of the authenticator's pseudo-random function (WebAuthn level 3, PRF extension). For the same passkey it always gives
 * the same 32 bytes, which nobody without the passkey can compute.
 */
const PRF_INPUT = utf8('reverie/journal/1');
const CHALLENGE_BYTES = 32;

/** Whether passkeys may unlock here. Only making one tells for certain. */
export async function passkeysMayWork(): Promise<boolean> {
  if (!('PublicKeyCredential' in globalThis)) return false;
  const capabilities = await PublicKeyCredential.getClientCapabilities?.().catch(() => null);
  return capabilities?.['extension:prf'] !== false;
}

/** Makes a passkey for this journal, with the browser's own dialog. Rejects with Failure `passkey-unusable`. */
export function newPasskey(): Promise<Secret> {
  return orUnusable(async () => {
    const credential = await navigator.credentials.create({
      publicKey: {
        rp: { name: 'Reverie' },
        user: { id: randomBytes(16), name: 'Reverie', displayName: 'Reverie' },
        // Nobody verifies a signature. Only the PRF's output is used.
        challenge: randomBytes(CHALLENGE_BYTES),
        pubKeyCredParams: [-7, -257].map((alg) => ({ type: 'public-key', alg })),
        authenticatorSelection: { residentKey: 'preferred', userVerification: 'required' },
        extensions: { prf: { eval: { first: PRF_INPUT } } },
      },
    });
    const made = credential as PublicKeyCredential | null;
    if (!made?.getClientExtensionResults().prf?.enabled) throw new Error('it has no PRF');
    // Some authenticators give no output while they make a passkey, only when asked afterwards.
    return secretOf(made) ?? (await askPasskey([new Uint8Array(made.rawId)]));
  });
}

/** Asks for one of these passkeys, with the browser's own dialog. Rejects with Failure `passkey-unusable`. */
export function askPasskey(credentials: readonly Bytes[]): Promise<Secret> {
  return orUnusable(async () => {
    const credential = await navigator.credentials.get({
      publicKey: {
        challenge: randomBytes(CHALLENGE_BYTES),
        allowCredentials: credentials.map((id) => ({ type: 'public-key', id })),
        userVerification: 'required',
        extensions: { prf: { eval: { first: PRF_INPUT } } },
      },
    });
    const secret = credential && secretOf(credential as PublicKeyCredential);
    if (!secret) throw new Error('it gave no secret');
    return secret;
  });
}

function secretOf(credential: PublicKeyCredential): Secret | null {
  const output = credential.getClientExtensionResults().prf?.results?.first;
  if (!(output instanceof ArrayBuffer)) return null;
  return { kind: 'passkey', credential: new Uint8Array(credential.rawId), output: new Uint8Array(output) };
}

async function orUnusable<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw new Failure('passkey-unusable', error instanceof Error ? error.message : String(error), { cause: error });
  }
}
