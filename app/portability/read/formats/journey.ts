import { msg } from '@lit/localize';
import type { Rating } from '../../../domain/report/rating';
import type { FileRecord } from '../file-record';
import { plainText } from '../plain-text';
import type { Format } from './format';
import { fieldsIn, listIn, numberIn, textIn, textsIn } from './json-fields';

/** Journey's export: an archive with a document for each entry. */
export const JOURNEY: Format = {
  id: 'journey',
  source: 'table',
  app: 'Journey',
  name: () => 'Journey',
  how: () => msg('In Journey: Settings, Export, ZIP. Its text and tags come in; pictures stay there.'),
  fields: '`date_journal`, `timezone`, `text`, `sentiment`, `tags`',
  scale: null,
  json: {
    recognises: (value) => documentsIn(value).some((one) => 'date_journal' in fieldsIn(one)),
    records: (value, first) => documentsIn(value).map((one, at) => ({ row: first + at, ...recordOf(one) })),
  },
};

const documentsIn = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : listIn([value]));

function recordOf(value: unknown): Omit<FileRecord, 'row'> {
  const { date_journal, timezone, text, sentiment, tags } = fieldsIn(value);
  const instantMs = numberIn(date_journal);
  return {
    ...(instantMs === null ? { at: textIn(date_journal) } : { instantMs }),
    zone: textIn(timezone),
    rating: sentimentRating(numberIn(sentiment)),
    note: plainText(textIn(text)).trim(),
    activities: textsIn(tags),
  };
}

/**
 * How an entry felt, on a scale from 0 to 2 with 1 in the middle, where 0 says nothing. The app itself writes five steps of it:
 * .25, .75, 1, 1.25 and 1.75 (https://help.journey.cloud/en/article/zapier-api-docs-technical-1w3n4gy/). Its field `mood` is an
 * older one that nothing public explains, so it is left out.
 */
const sentimentRating = (raw: number | null): Rating | null =>
  raw === null || raw <= 0 || raw > 2
    ? null
    : { value: raw - 1, raw, bounds: [0, 2], instrument: 'journey-sentiment', instrumentVersion: 1 };
