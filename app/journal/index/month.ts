import type { ColumnKind, Columns } from '../../variables/columns';
import { type EntryOutline, OUTLINE_VARIABLES, type OutlineVariables } from '../../variables/outline-variables';
import { fieldsOf, ParseProblem } from '../parse/reader';
import { KINDS } from './columns';

/** What is known of a month's entries without opening one. */
export interface Month {
  readonly outlines: Map<string, EntryOutline>;
  /** The entries that could not be read when the month was last made from them, and why. */
  readonly unreadable: Map<string, string>;
  /** By entry, what its records must be. See: [Note: Order and absence] */
  readonly seals: Map<string, string>;
}

export const emptyMonth = (): Month => ({ outlines: new Map(), unreadable: new Map(), seals: new Map() });

/** How many entries a month knows of. */
export const sizeOf = ({ outlines, unreadable }: Month): number => outlines.size + unreadable.size;

/** Raised if a variable comes to say something else under the name it has. See: [Note: Outline variables] */
const MONTH_VERSION = 6;
const NOTES_VERSION = 1;

type AnyOutline = Readonly<Record<string, unknown>>;

/** Columns by the keys of their variables. */
type AnyColumns = Readonly<Record<string, Columns[ColumnKind]>>;

/** These outlines by columns, in arrays that nobody else holds. */
export const columnsOf = (outlines: readonly EntryOutline[], variables: OutlineVariables): AnyColumns =>
  Object.fromEntries(
    Object.entries(variables).map(([key, { column }]) => {
      const values = (outlines as unknown as readonly AnyOutline[]).map((outline) => outline[key]);
      return [key, KINDS[column].columnOf(values as never[])];
    }),
  );

/** What is sealed of a month. */
export function packedMonth(
  { outlines, unreadable, seals }: Month,
  variables: OutlineVariables = OUTLINE_VARIABLES,
): Readonly<Record<string, unknown>> {
  const columns = columnsOf([...outlines.values()], variables);
  const sealed = [...outlines.keys(), ...unreadable.keys()].map((id) => seals.get(id));
  return { version: MONTH_VERSION, length: outlines.size, columns, unreadable: [...unreadable], seals: sealed };
}

/**
 * Reads what `packedMonth` gave. Only the shape is checked: the seal says that this app wrote it, and a month that cannot be read
 * is made from its entries. Throws ParseProblem, also if the month has other columns than these variables ask for.
 */
export function readMonth(value: unknown, variables: OutlineVariables = OUTLINE_VARIABLES): Month {
  const { version, length, columns, unreadable, seals } = fieldsOf(value);
  if (version !== MONTH_VERSION || !Number.isInteger(length)) throw new ParseProblem('the outlines of a month');
  const outlines = outlinesIn(fieldsOf(columns), length as number, variables);
  const month = {
    outlines: new Map(outlines.map((outline) => [outline.id, outline])),
    unreadable: new Map(unreadable as [string, string][]),
  };
  const ids = [...month.outlines.keys(), ...month.unreadable.keys()];
  return { ...month, seals: new Map(ids.map((id, at) => [id, (seals as string[])[at]!])) };
}

function outlinesIn(
  columns: Readonly<Record<string, unknown>>,
  length: number,
  variables: OutlineVariables,
): EntryOutline[] {
  const keys = Object.keys(variables);
  if (Object.keys(columns).join() !== keys.join()) throw new ParseProblem(`columns ${keys.join()}`);
  const cells = keys.map((key) => KINDS[variables[key]!.column].cellsOf(columns[key], length));
  return Array.from({ length }, (_, index) => {
    const outline: Record<string, unknown> = {};
    for (let at = 0; at < keys.length; at++) outline[keys[at]!] = cells[at]!(index);
    return outline as unknown as EntryOutline;
  });
}

/** What is sealed of a month's notes, by entry; an empty note is left out. */
export const packedNotes = (notes: ReadonlyMap<string, string>): unknown => ({
  version: NOTES_VERSION,
  notes: [...notes].filter(([, note]) => note !== ''),
});

/** Reads what `packedNotes` gave. Throws ParseProblem. */
export function readNotes(value: unknown): Map<string, string> {
  const { version, notes } = fieldsOf(value);
  if (version !== NOTES_VERSION || !Array.isArray(notes)) throw new ParseProblem('the notes of a month');
  return new Map(notes as [string, string][]);
}
