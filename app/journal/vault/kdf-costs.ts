import type { Bytes } from './bytes';
import { randomBytes } from './crypto';

/** How a wrap's key-encryption key comes from its secret. */
export interface Kdf {
  /** `none`: the secret is the key (the device's own). `hkdf-sha256`: for secrets nobody can guess. */
  readonly name: 'none' | 'argon2id' | 'pbkdf2-sha256' | 'hkdf-sha256';
  readonly params: Readonly<Record<string, number>>;
  readonly salt: Bytes;
}

const SALT_BYTES = 16;

/**
 * Costs of a new passphrase, and the least that is ever accepted: a record that asks for less was tampered with. Three and a
 * half times the memory OWASP asks for at least (19 MiB, t = 2); PBKDF2 as it asks for
 * (cheatsheetseries.owasp.org, Password Storage).
 */
export const ARGON2ID_COSTS = { memoryKib: 65_536, passes: 3, lanes: 1 } as const;
export const PBKDF2_COSTS = { iterations: 600_000 } as const;

/** The most that is accepted: a record that asks for more would hang the phone. */
const MOST = { memoryKib: 1_048_576, passes: 64, lanes: 16, iterations: 20_000_000 } as const;

export const hkdfKdf = (): Kdf => ({ name: 'hkdf-sha256', params: {}, salt: randomBytes(SALT_BYTES) });
export const argon2idKdf = (): Kdf => ({ name: 'argon2id', params: ARGON2ID_COSTS, salt: randomBytes(SALT_BYTES) });
export const pbkdf2Kdf = (): Kdf => ({ name: 'pbkdf2-sha256', params: PBKDF2_COSTS, salt: randomBytes(SALT_BYTES) });

/** Why these parameters are not used, or null where they are sound. */
export function kdfProblem({ name, params, salt }: Kdf): string | null {
  if (name === 'none') return null;
  if (salt.length < SALT_BYTES) return 'its salt is too short';
  const floor: Readonly<Record<string, number>> =
    name === 'argon2id' ? ARGON2ID_COSTS : name === 'pbkdf2-sha256' ? PBKDF2_COSTS : {};
  for (const [cost, least] of Object.entries(floor)) {
    const found = params[cost];
    if (found === undefined || !Number.isInteger(found)) return `${cost} is missing`;
    if (found < least) return `${cost} is ${found}, weaker than ${least}`;
    if (found > MOST[cost as keyof typeof MOST]) return `${cost} is ${found}, more than any phone has`;
  }
  return null;
}

/** Whether a new wrap of this kind would be made otherwise today: it is then made anew when its secret is next given. */
export const isOutdated = ({ name, params }: Kdf): boolean =>
  name === 'pbkdf2-sha256' ||
  (name === 'argon2id' &&
    (params.memoryKib ?? 0) * (params.passes ?? 0) < ARGON2ID_COSTS.memoryKib * ARGON2ID_COSTS.passes);
