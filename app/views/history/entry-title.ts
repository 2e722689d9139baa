import { msg } from '@lit/localize';
import type { Entry } from '../../domain/entry/entry';
import type { Feeling } from '../../domain/report/report';
import { noteTitle } from '../../words/entry/note-title';
import { capitalised } from '../../words/letters';
import { joined } from '../../words/lists';
import { feelingWord } from '../../words/report/feeling-words';

/** What an entry is called: the memory's title, or for a check-in what was felt. */
export const entryTitle = (entry: Entry): string =>
  entry.kind === 'recall'
    ? titleWords(entry.kind, entry.memory.title, entry.report.feelings)
    : titleWords(entry.kind, entry.report.note, entry.report.feelings);

/** The same of what an outline tells. */
export function titleWords(kind: Entry['kind'], title: string, feelings: readonly Feeling[]): string {
  if (kind === 'recall') return title || msg('Untitled memory');
  if (feelings.length === 0) return noteTitle(title) || msg('A check-in');
  const words = feelings.map(({ name }) => feelingWord(name));
  return capitalised(joined(words));
}

/** Mean facial valence of an entry, or null where there is none that counts. */
export const countedFacialValence = (entry: Entry): number | null =>
  entry.kind === 'recall' && !entry.faceDisputed ? (entry.face.summary?.facialValence ?? null) : null;
