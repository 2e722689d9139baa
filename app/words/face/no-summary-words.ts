import { msg, str } from '@lit/localize';
import { type FaceOutcome, type NoSummaryReason, USABLE_MS_NEEDED } from '../../domain/face/face-summary';

type NoSummary = Extract<FaceOutcome, { summary: null }>;

/** Why there is no face summary and, where that can be counted, how much was missing. The report counts all the same. */
export function noSummaryWords({ reason, usableMs }: Pick<NoSummary, 'reason' | 'usableMs'>): string {
  // Rounded down: "20 of the 20 seconds" would look like a mistake.
  const seconds = Math.floor(usableMs / 1000);
  const needed = USABLE_MS_NEEDED / 1000;
  const words: Record<NoSummaryReason, string> = {
    'no-camera': msg('The camera was off, so there is nothing about your face. Your own words are the record.'),
    'no-face': msg(
      str`No face could be read in this recall; a summary needs ${needed} readable seconds. Your own words are the record.`,
    ),
    'too-little-usable': msg(
      str`Your face was readable for ${seconds} of the ${needed} seconds a summary needs. Your own words are the record.`,
    ),
    'too-few-readings': msg(
      'This device read your face too seldom to catch an expression that lasts a second: that takes three readings a second. Your own words are the record.',
    ),
    'several-faces': msg(
      'More than one face was in view most of the time, so it is not certain that it was yours that was read. Your own words are the record.',
    ),
    withdrawn: msg('You switched the camera off, so what it had read was erased. Your own words are the record.'),
  };
  return words[reason];
}
