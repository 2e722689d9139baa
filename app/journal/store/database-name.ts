/** The name of the journal's database; its mark, its locks and its channels are named after it. */
export const DATABASE_NAME = 'reverie';
