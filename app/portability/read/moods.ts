import type { Rating } from '../../domain/report/rating';
import type { FileRecord } from './file-record';

/** Five steps of how pleasant a mood is, best first, as Daylio has them; 1 the worst. */
export const MOOD_STEPS = [5, 4, 3, 2, 1] as const;
export type MoodStep = (typeof MOOD_STEPS)[number];

/** A mood as the file calls it, and the step it is taken for; null where it is to have no rating. */
export interface MoodWord {
  readonly word: string;
  readonly rows: number;
  readonly step: MoodStep | null;
}

/**
 * What moods are called in apps that have five, before a person renames them; Daylio's in several languages first. A word that
 * says another step in another language is left out.
 */
const STEP_WORDS: Readonly<Record<MoodStep, string>> = {
  5: 'rad|super|great|excellent|amazing|awesome|fantastic|wonderful|very good|very happy|very pleasant|génial|genial|excellent|excelente|fantastico|ottimo|geweldig|fantastisch|świetnie|супер|отлично|toppen|fantastiskt|harika|skvělá|最高|很棒|최고',
  4: 'good|happy|pleasant|content|gut|glücklich|bien|bueno|feliz|bom|bem|bene|buono|goed|blij|dobrze|dobra|хорошо|bra|god|iyi|良い|好|좋음',
  3: 'meh|ok|okay|neutral|average|normal|fine|so so|so-so|so lala|geht so|naja|mittel|bof|moyen|regular|más o menos|mais ou menos|così così|normale|mwah|gaat wel|tak sobie|так себе|нормально|sådär|idare eder|普通|一般|보통',
  2: 'bad|fugly|sad|unpleasant|poor|schlecht|traurig|mauvais|mal|malo|triste|ruim|male|cattivo|slecht|verdrietig|źle|плохо|dåligt|dårlig|kötü|悪い|不好|나쁨',
  1: 'awful|terrible|horrible|very bad|very sad|very unpleasant|worst|lausig|mies|furchtbar|schrecklich|affreux|horrible|horrible|horrível|péssimo|pessimo|malissimo|terribile|vreselijk|okropnie|ужасно|hemskt|forfærdelig|berbat|最悪|很糟|최악',
};

const KNOWN_STEPS: ReadonlyMap<string, MoodStep> = new Map(
  MOOD_STEPS.flatMap((step) => STEP_WORDS[step].split('|').map((word) => [word, step] as const)),
);

/** The step of a mood word that usually means one; null for another. */
export const usualStep = (word: string): MoodStep | null =>
  KNOWN_STEPS.get(word.normalize('NFC').toLowerCase().trim()) ?? null;

/** The mood words of a file, most frequent first. A word that is not a usual one has no step until the person gives it one. */
export function moodWords(
  records: Iterable<FileRecord>,
  isWord: (mood: string) => boolean = () => true,
  stepOf: (word: string) => MoodStep | null = usualStep,
): MoodWord[] {
  const counts = new Map<string, number>();
  for (const { mood = '' } of records) if (mood !== '' && isWord(mood)) counts.set(mood, (counts.get(mood) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a).map(([word, rows]) => ({ word, rows, step: stepOf(word) }));
}

/** The mood as a rating on five steps, -1..1 inside. */
export const moodRating = (step: MoodStep, instrument = 'daylio-mood'): Rating => ({
  value: (step - 3) / 2,
  raw: step,
  bounds: [1, 5],
  instrument,
  instrumentVersion: 1,
});
