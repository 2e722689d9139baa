import { msg, str } from '@lit/localize';
import type { MixedExpression } from '../../domain/face/mixed-expression';
import { expressionLook } from './expression-words';
import { secondsAt } from './movement-words';

/** One careful line on the mixture that was surest; empty without one. It speaks of how the face looked, never of the feeling. */
export function mixedSentence(mixed: readonly MixedExpression[]): string {
  const [surest] = mixed.toSorted((a, b) => b.sure - a.sure);
  if (!surest) return '';
  const at = secondsAt(surest.apexMs);
  const [first, second] = surest.parts.map(expressionLook);
  const [more, less] = surest.shares.map((share) => Math.round(share * 10));
  return msg(
    str`Around ${at} your face may have looked two ways at once: ${first} and ${second}, about ${more} to ${less}. That’s hard to read, so take it lightly.`,
  );
}
