import type { OriginSource } from '../../../domain/entry/origin';
import type { FileRecord } from '../file-record';
import type { MoodStep } from '../moods';
import type { Table } from '../table';

/**
 * A file that another app writes: how it is told by what is in it, never by its name, and what its fields are called here. One file
 * each, all of them in `formats.ts`.
 */
export interface Format {
  readonly id: string;
  readonly source: OriginSource;
  /** What its entries say they come from, in the app's own name; absent where their source says it. */
  readonly app?: string;
  /** What the app is called. */
  readonly name: () => string;
  /** Where in that app the file is found. */
  readonly how: () => string;
  /** What its columns or fields are, for the docs. */
  readonly fields: string;
  /** `asked` where the person decides what its numbers are on; null where that is fixed, or moods are words whatever they look like. */
  readonly scale: 'asked' | null;
  /** The step that a mood word is taken for at first; the usual one if this is absent. */
  readonly stepOf?: (word: string) => MoodStep | null;
  readonly table?: {
    readonly recognises: (columns: readonly string[]) => boolean;
    readonly records: (table: Table) => Iterable<FileRecord>;
    /** What has no place here, as the file calls it. */
    readonly unused: (table: Table) => readonly string[];
  };
  /** Of one JSON document; of an archive of several, each in turn. */
  readonly json?: {
    readonly recognises: (value: unknown) => boolean;
    /** @param first the number of its first record */
    readonly records: (value: unknown, first: number) => Iterable<FileRecord>;
  };
}

/** The words in a text, whatever of these parts them. */
export const partsOf = (text: string, separators: string | RegExp = /[,;|]/): string[] =>
  text
    .split(separators)
    .map((part) => part.trim())
    .filter((part) => part !== '');

/** Whether all of these are among the columns. */
export const hasAll = (columns: readonly string[], names: readonly string[]): boolean =>
  names.every((name) => columns.includes(name));
