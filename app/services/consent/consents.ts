import type { ConsentPart, Permits } from '../../domain/settings/consents';
import { withSaid } from '../../domain/settings/consents';
import { CONSENT_VERSION } from '../../recall/consent/consent';
import { withoutReadings } from '../../session/face/face-recording';
import type { Page } from '../page';

/** What the person agrees to, outside a recall. */
export interface ConsentDesk {
  /**
   * Writes down that they agree to something, or take it back. A recall under way hears of it by itself; what waits in a draft is
   * cleared of what may no longer be kept. Rejects with Failure where that could not be written.
   */
  say(part: ConsentPart, given: boolean): Promise<void>;
}

export const open = (page: Page): ConsentDesk => ({
  async say(part, given) {
    const { journal, clock } = page;
    // What isn't read can't be kept, and what is kept is read.
    const said: Partial<Permits> = part === 'face' && !given ? { face: false, readings: false } : { [part]: given };
    const about = { textVersion: CONSENT_VERSION, atMs: clock.epochMs() };
    await journal.changeSettings(({ consents }) => ({ consents: withSaid(consents, said, about) }));
    if (!given) await clearDraft(page);
  },
});

/** The draft of a killed tab. Sessions of this page clear their own. */
async function clearDraft({ journal, live }: Page): Promise<void> {
  const draft = await journal.draft('recall');
  if (!draft?.relived || live.recalls.of(draft.entryId)) return;
  const left = withoutReadings(draft);
  if (left !== draft) await journal.keepDraft({ ...draft, ...left });
}
