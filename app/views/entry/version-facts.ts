import { msg } from '@lit/localize';
import type { CheckInEntry, Entry } from '../../domain/entry/entry';
import { fullDay, timeOf } from '../../words/dates';
import { enumerated } from '../../words/lists';
import { cueValenceWord, directionWord, specificityWord, whenWord } from '../../words/memory/memory-words';
import { formatValence } from '../../words/numbers';
import { feltWord } from '../../words/report/feeling-words';
import { arousalWord, ofSeven, valenceWord } from '../../words/report/rating-words';
import { entryTitle } from '../history/entry-title';
import { moreOfMemory } from './more-facts';

/** One thing an entry says, in words; `own`: in the person's. */
export interface Fact {
  readonly name: string;
  readonly value: string;
  readonly own: boolean;
}

/**
 * Of each version what it is called, and whatever is not the same in all of them: two long entries that differ in a word are
 * not read twice to find it. `numbers`: ratings with theirs, because two of them may have the same word.
 */
export function differing(versions: readonly Entry[], numbers = false): readonly (readonly Fact[])[] {
  const all = versions.map((entry) => factsOf(entry, numbers));
  const differs = (at: number): boolean => new Set(all.map((facts) => facts[at]?.value)).size > 1;
  const shown = all.map((facts) => facts.filter((_, at) => at === 0 || differs(at)));
  return shown.some((facts) => facts.length > 1 || differs(0))
    ? shown
    : shown.map((facts) => [
        ...facts,
        fact(msg('Difference'), msg('only in what isn’t shown, such as the face readings')),
      ]);
}

function factsOf(entry: Entry, numbers: boolean): readonly Fact[] {
  const { note, feelings, valence, arousal, tags = [] } = entry.report;
  const rated = (value: number, word: string): string => (numbers ? `${word} (${formatValence(value)})` : word);
  const felt = enumerated(feelings.map(({ name, intensity }) => feltWord(name, intensity)));
  return [
    fact(msg('Title'), entryTitle(entry), true),
    fact(msg('Day and time'), `${fullDay(entry.startedAt)}, ${timeOf(entry.startedAt)}`),
    fact(msg('You wrote'), note || msg('nothing'), note !== ''),
    fact(msg('You felt'), felt || msg('nothing chosen')),
    fact(msg('Tags'), enumerated(tags.map(({ name }) => name)) || msg('none')),
    fact(msg('How it felt'), valence ? rated(valence.value, valenceWord(valence.value)) : msg('not rated')),
    fact(msg('Energy'), arousal ? rated(arousal.value, arousalWord(arousal.value)) : msg('not rated')),
    ...(entry.kind === 'recall' ? recallFacts(entry) : originFacts(entry)),
  ];
}

const originFacts = ({ origin }: CheckInEntry): readonly Fact[] => [
  fact(msg('Mood'), origin?.mood || msg('none')),
  fact(msg('Activities'), enumerated(origin?.activities ?? []) || msg('none')),
];

function recallFacts({ memory, faceDisputed, hasTrace }: Extract<Entry, { kind: 'recall' }>): readonly Fact[] {
  const none = msg('not answered');
  const answered = (value: number | null): string => (value === null ? none : ofSeven(value));
  return [
    fact(msg('Past or future'), directionWord(memory.direction)),
    fact(msg('What you expect'), memory.expectedValence ? cueValenceWord(memory.expectedValence) : none),
    fact(msg('When'), memory.when ? whenWord(memory.when) : none),
    fact(msg('Kind of memory'), memory.specificity ? specificityWord(memory.specificity) : none),
    fact(msg('Vividness'), answered(memory.vividness)),
    fact(msg('Part of who you are'), answered(memory.selfRelevance)),
    ...moreOfMemory(memory).map(([name, value]) => fact(name, value || none)),
    fact(msg('What your face showed'), faceDisputed ? msg('marked as misread') : msg('counted')),
    fact(msg('Face curve'), hasTrace ? msg('saved') : msg('not saved')),
  ];
}

const fact = (name: string, value: string, own = false): Fact => ({ name, value, own });
