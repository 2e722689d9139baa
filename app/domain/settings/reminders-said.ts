import type { ReminderChoices } from '../reminders/reminder-choices';
import { type ConsentSaid, withSaid } from './consents';
import type { Settings } from './settings';

type Held = Pick<Settings, 'reminders' | 'consents'>;

/**
 * The reminders after a change, with what that says. A person agrees to be reminded with the first time they set, and takes it back
 * with the last one they remove: then no notification is allowed and nothing is put aside any more.
 */
export function remindersChanged(
  { reminders, consents }: Held,
  change: Partial<ReminderChoices>,
  about: Pick<ConsentSaid, 'textVersion' | 'atMs'>,
): Partial<Held> {
  const changed = { ...reminders, ...change };
  const isOn = areOn(changed);
  if (isOn === areOn(reminders)) return { reminders: changed };
  return {
    reminders: isOn ? changed : { ...changed, notify: false, asideUntilMs: null },
    consents: withSaid(consents, { reminders: isOn }, about),
  };
}

/** Whether the person is reminded at all. */
export const areOn = ({ times }: Pick<ReminderChoices, 'times'>): boolean => times.length > 0;
