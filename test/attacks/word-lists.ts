import { randoms } from '../support/randoms';

/** Plain nouns, as a person picks them for a passphrase. */
export const NOUNS: readonly string[] =
  `apple barn basket beach bell bench berry bird blanket boat bottle bread brick bridge brook broom button cabin candle canvas
  castle cellar chair cherry clock cloud coal coffee copper cotton crayon cricket dinner donkey door dragon drawer dream
  engine feather fence field forest garden glove gravel grape harbor hammer harvest hill honey island jacket kettle kitchen ladder
  lake lantern leaf lemon letter lion market meadow mirror morning mountain needle ocean orange oven paper pebble pencil pepper
  piano pillow planet pocket potato rabbit raven ribbon river road robin rocket saddle sailor salt sand shadow shelf silver
  sparrow spoon spring station stone story summer table tiger timber tower train tree tunnel umbrella valley velvet
  village violin wagon walnut water window winter wool yarn`.split(/\s+/);

const ONSETS = 'b c d f g h j k l m n p r s t v w z br cl dr fl gr pl st tr'.split(' ');
const VOWELS = 'a e i o u ai ea oo'.split(' ');

/** Words nobody knows: two or three syllables each, the same in each run. */
export function syllableWords(count: number): readonly string[] {
  const numbers = randoms(count * 7, 1, 7);
  const pick = (from: readonly string[], at: number): string => from[Math.floor(numbers[at]! * from.length)]!;
  return Array.from({ length: count }, (_, word) => {
    const at = word * 7;
    const syllables = numbers[at + 6]! < 0.5 ? 2 : 3;
    return Array.from({ length: syllables }, (_, n) => pick(ONSETS, at + 2 * n) + pick(VOWELS, at + 2 * n + 1)).join(
      '',
    );
  });
}

/** Passphrases of four or five of these words, the same for each `seed`. */
export function* passphrasesOf(words: readonly string[], count: number, seed: number): Generator<string, void> {
  const numbers = randoms(count * 6, 1, seed);
  for (let made = 0; made < count; made++) {
    const length = numbers[made * 6]! < 0.5 ? 4 : 5;
    const picked = Array.from({ length }, (_, n) => words[Math.floor(numbers[made * 6 + 1 + n]! * words.length)]!);
    yield picked.join(' ');
  }
}
