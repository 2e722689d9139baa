import { msg } from '@lit/localize';
import { type FaceOutcome, type NoSummaryReason, USABLE_MS_NEEDED } from '../../domain/face/face-summary';
import { plural } from '../plural';

type NoSummary = Extract<FaceOutcome, { summary: null }>;

/** Why there is no face summary and, where that can be counted, how much was missing. The report counts all the same. */
export function noSummaryWords({ reason, usableMs }: Pick<NoSummary, 'reason' | 'usableMs'>): string {
  // Rounded down: "20 of the 20 seconds" would look like a mistake.
  const counts = { seconds: Math.floor(usableMs / 1000), needed: USABLE_MS_NEEDED / 1000 };
  const words: Record<NoSummaryReason, string> = {
    'no-camera': msg('The camera was off, so there’s nothing about your face. What you say is what counts.'),
    'no-face': plural(
      msg(
        '{needed, plural, one {Your face couldn’t be read in this recall; a summary needs one readable second. What you say is what counts.} other {Your face couldn’t be read in this recall; a summary needs {needed} readable seconds. What you say is what counts.}}',
      ),
      counts,
    ),
    'too-little-usable': plural(
      msg(
        '{needed, plural, one {Your face was readable for {seconds} of the one second a summary needs. What you say is what counts.} other {Your face was readable for {seconds} of the {needed} seconds a summary needs. What you say is what counts.}}',
      ),
      counts,
    ),
    'too-few-readings': msg(
      'This device read your face too rarely to catch an expression that lasts a second: that takes three readings a second. What you say is what counts.',
    ),
    'several-faces': msg(
      'More than one face was in view most of the time, so the one that was read may not have been yours. What you say is what counts.',
    ),
    withdrawn: msg('What the camera had read was deleted, as you chose. What you say is what counts.'),
  };
  return words[reason];
}
