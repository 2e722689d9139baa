import { msg, str } from '@lit/localize';
import type { Expression } from '../../domain/face/expression';
import { topExpression } from '../../domain/face/expression';
import type { FaceOutcome, FaceSummary, FaceTurn } from '../../domain/face/face-summary';
import { expressionLook } from './expression-words';
import { noSummaryWords } from './no-summary-words';

/**
 * One sentence on what the face showed in a recall, or why nothing can be said. It speaks of the face and never of the
 * feeling: "your face looked", not "you were" (Barrett et al. 2019).
 */
export function faceSentence(outcome: FaceOutcome): string {
  return outcome.summary ? summarySentence(outcome.summary) : noSummaryWords(outcome);
}

/** From this mean share on an expression is said to have been there most of the time. */
const MOSTLY = 0.5;

function summarySentence(summary: FaceSummary): string {
  if (summary.turn) return turnSentence(summary.turn, summary.recallMs);
  const top = topExpression(summary.expression);
  if (summary.expression[top] < MOSTLY) return msg('Your face shifted between several expressions.');
  const briefly = strongestOther(summary, top);
  if (top === 'neutral') {
    return briefly
      ? msg(str`Your face stayed mostly neutral but looked ${expressionLook(briefly)} for a moment.`)
      : msg('Your face stayed neutral, as many people’s do while they remember.');
  }
  return msg(str`Your face looked mostly ${expressionLook(top)}.`);
}

function turnSentence(turn: FaceTurn, recallMs: number): string {
  const from = expressionLook(turn.from);
  const to = expressionLook(turn.to);
  const share = recallMs > 0 ? turn.atMs / recallMs : 0.5;
  if (share < 0.4) return msg(str`Your face went from ${from} to ${to} early on.`);
  if (share <= 0.6) return msg(str`Your face went from ${from} to ${to} about halfway through.`);
  return msg(str`Your face went from ${from} to ${to} towards the end.`);
}

/** The expression of the highest peak that is not `top`, if there was one. */
function strongestOther(summary: FaceSummary, top: Expression): Expression | null {
  const others = summary.peaks.filter((peak) => peak.expression !== top);
  const highest = others.reduce((best, peak) => (best && best.apexScore >= peak.apexScore ? best : peak), others[0]);
  return highest?.expression ?? null;
}
