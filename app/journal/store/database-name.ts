/** The name of the journal's database. The names of its mark, its locks and its channels begin with it. */
export const DATABASE_NAME = 'reverie';
