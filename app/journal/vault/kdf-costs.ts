import type { Bytes } from './bytes';
import { randomBytes } from './crypto';

/** How the key-encryption key of a wrap is derived from its secret. */
export interface Kdf {
  /** `none`: the secret is itself the key (the device's own). `hkdf-sha256`: for secrets that nobody can guess. */
  readonly name: 'none' | 'argon2id' | 'pbkdf2-sha256' | 'hkdf-sha256';
  readonly params: Readonly<Record<string, number>>;
  readonly salt: Bytes;
}

const SALT_BYTES = 16;

/**
 * Costs for a new passphrase, and the least that is accepted: a record with less was tampered with. Argon2id takes three and a
 * half times OWASP's minimum of memory (19 MiB, t = 2), PBKDF2 takes OWASP's number of iterations
 * (cheatsheetseries.owasp.org, Password Storage).
 */
export const ARGON2ID_COSTS = { memoryKib: 65_536, passes: 3, lanes: 1 } as const;
export const PBKDF2_COSTS = { iterations: 600_000 } as const;

/**
 * The most that is accepted: a few times ours, so that a file from a stranger keeps a phone busy for seconds only. Memory times
 * passes is what Argon2id takes time for.
 */
export const MOST_COSTS = {
  memoryKib: 4 * ARGON2ID_COSTS.memoryKib,
  passes: 4 * ARGON2ID_COSTS.passes,
  lanes: 4,
  iterations: 5 * PBKDF2_COSTS.iterations,
} as const;
const MOST_WORK = 4 * ARGON2ID_COSTS.memoryKib * ARGON2ID_COSTS.passes;

export const hkdfKdf = (): Kdf => ({ name: 'hkdf-sha256', params: {}, salt: randomBytes(SALT_BYTES) });
export const argon2idKdf = (): Kdf => ({ name: 'argon2id', params: ARGON2ID_COSTS, salt: randomBytes(SALT_BYTES) });
export const pbkdf2Kdf = (): Kdf => ({ name: 'pbkdf2-sha256', params: PBKDF2_COSTS, salt: randomBytes(SALT_BYTES) });

/** Why these parameters are refused; null if they are sound. */
export function kdfProblem({ name, params, salt }: Kdf): string | null {
  if (name === 'none') return null;
  if (salt.length < SALT_BYTES) return 'its salt is too short';
  const floor: Readonly<Record<string, number>> =
    name === 'argon2id' ? ARGON2ID_COSTS : name === 'pbkdf2-sha256' ? PBKDF2_COSTS : {};
  for (const [cost, least] of Object.entries(floor)) {
    const found = params[cost];
    if (found === undefined || !Number.isInteger(found)) return `${cost} is missing`;
    if (found < least) return `${cost} is ${found}, weaker than ${least}`;
    const most = MOST_COSTS[cost as keyof typeof MOST_COSTS];
    if (found > most) return `${cost} is ${found}, more than ${most}`;
  }
  const work = (params.memoryKib ?? 0) * (params.passes ?? 0);
  return work > MOST_WORK ? `memory times passes is ${work}, more than ${MOST_WORK}` : null;
}

/** Whether a new wrap would be stronger today. Then the wrap is replaced at the next unlock. */
export const isOutdated = ({ name, params }: Kdf): boolean =>
  name === 'pbkdf2-sha256' ||
  (name === 'argon2id' &&
    (params.memoryKib ?? 0) * (params.passes ?? 0) < ARGON2ID_COSTS.memoryKib * ARGON2ID_COSTS.passes);
