import { folded, type Hit, hitIn, searchWords } from '../../base/fold';
import { nextTask } from '../../base/idle';
import { Stretch } from '../../base/stretch';
import type { Tag } from '../../domain/report/tags';
import type { EntryOutline, FeelingNamer, Found } from '../journal';

/** How many entries are looked at before the clock is: a millisecond's work. */
const AT_ONCE = 64;

/** What an entry says, folded, for as long as its outline lives. Feelings are not in it: their words change with the language. */
const texts = new WeakMap<EntryOutline, string>();

const tagText = (tags: string | null): string =>
  tags === null ? '' : (JSON.parse(tags) as readonly Tag[]).map(({ name }) => name).join(', ');

/** What the row of an entry shows beside its title, line by line. */
const linesOf = ({ tags, brought }: EntryOutline, note: string): string =>
  `${note}\n${tagText(tags)}\n${brought ?? ''}`;

function textOf(outline: EntryOutline, note: string): string {
  const known = texts.get(outline) ?? folded(`${outline.title}\n${linesOf(outline, note)}`);
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
 * The outlines that hold every word of `text` in what an entry shows: title, note, feelings, tags, and what came with it from another
 * app; all of them if `text` has no word. The page goes on answering meanwhile, however many entries there are. Rejects with the
 * signal's reason. See: [Note: Folding]
 */
export async function searchEntries(
  text: string,
  { outlines, notes, nameFeeling }: Searched,
  signal?: AbortSignal,
): Promise<Found> {
  const words = searchWords(text);
  if (words.length === 0) return { outlines, hitIn: () => null };
  const stretch = new Stretch();
  const named = new Map<string, string>();
  const wordFor = (feeling: string): string => {
    const known = named.get(feeling) ?? folded(`${feeling}\n${nameFeeling(feeling)}`);
    named.set(feeling, known);
    return known;
  };
  const isFelt = ({ feelings }: EntryOutline, word: string): boolean =>
    feelings.some(({ name }) => wordFor(name).includes(word));
  // With each letter after the first, what the entries say is known.
  const noteOf = outlines.every((outline) => texts.has(outline)) ? new Map() : await noteById(notes, stretch);
  const found: EntryOutline[] = [];
  for (const [at, outline] of outlines.entries()) {
    if (at % AT_ONCE === 0) await stretch.rest(signal);
    const said = textOf(outline, noteOf.get(outline.id) ?? '');
    if (words.every((word) => said.includes(word) || isFelt(outline, word))) found.push(outline);
  }
  // What was found is drawn in a task of its own.
  await nextTask();
  signal?.throwIfAborted();
  const hit = (outline: EntryOutline): Hit | null => {
    const title = folded(outline.title);
    const word = words.find((one) => !title.includes(one) && !isFelt(outline, one));
    return word === undefined ? null : hitIn(linesOf(outline, noteIn(notes, outline.id)), word);
  };
  return { outlines: found, hitIn: hit };
}

function noteIn(notes: Searched['notes'], id: string): string {
  for (const month of notes.values()) {
    const note = month.get(id);
    if (note !== undefined) return note;
  }
  return '';
}

async function noteById(notes: Searched['notes'], stretch: Stretch): Promise<ReadonlyMap<string, string>> {
  const noteOf = new Map<string, string>();
  for (const month of notes.values()) {
    await stretch.rest();
    for (const [id, note] of month) noteOf.set(id, note);
  }
  return noteOf;
}
