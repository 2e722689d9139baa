import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Page } from 'playwright-core';
import type { PseudoLocale } from '../../../models/tools/words/pseudo-locales';
import { shownFaults } from '../../support/shown-faults';
import { axeFindings, PHONE, settle } from '../app';
import type { AtScreen } from './recall-walk';

/** Names of apps, and an address, which are the same in every language. */
const NAMES = [
  'Daylio',
  'How We Feel',
  'Bearable',
  'iMoodJournal',
  'eMoods',
  'Pixels',
  'Day One',
  'Journey',
  'findahelpline.com',
];

const SMALL = { width: 360, height: 640 };

/** How a screen is looked at; axe, which is slow, sees the last of them alone: from left to right the tests of each screen have it. */
const LOOKS: readonly { language: PseudoLocale; rtl: boolean; size: typeof SMALL }[] = [
  { language: 'ru-XA', rtl: false, size: PHONE },
  { language: 'ru-XA', rtl: false, size: SMALL },
  { language: 'ar-XB-u-nu-arab', rtl: true, size: PHONE },
  { language: 'ar-XB-u-nu-arab', rtl: true, size: SMALL },
];

const speakIn = (page: Page, language: PseudoLocale): Promise<void> =>
  page.evaluate((code) => (globalThis as unknown as { speak(code: string): Promise<void> }).speak(code), language);

/** Looks for faults at each screen of a walk, in both pseudo-locales and both sizes, and goes on in the first of them. */
export class Looker {
  /** A line each, with the screen it was seen on. */
  readonly faults: string[] = [];
  /** What may be plain: names, and what the walk types. */
  readonly plain: string[];

  /** @param pictures a folder for a picture of each screen; none without it */
  constructor(
    private readonly page: Page,
    plain: readonly string[],
    private readonly pictures = process.env.PICTURES,
  ) {
    this.plain = ['Reverie', ...NAMES, ...plain];
  }

  readonly at: AtScreen = async (name) => {
    // tsx gives functions their names by a helper, which stays behind when one is sent into the page.
    await this.page.evaluate('globalThis.__name ??= (named) => named');
    for (const look of LOOKS) {
      const { language, rtl, size } = look;
      await speakIn(this.page, language);
      await this.page.setViewportSize(size);
      await settle(this.page);
      const found = await this.page.evaluate(shownFaults, { rtl, plain: this.plain });
      if (look === LOOKS.at(-1)) found.push(...(await axeFindings(this.page)));
      this.faults.push(...found.map((fault) => `${name}, ${language}, ${size.width}: ${fault}`));
      await this.picture(`${language}-${size.width}/${name}.png`);
    }
    await speakIn(this.page, 'ru-XA');
    await this.page.setViewportSize(PHONE);
  };

  private async picture(name: string): Promise<void> {
    if (!this.pictures) return;
    const path = `${this.pictures}/${name}`;
    await mkdir(dirname(path), { recursive: true });
    await this.page.screenshot({ path, fullPage: true });
  }
}
