import { msg } from '@lit/localize';

/** What a notification says: nothing that others should not read on a locked screen. */
export const notificationWords = (): { readonly title: string; readonly body: string } => ({
  title: msg('A minute for yourself?'),
  body: msg('You asked to be reminded around now.'),
});

/** What the calendar calls the times. */
export const calendarWords = (): { readonly title: string; readonly note: string } => ({
  title: msg('A minute with Reverie'),
  note: msg('Say how you are, or step back into a moment of your own.'),
});
