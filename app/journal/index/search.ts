import { nextTask } from '../../base/idle';
import { Stretch } from '../../base/stretch';
import type { Tag } from '../../domain/report/tags';
import type { EntryOutline, FeelingNamer } from '../journal';

/** Letters without capitals and accents, so that `uber` finds `Über`, and `strasse` `Straße`. */
const folded = (text: string): string =>
  // Most text is ASCII, and testing for that is much faster than taking letters apart.
  ASCII_ONLY.test(text)
    ? text.toLowerCase()
    : text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('ß', 'ss');

const ASCII_ONLY = /^[\0-\x7f]*$/;

/** The words of a search, each of which must be found. */
const searchWords = (text: string): readonly string[] => folded(text).split(/\s+/).filter(Boolean);

/** How many entries are looked at before the clock is: a millisecond's work. */
const AT_ONCE = 64;

/** What an entry says, folded, for as long as its outline lives. Feelings are not in it: their words change with the language. */
const texts = new WeakMap<EntryOutline, string>();

const tagText = (tags: string): string => (JSON.parse(tags) as readonly Tag[]).map(({ name }) => name).join('\n');

function textOf(outline: EntryOutline, note: string): string {
  const known =
    texts.get(outline) ?? folded(`${outline.title}\n${note}\n${outline.tags === null ? '' : tagText(outline.tags)}`);
  texts.set(outline, known);
  return known;
}

/** What is searched in. */
export interface Searched {
  readonly outlines: readonly EntryOutline[];
  /** By month, then by entry. */
  readonly notes: ReadonlyMap<string, ReadonlyMap<string, string>>;
  /** A feeling is found by its stored name and by what this calls it. */
  readonly nameFeeling: FeelingNamer;
}

/**
 * The outlines that hold every word of `text` in title, note or feelings; all of them if `text` has no word. The page goes on
 * answering meanwhile, however many entries there are. Rejects with the signal's reason.
 */
export async function searchEntries(
  text: string,
  { outlines, notes, nameFeeling }: Searched,
  signal?: AbortSignal,
): Promise<readonly EntryOutline[]> {
  const words = searchWords(text);
  if (words.length === 0) return outlines;
  const stretch = new Stretch();
  const named = new Map<string, string>();
  const wordFor = (feeling: string): string => {
    const known = named.get(feeling) ?? folded(`${feeling}\n${nameFeeling(feeling)}`);
    named.set(feeling, known);
    return known;
  };
  // With each letter after the first, what the entries say is known.
  const noteOf = outlines.every((outline) => texts.has(outline)) ? new Map() : await noteById(notes, stretch);
  const found: EntryOutline[] = [];
  for (const [at, outline] of outlines.entries()) {
    if (at % AT_ONCE === 0) await stretch.rest(signal);
    const said = textOf(outline, noteOf.get(outline.id) ?? '');
    const felt = outline.feelings.map(({ name }) => wordFor(name));
    if (words.every((word) => said.includes(word) || felt.some((feeling) => feeling.includes(word))))
      found.push(outline);
  }
  // What was found is drawn in a task of its own.
  await nextTask();
  signal?.throwIfAborted();
  return found;
}

async function noteById(notes: Searched['notes'], stretch: Stretch): Promise<ReadonlyMap<string, string>> {
  const noteOf = new Map<string, string>();
  for (const month of notes.values()) {
    await stretch.rest();
    for (const [id, note] of month) noteOf.set(id, note);
  }
  return noteOf;
}
