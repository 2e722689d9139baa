import { msg } from '@lit/localize';

/** Whose mark it is: the person's or the face's. */
export type MarkKind = 'you' | 'face';

/** The word that belongs to a mark. */
export const markWord = (kind: MarkKind): string =>
  kind === 'you' ? msg('you', { desc: 'label of the mark for what the person said' }) : msg('face');
