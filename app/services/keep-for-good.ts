import { askToKeep } from '../shell/ask-to-keep';
import type { Page } from './page';

/** Once something is worth keeping, the browser is asked to keep it; its answer is shown in Settings. Never rejects. */
export async function keepForGood({ journal, settings }: Pick<Page, 'journal' | 'settings'>): Promise<void> {
  const before = settings.now.persisted;
  if (before === true) return;
  const persisted = await askToKeep();
  if (persisted !== before) await journal.changeSettings({ persisted }).catch(() => undefined);
}
