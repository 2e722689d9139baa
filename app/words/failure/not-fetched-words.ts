import { msg } from '@lit/localize';

/** What is said where a part of the app could not be fetched: apart from the other failures, for it is said when nothing more can be. */
export const notFetchedWords = () => ({
  what: msg('This part of the app couldn’t be loaded.'),
  safe: msg('Your journal is on this phone and isn’t affected.'),
  next: msg('Connect to the internet and try again.'),
});
