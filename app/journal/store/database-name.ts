/** The name of the journal's database. The names of its mark, its locks and its channels begin with it. */
export const DATABASE_NAME = 'reverie';

/** The same of the sample journal. See: [Note: The sample journal] */
export const SAMPLE_NAME = 'reverie-sample';
