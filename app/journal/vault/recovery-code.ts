import { Failure } from '../../domain/failure/failure';
import { type Bytes, utf8 } from './bytes';
import { randomBytes } from './crypto';

/** Crockford's base 32. It has no I, L, O and U, which are easily misread on paper. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const GROUP = 4;

/** 27 random symbols of 5 bits (135 bits), and one that checks them. */
export const RECOVERY_SYMBOLS = 28;

/** A new code as it is shown: seven groups of four, such as `7K2M-...`. */
export function newRecoveryCode(): string {
  const random = [...randomBytes(RECOVERY_SYMBOLS - 1)].map((byte) => byte & 31);
  const symbols = [...random, checkOf(random)].map((value) => ALPHABET[value]).join('');
  return symbols.replace(new RegExp(`(.{${GROUP}})(?!$)`, 'g'), '$1-');
}

/**
 * Reads a code as a person may type it: spaces, hyphens and small letters are fine, O is read as 0, I and L as 1.
 * `problem` is what is wrong with it before any key is tried, or null.
 */
export function readRecoveryCode(typed: string): {
  readonly symbols: string;
  readonly problem: 'length' | 'typo' | null;
} {
  const symbols = typed.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');
  const values = [...symbols].map((symbol) => ALPHABET.indexOf(symbol));
  if (values.includes(-1)) return { symbols, problem: 'typo' };
  if (values.length !== RECOVERY_SYMBOLS) return { symbols, problem: 'length' };
  return { symbols, problem: checkOf(values.slice(0, -1)) === values.at(-1) ? null : 'typo' };
}

/** The groups of four as they are shown, so that a person can be asked for one of them. */
export const recoveryGroups = (code: string): readonly string[] => code.split('-');

/** The secret bytes of a code: its symbols without the check, as text. Throws Failure `secret-wrong` if it is mistyped. */
export function recoverySecret(typed: string): Bytes {
  const { symbols, problem } = readRecoveryCode(typed);
  if (problem) throw new Failure('secret-wrong', `recovery code: ${problem}`);
  return utf8(symbols.slice(0, -1));
}

/**
 * The check symbol: the value at x of the polynomial over GF(32) (x^5 + x^2 + 1) whose coefficients are the symbols. Any single
 * wrong symbol, and any two swapped ones, change it.
 */
function checkOf(values: readonly number[]): number {
  return values.reduce((check, value) => timesX(check ^ value), 0);
}

const timesX = (value: number): number => ((value << 1) ^ (value & 16 ? 0b100101 : 0)) & 31;
