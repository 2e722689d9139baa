import { msg, str } from '@lit/localize';
import { expressionLook } from '../../words/face/expression-words';
import { movementLabel, secondsAt } from '../../words/face/movement-words';
import { seenSpan } from '../../words/face/seen-words';
import { enumerated } from '../../words/lists';
import { formatShare } from '../../words/numbers';
import { plural } from '../../words/plural';
import type { Evidence, LeftOut, Weighty } from './evidence';

/** What it comes to, in one sentence. */
export function evidenceSentence({ weighty }: Evidence): string {
  if (weighty.length === 0) return msg('No moment stood out: your face looked much the same all through.');
  const share = formatShare(weighty.reduce((sum, { part }) => sum + part, 0));
  return plural(
    msg(
      '{n, plural, one {One moment accounts for {share} of how pleasant or unpleasant your face looked.} other {{n} moments account for {share} of how pleasant or unpleasant your face looked.}}',
    ),
    { n: weighty.length, share },
  );
}

/** One of the moments that weighed most. */
export function weightyWords({ fromMs, toMs, part, expression, movements }: Weighty): string {
  const said = { from: secondsAt(fromMs), to: secondsAt(toMs), share: formatShare(part) };
  const look = expressionLook(expression);
  const names = [...new Set(movements.map(({ name }) => movementLabel(name)))];
  if (names.length === 0) return msg(str`${said.from} to ${said.to}, ${said.share}: your face looked ${look}.`);
  return msg(
    str`${said.from} to ${said.to}, ${said.share}: your face looked ${look}. What moved: ${enumerated(names)}.`,
  );
}

/** A stretch that has no part in it, and why. */
export function leftOutWords({ fromMs, toMs, why }: LeftOut): string {
  const [from, to] = [secondsAt(fromMs), secondsAt(toMs)];
  switch (why) {
    case 'unread':
      return msg(str`${from} to ${to}: no picture was read.`);
    case 'no-face':
      return msg(str`${from} to ${to}: no face was in view.`);
    case 'turned':
      return msg(str`${from} to ${to}: your head was turned away.`);
    case 'unsure':
      return msg(str`${from} to ${to}: your face was covered, or it may have been somebody else’s.`);
  }
}

/** What the person marked; empty without any. */
export const misreadWords = ({ misread }: Evidence): string =>
  misread.length === 0
    ? ''
    : msg(str`You marked as misread, so it isn’t counted: ${enumerated(misread.map(seenSpan))}.`);

/** How it is reckoned. */
export const reckonedWords = (isFused: boolean): string =>
  isFused
    ? msg(
        'How pleasant your face looked comes from single pictures, the name of an expression also from what moved. What you mark as misread is left out of what moved, not out of the pictures.',
      )
    : msg('All of it comes from single pictures. What moved is told beside it and isn’t counted in it.');
