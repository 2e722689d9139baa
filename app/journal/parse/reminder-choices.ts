import type { QuietHours } from '../../domain/reminders/minutes';
import type { ReminderChoices } from '../../domain/reminders/reminder-choices';
import { EPOCH_MS_RANGE } from './moment';
import { flag, listOf, nullable, number, object, type Reader, wholeNumber } from './reader';

const readMinute = wholeNumber(0, 1439);

export const readReminderChoices: Reader<ReminderChoices> = object<ReminderChoices>({
  times: listOf(readMinute),
  quiet: nullable(object<QuietHours>({ from: readMinute, to: readMinute })),
  notify: flag,
  asideUntilMs: nullable(number(...EPOCH_MS_RANGE)),
  streak: flag,
});
