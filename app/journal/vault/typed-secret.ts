import { readRecoveryCode } from './recovery-code';
import type { Secret, WrapKind } from './wraps';

/**
 * What typed text may be, in the order in which it is tried. `openedBy`: the kinds of secret that open what is locked.
 *
 * Text with the form and the check symbol of a recovery code is tried as one first, which costs nothing. But it may be a
 * passphrase all the same: of those with 28 letters and no U, one in 32 has a fitting check symbol, because blanks don't count.
 */
export function secretsOf(typed: string, openedBy: ReadonlySet<WrapKind>): readonly [Secret, ...Secret[]] {
  const code: Secret = { kind: 'recovery', code: typed };
  const passphrase: Secret = { kind: 'passphrase', text: typed };
  if (!openedBy.has('passphrase')) return [code];
  return openedBy.has('recovery') && readRecoveryCode(typed).problem === null ? [code, passphrase] : [passphrase];
}
