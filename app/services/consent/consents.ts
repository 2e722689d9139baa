import { EVENING } from '../../domain/reminders/reminder-choices';
import { CONSENT_PARTS, type ConsentPart, neededBy, withSaid } from '../../domain/settings/consents';
import { remindersChanged } from '../../domain/settings/reminders-said';
import { TEXT_VERSIONS } from '../../recall/consent/consent';
import { withoutReadings } from '../../session/face/face-recording';
import * as outside from '../../shell/outside-reminders';
import type { Page } from '../page';

/** What the person agrees to, outside a recall. */
export interface ConsentDesk {
  /**
   * Writes down that they agree to something, or take it back. A recall under way hears of it by itself; what waits in a draft is
   * cleared of what may no longer be kept. Reminders that are taken back are gone from outside the app when this resolves. Rejects
   * with Failure where that could not be written.
   */
  say(part: ConsentPart, given: boolean): Promise<void>;
}

/** What of the browser it works with. */
type Outside = Pick<typeof outside, 'badge' | 'removeMark'>;

export const open = (page: Page, ports: Partial<Outside> = {}): ConsentDesk => ({
  async say(part, given) {
    if (part === 'reminders') return sayOfReminders(page, given, { ...outside, ...ports });
    const { journal, clock } = page;
    // What needs it goes with it.
    const without = given ? [] : CONSENT_PARTS.filter((other) => neededBy(other) === part);
    const said = Object.fromEntries([part, ...without].map((one) => [one, given]));
    const about = { textVersion: TEXT_VERSIONS[part], atMs: clock.epochMs() };
    await journal.changeSettings(({ consents }) => ({ consents: withSaid(consents, said, about) }));
    if (!given) await clearDraft(page);
  },
});

/** Agreed to here, they come in the evening unless the person has chosen other times. */
async function sayOfReminders({ journal, clock }: Page, given: boolean, { badge, removeMark }: Outside): Promise<void> {
  const about = { textVersion: TEXT_VERSIONS.reminders, atMs: clock.epochMs() };
  await journal.changeSettings((now) => {
    const chosen = now.reminders.times.length > 0 ? now.reminders.times : [EVENING];
    return remindersChanged(now, { times: given ? chosen : [] }, about);
  });
  if (given) return;
  badge(false);
  await removeMark();
}

/** The draft of a killed tab. Sessions of this page clear their own. */
async function clearDraft({ journal, live }: Page): Promise<void> {
  const draft = await journal.draft('recall');
  if (!draft?.relived || live.recalls.of(draft.entryId)) return;
  const left = withoutReadings(draft);
  if (left !== draft) await journal.keepDraft({ ...draft, ...left });
}
