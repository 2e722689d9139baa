import { readdirSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { readConfigFileAndWriteSchema } from '@lit/localize-tools/lib/config.js';
import type { Message, ProgramMessage } from '@lit/localize-tools/lib/messages.js';
import { RuntimeLitLocalizer } from '@lit/localize-tools/lib/modes/runtime.js';
import type { Locale } from '@lit/localize-tools/lib/types/locale.js';
import { parsePlural } from '../../../app/words/plural';
import { PROJECT } from '../build';
import { isPlural } from './accent';
import { LOCALES, SOURCE_CATALOGUE } from './source-catalogue';

/** Reading the code takes seconds, so it is read once. */
let read: Extracted | undefined;
type Extracted = ReturnType<RuntimeLitLocalizer['extractSourceMessages']>;

class Localizer extends RuntimeLitLocalizer {
  override extractSourceMessages(): Extracted {
    read ??= super.extractSourceMessages();
    return read;
  }
}

/** The tools of @lit/localize for `languages`, with their files in `folder`. The languages of lit-localize.json are the catalogues there are. */
export function localizer(languages: readonly string[], folder = LOCALES): Localizer {
  const config = readConfigFileAndWriteSchema(join(PROJECT, 'lit-localize.json'));
  return new Localizer({
    ...config,
    targetLocales: languages as Locale[],
    interchange: { format: 'xliff', xliffDir: folder },
    output: { mode: 'runtime', outputDir: folder },
  });
}

/** The languages that have a catalogue. */
export const translated = (folder = LOCALES): string[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.xlf') && file !== SOURCE_CATALOGUE)
    .map((file) => file.replace('.xlf', ''));

/** Every message of the code. Throws with all that is wrong where one cannot be read, such as two texts of one id. */
export function messagesOf(tools: RuntimeLitLocalizer): ProgramMessage[] {
  const { messages, errors } = tools.extractSourceMessages();
  if (errors.length > 0) throw new Error(errors.map(told).join('\n'));
  return messages;
}

const told = ({ file, start = 0, length = 0, messageText }: Diagnostic): string =>
  `${file?.fileName}: ${file?.text.slice(start, start + length)}: ${typeof messageText === 'string' ? messageText : messageText.messageText}`;

type Diagnostic = Extracted['errors'][number];

/** Writes the source catalogue, in the order of the code, and brings those of `languages` in line with it; a new one is begun. */
export async function extract(languages: readonly string[], folder = LOCALES): Promise<number> {
  const tools = localizer(['en', ...languages], folder);
  const { length } = messagesOf(tools);
  await rm(join(folder, SOURCE_CATALOGUE), { force: true });
  await tools.writeInterchangeFiles();
  return length;
}

/** What is wrong with the catalogue of `language`: messages without a translation, and translations that do not fit theirs. */
export function faultsOf(language: string, folder = LOCALES): string[] {
  const tools = localizer([language], folder);
  const messages = messagesOf(tools);
  const known = tools.readTranslationsSync().translations.get(language as unknown as Locale) ?? [];
  const there = new Set(known.map(({ name }) => name));
  const missing = messages.filter(({ name }) => !there.has(name)).map((message) => `missing: ${textOf(message)}`);
  const unlike = tools.validateTranslations().errors;
  const unread = known.map(textOf).filter((text) => isPlural(text) && !reads(text));
  return [...missing, ...unlike, ...unread.map((text) => `not a plural: ${text}`)];
}

export const textOf = ({ contents }: Message): string =>
  contents.map((part) => (typeof part === 'string' ? part : part.untranslatable)).join('');

function reads(text: string): boolean {
  try {
    return parsePlural(text).length > 0;
  } catch {
    return false;
  }
}
