import assert from 'node:assert/strict';
import { test } from 'node:test';
import { accented, changedPlural, turned } from '../../models/tools/words/accent';
import { pseudoContents } from '../../models/tools/words/pseudo-locales';

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

test('a message stands in brackets, and keeps what is put into it', () => {
  const placeholder = { untranslatable: '<b>', index: 0 };
  assert.deepEqual(pseudoContents([placeholder, ' is'], 'ru-XA'), ['[', placeholder, ' ííš', ']']);
});
