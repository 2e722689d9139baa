import type { Page } from 'playwright-core';
import { faceClip } from '../../../models/tools/face-clip';
import { openApp } from '../../e2e/app';
import { controls, inEnglish } from '../../e2e/walks/say';
import { Person, type Took } from './person';
import { checkIn, recall, type Way } from './ways';

/** One stretch, what it took, and what it may take at most in seconds; null where nothing was promised. */
export interface Stretch extends Took {
  readonly name: string;
  readonly most: number | null;
}

/** What `--json` writes. */
export interface WalkBench {
  readonly date: string;
  readonly stretches: readonly Stretch[];
}

interface Planned {
  readonly name: string;
  readonly most: number | null;
  readonly way: Way;
  /** Whether Today is read on the way: somebody who means to check in goes straight to it. */
  readonly readsToday: boolean;
  /** The screens are read once more, as by somebody who doesn’t know them. */
  readonly isNew?: boolean;
}

/** In the order of a first day: who comes back has read a screen once, and reads what is new on it. */
const STRETCHES: readonly Planned[] = [
  { name: 'first open to first check-in', most: 40, way: checkIn, readsToday: true },
  { name: 'a check-in', most: 5, way: checkIn, readsToday: false },
  { name: 'the same, its screen read', most: null, way: checkIn, readsToday: false, isNew: true },
  { name: 'the first recall, all of it read', most: null, way: recall, readsToday: true },
  { name: 'a recall', most: 110, way: recall, readsToday: true },
];

/** How long the app takes somebody by its words and presses. `onLine` is given a line for each stretch. */
export async function benchWalk(onLine: (line: string) => void): Promise<WalkBench> {
  const app = await openApp({ clip: await faceClip() });
  try {
    const person = new Person(app.page);
    const stretches: Stretch[] = [];
    for (const { name, most, way, readsToday, isNew = false } of STRETCHES) {
      await atToday(app.page);
      if (isNew) person.forget();
      if (!readsToday) {
        await person.read();
        person.took();
      }
      await way(app.page, person);
      const stretch = { name, most, ...person.took() };
      stretches.push(stretch);
      onLine(lineOf(stretch));
      await controls(app.page, inEnglish).button('Done').click();
    }
    return { date: new Date().toISOString().slice(0, 10), stretches };
  } finally {
    await app.close();
  }
}

const atToday = (page: Page): Promise<void> => page.locator('rv-today h1').waitFor();

const row = (name: string, cells: readonly string[]): string =>
  `${name.padEnd(34)}${cells.map((cell) => cell.padStart(10)).join('')}`;

export const HEAD = row('', ['taps', 'words', 'sitting', 'seconds', 'at most', '']);

const lineOf = ({ name, taps, words, satMs, seconds, most }: Stretch): string =>
  row(name, [
    String(taps),
    String(words),
    `${satMs / 1_000} s`,
    seconds.toFixed(1),
    most === null ? '' : String(most),
    most === null ? '' : seconds <= most ? 'ok' : 'over',
  ]);
