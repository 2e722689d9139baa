/** The table behind a chart: its caption gives n and units. */
export interface TableData {
  readonly caption: string;
  readonly columns: readonly string[];
  readonly rows: readonly TableRow[];
}

export interface TableRow {
  /** One text per column; the first names the row. */
  readonly cells: readonly string[];
  /** The entry the row stands for, where it stands for one. */
  readonly entryId?: string;
}
