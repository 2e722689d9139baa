import type { LocaleModule } from '@lit/localize';

/** A sentence as `str` takes it apart: its texts, and which expressions of the code stand between them. */
export type PartSentence = string | readonly [texts: readonly string[], expressions: readonly number[]];

/** Some sentences of a language, by their ids. */
export type PartWords = Readonly<Record<string, PartSentence>>;

/** What the first view says, and the addresses of what each screen says besides, by the name it is imported by. */
export interface FirstPart {
  readonly words: PartWords;
  readonly screens: Readonly<Record<string, readonly string[]>>;
}

async function fetchJson<T>(address: string): Promise<T> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response.json() as Promise<T>;
}

const templateOf = (sentence: PartSentence): LocaleModule['templates'][string] =>
  typeof sentence === 'string'
    ? sentence
    : {
        strTag: true,
        strings: sentence[0] as readonly string[] as TemplateStringsArray,
        values: sentence[1] as unknown[],
      };

/** What the page has of one language so far. See: [Note: Words by screen] */
export class Catalogue implements LocaleModule {
  readonly templates: LocaleModule['templates'] = {};
  readonly #screens: FirstPart['screens'];
  readonly #parts = new Map<string, Promise<void>>();

  constructor({ words, screens }: FirstPart) {
    this.#screens = screens;
    this.#add(words);
  }

  /** Fetches what this screen says and isn't here yet. Rejects if it cannot be fetched. */
  async have(screen: string): Promise<void> {
    await Promise.all((this.#screens[screen] ?? []).map((address) => this.#part(address)));
  }

  #part(address: string): Promise<void> {
    const known = this.#parts.get(address);
    if (known) return known;
    const coming = fetchJson<PartWords>(address).then((words) => this.#add(words));
    this.#parts.set(address, coming);
    // What could not be fetched is tried again the next time.
    coming.catch(() => this.#parts.delete(address));
    return coming;
  }

  #add(words: PartWords): void {
    for (const [id, sentence] of Object.entries(words)) this.templates[id] = templateOf(sentence);
  }
}

/**
 * A language by the address of its first part, with the words of all screens in `asked`. More screens may be asked for meanwhile.
 * Rejects if the words cannot be fetched.
 */
export async function openCatalogue(address: string, asked: ReadonlySet<string>): Promise<Catalogue> {
  const catalogue = new Catalogue(await fetchJson<FirstPart>(address));
  for (let had = -1; had < asked.size; ) {
    had = asked.size;
    await Promise.all(Array.from(asked, (screen) => catalogue.have(screen)));
  }
  return catalogue;
}
