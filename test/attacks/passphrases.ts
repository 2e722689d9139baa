import type { Page } from 'playwright-core';
import { Failure } from '../../app/domain/failure/failure';
import { isTooShort } from '../../app/domain/settings/passphrase';
import { passphraseBytes } from '../../app/journal/vault/kdf';
import { openFirst } from '../../app/journal/vault/open-first';
import { secretsOf } from '../../app/journal/vault/typed-secret';
import type { WrapKind } from '../../app/journal/vault/wraps';
import { openApp } from '../e2e/app';
import { lockWithPassphrase, unlockWith } from '../e2e/walks/lock-walk';
import type { Attack } from './attack';
import { NOUNS, passphrasesOf, syllableWords } from './word-lists';

/** How many passphrases of each list go through the pure part for one that goes through the screens. */
const PURE_PER_RUN = 50_000;
const RUNS = 20;
const count = (n: number): string => n.toLocaleString('en');
const KINDS: ReadonlySet<WrapKind> = new Set(['passphrase', 'recovery']);

/** Passphrases that have the form and the check symbol of a recovery code. */
export const LIKE_CODES = [
  'garden ladder castle lemon lemon',
  'tiger garden planet cherry tiger',
  'ladder cherry wagon velvet apple',
] as const;

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

/**
 * Sets up a passphrase and types it again, without the slow function: it opens if one of the secrets that are tried is the one
 * that was set. Resolves with whether another kind of secret was tried before it.
 */
async function lookedLikeCode(passphrase: string): Promise<boolean> {
  if (isTooShort(passphrase)) throw new Error('too short');
  const set = hex(passphraseBytes(passphrase));
  let tried = 0;
  return openFirst(secretsOf(passphrase, KINDS), async (secret) => {
    tried++;
    if (secret.kind !== 'passphrase' || hex(passphraseBytes(secret.text)) !== set) throw new Failure('secret-wrong');
    return tried > 1;
  });
}

/** Sets the passphrase, locks, unlocks with it, and removes the lock with it. */
export async function throughTheScreens(page: Page, passphrase: string): Promise<void> {
  await lockWithPassphrase(page, undefined, undefined, passphrase);
  await page.getByRole('button', { name: 'Lock now' }).click();
  await page.getByRole('heading', { name: 'Your journal is locked.' }).waitFor();
  await unlockWith(page, passphrase);
  await page.locator('rv-app').waitFor({ timeout: 30_000 });
  await page.getByRole('button', { name: 'Remove the lock' }).click();
  await page.getByRole('heading', { name: 'Remove the lock?' }).waitFor();
  await page.getByLabel('Passphrase or recovery code').fill(passphrase);
  await page.getByRole('button', { name: 'Remove the lock' }).click();
  await page
    .getByRole('heading', { name: 'Your journal opens without a passphrase now.' })
    .waitFor({ timeout: 60_000 });
  await page.getByRole('button', { name: 'Done' }).click();
}

export const passphrases: Attack = {
  name: 'passphrases',
  does: `sets a passphrase and types it again: in each run one through the screens, and ${count(2 * PURE_PER_RUN)} from two word lists through what is behind them (${count(2 * PURE_PER_RUN * RUNS)} in all)`,
  holds: 'each opens what it locked, also where it could be a recovery code',
  runs: RUNS,
  async run(runs, say) {
    const broken: string[] = [];
    let likeCodes = 0;
    const syllables = syllableWords(4_000);
    for (let run = 0; run < runs; run++) {
      for (const words of [NOUNS, syllables]) {
        for (const passphrase of passphrasesOf(words, PURE_PER_RUN, run + 1)) {
          try {
            if (await lookedLikeCode(passphrase)) likeCodes++;
          } catch (error) {
            broken.push(`${passphrase}: ${(error as Error).message}`);
          }
        }
      }
    }
    if (likeCodes === 0) broken.push('none of them could be a recovery code, so nothing was tried');
    const app = await openApp();
    try {
      const others = [...passphrasesOf(NOUNS, runs, 99)];
      for (const passphrase of [...LIKE_CODES, ...others].slice(0, runs)) {
        await throughTheScreens(app.page, passphrase).catch((error) => broken.push(`${passphrase}: ${error.message}`));
        say(`${passphrase}: through the screens`);
      }
    } finally {
      await app.close();
    }
    return {
      runs,
      broken,
      measured: [`${count(likeCodes)} of ${count(2 * PURE_PER_RUN * runs)} could be a recovery code`],
    };
  },
};
