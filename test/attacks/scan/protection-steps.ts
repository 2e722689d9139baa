import type { Page } from 'playwright-core';
import { lockWithPassphrase, PASSPHRASE } from '../../e2e/walks/lock-walk';

const SECOND = 'another one entirely here';
/** None of before: who takes up an old passphrase again gives it to whoever knows it. */
const THIRD = 'neither of the two before';

/** An authenticator as a phone has it, with a pseudo-random function. */
const AUTHENTICATOR = {
  protocol: 'ctap2',
  ctap2Version: 'ctap2_1',
  transport: 'internal',
  hasResidentKey: true,
  hasUserVerification: true,
  hasPrf: true,
  automaticPresenceSimulation: true,
  isUserVerified: true,
} as const;

/** A way of changing what opens a journal, gone through the screens. */
export interface Step {
  readonly what: string;
  readonly page: (page: Page, before: Secrets) => Promise<Secrets>;
}

/** The secrets that open the journal, and those that did. */
export interface Secrets {
  readonly passphrase: string | null;
  readonly code: string | null;
  /** What the passkey's pseudo-random function gives. */
  readonly output: Buffer | null;
  /** Passphrases and recovery codes. */
  readonly old: readonly string[];
  readonly oldOutputs: readonly Buffer[];
}

export const NO_SECRETS: Secrets = { passphrase: null, code: null, output: null, old: [], oldOutputs: [] };

export const STEPS: readonly Step[] = [
  {
    what: 'set',
    page: async (page, before) => ({ ...before, passphrase: PASSPHRASE, code: await lockWithPassphrase(page) }),
  },
  {
    what: 'passphrase changed',
    page: async (page, before) => {
      const { passphrase, old } = before;
      await change(page, 'Change the passphrase', passphrase!);
      await page.getByLabel('Passphrase', { exact: true }).fill(SECOND);
      await page.getByRole('button', { name: 'Continue' }).click();
      await done(page, 'Your new passphrase works now.');
      return { ...before, passphrase: SECOND, old: [...old, passphrase!] };
    },
  },
  {
    what: 'new recovery code',
    page: async (page, before) => {
      const { passphrase, code, old } = before;
      await change(page, 'New recovery code', passphrase!);
      const next = await takeCode(page);
      await done(page, 'Your new recovery code works now.');
      return { ...before, code: next, old: [...old, code!] };
    },
  },
  {
    what: 'passkey added',
    page: async (page, before) => {
      const session = await page.context().newCDPSession(page);
      await session.send('WebAuthn.enable');
      await session.send('WebAuthn.addVirtualAuthenticator', { options: AUTHENTICATOR });
      await change(page, 'Add a passkey', before.passphrase!);
      await done(page, 'Your passkey works now too.');
      return { ...before, output: await passkeyOutput(page) };
    },
  },
  {
    what: 'passkey removed',
    page: async (page, before) => {
      await change(page, /^Remove the passkey from/, before.passphrase!);
      await done(page, 'The passkey no longer opens your journal.');
      return { ...before, output: null, oldOutputs: [...before.oldOutputs, before.output!] };
    },
  },
  {
    what: 'stays unlocked over a reload',
    page: async (page, secrets) => {
      await page.locator('label', { hasText: 'Stay unlocked' }).click();
      await page.getByText('the key waits in memory').waitFor();
      await page.waitForFunction(() => navigator.serviceWorker.controller);
      await page.reload();
      await page.locator('rv-settings-lock').waitFor();
      await page.locator('label', { hasText: 'Ask again' }).click();
      return secrets;
    },
  },
  {
    what: 'removed and set again',
    page: async (page, before) => {
      const { passphrase, code, old } = before;
      await page.getByRole('button', { name: 'Remove the lock' }).click();
      await page.getByLabel('Passphrase or recovery code').fill(passphrase!);
      await page.getByRole('button', { name: 'Remove the lock' }).click();
      await done(page, 'Your journal opens without a passphrase now.');
      const next = await lockWithPassphrase(page, undefined, undefined, THIRD);
      return { ...before, passphrase: THIRD, code: next, old: [...old, passphrase!, code!] };
    },
  },
];

async function change(page: Page, button: string | RegExp, secret: string): Promise<void> {
  await page.getByRole('button', { name: button }).click();
  await page.getByLabel('Passphrase or recovery code').fill(secret);
  await page.getByRole('button', { name: 'Continue' }).click();
}

async function takeCode(page: Page): Promise<string> {
  await page.getByRole('heading', { name: 'Write this down.' }).waitFor();
  const groups = await page.locator('.code li').allTextContents();
  await page.getByRole('button', { name: 'I’ve got it' }).click();
  await page.getByLabel('Type group 4 of your code').fill(groups[3]!);
  await page.getByRole('button', { name: 'Lock the journal' }).click();
  return groups.join('-');
}

async function done(page: Page, heading: string): Promise<void> {
  await page.getByRole('heading', { name: heading }).waitFor({ timeout: 120_000 });
  await page.getByRole('button', { name: 'Done' }).click();
  await page.locator('rv-settings-lock').waitFor();
}

/** What the passkey gives to whoever has it: the output of its pseudo-random function for the app's input. */
async function passkeyOutput(page: Page): Promise<Buffer> {
  const output = await page.evaluate(async () => {
    const credential = await navigator.credentials.get({
      publicKey: {
        challenge: new Uint8Array(32),
        extensions: { prf: { eval: { first: new TextEncoder().encode('reverie/journal/1') } } },
      },
    });
    const { prf } = (credential as PublicKeyCredential).getClientExtensionResults();
    return [...new Uint8Array(prf!.results!.first as ArrayBuffer)];
  });
  return Buffer.from(output);
}
