import assert from 'node:assert/strict';
import { test } from 'node:test';
import { accented, changedPlural, turned } from '../../models/tools/words/accent';
import { pseudoModule, pseudoParts } from '../../models/tools/words/pseudo-locales';
import { sourceMessages } from '../../models/tools/words/source-catalogue';

test('no letter stays English, and a text becomes 40 % longer', () => {
  const text = 'The quick brown fox jumps over the lazy dog, and takes 12 photos.';
  const other = accented(text);
  assert.doesNotMatch(other, /[a-z]/i);
  assert.match(other, / 12 /);
  const letters = (words: string) => [...words].filter((letter) => /\p{L}/u.test(letter)).length;
  assert.equal(letters(other), Math.ceil(letters(text) * 1.4));
  assert.equal(letters(accented('hm')), 3);
});

test('words are turned around, numbers and signs are not', () => {
  assert.equal(turned('ab, 12 c’d'), '\u202eab\u202c, 12 \u202ec’d\u202c');
});

test('a plural keeps what it counts and gets a form for every category', () => {
  const upper = (text: string) => text.toUpperCase();
  assert.equal(
    changedPlural('{n, plural, =0 {none} one {one} other {{n} of {all}}}', upper),
    '{n, plural, zero {{n} OF {all}} one {ONE} two {{n} OF {all}} few {{n} OF {all}} many {{n} OF {all}} =0 {NONE} other {{n} OF {all}}}',
  );
});

test('a message stands in brackets, and keeps the places of what is put into it', () => {
  assert.deepEqual(pseudoParts(['', ' is'], 'ru-XA'), ['[', ' ííš]']);
});

test('a module has every message, as a template where something is put into it', () => {
  const { templates } = evaluated(pseudoModule('ru-XA'));
  const messages = sourceMessages();
  assert.deepEqual(Object.keys(templates).sort(), messages.map(({ id }) => id).sort());
  // Expressions with no more than a blank between them are one placeholder in a catalogue.
  const { id: blank } = messages.find(({ parts }) => parts.join('{}') === '{} {}')!;
  assert.deepEqual(templates[blank], { strings: ['[', ' ', ']'], values: [0, 1] });
  const { id } = messages.find(({ parts }) => parts.join('{}') === '{}, {}')!;
  assert.deepEqual(templates[id], { strings: ['[', ', ', ']'], values: [0, 1] });
});

/** What a module exports, with the tag of @lit/localize in its plain form. */
const evaluated = (module: string): { templates: Record<string, unknown> } =>
  new Function(
    'str',
    module
      .replace(/^import.*$/m, '')
      .replace('export const templates =', 'const templates =')
      .concat('return { templates };'),
  )((strings: readonly string[], ...values: unknown[]) => ({ strings: [...strings], values }));
