import { msg } from '@lit/localize';
import type { FileRecord } from '../file-record';
import type { Format } from './format';
import { fieldsIn, listIn, textIn, textsIn } from './json-fields';

/** Before these signs Day One sets a backslash, so that nothing takes them for Markdown. */
const ESCAPED = /\\([\\`*_{}[\]()#+\-.!~>|])/g;

/** Day One's JSON export, alone or in its archive. It has no ratings. */
export const DAY_ONE: Format = {
  id: 'day-one',
  source: 'table',
  app: 'Day One',
  name: () => 'Day One',
  how: () => msg('In Day One: Export, JSON. Its text and tags come in; pictures stay there.'),
  fields: '`entries` with `creationDate`, `timeZone`, `text`, `tags`',
  scale: null,
  json: {
    recognises: (value) => listIn(fieldsIn(value).entries).some((entry) => 'creationDate' in fieldsIn(entry)),
    records: (value, first) =>
      listIn(fieldsIn(value).entries).map((entry, at) => ({ row: first + at, ...recordOf(entry) })),
  },
};

function recordOf(value: unknown): Omit<FileRecord, 'row'> {
  const { creationDate, timeZone, text, tags } = fieldsIn(value);
  return {
    at: textIn(creationDate),
    zone: textIn(timeZone),
    note: textIn(text).replace(ESCAPED, '$1').trim(),
    activities: textsIn(tags),
  };
}
