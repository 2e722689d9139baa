import '../../../app/views/check-in/check-in';
import '../../../app/views/lock/lock';
import '../../../app/views/recall/recall';
import '../../../app/views/shell/app-shell';
import '../../../app/views/shell/journal-failure';
import { admitOwnScripts } from '../../../app/base/own-scripts';
import { Failure } from '../../../app/domain/failure/failure';
import type { Unlocker } from '../../../app/services/types';
import { FakeLock } from '../fake-lock';
import { FakeServices } from '../fake-services';
import { FakeSession } from '../fake-session';
import { provideServices } from '../provide-services';
import { sessionState } from '../session-states';
import { isSituation, PLACES } from './choices';
import { sampleServices } from './sample-services';

/** One view over services without a browser behind them, named by `?view=...&state=...&theme=...`: see `choices.ts`. */
admitOwnScripts();
const query = new URLSearchParams(location.search);
const state = query.get('state');
const theme = query.get('theme');
if (theme && theme !== 'system') document.documentElement.dataset.theme = theme;
document.body.append(await viewOf(query.get('view') ?? 'today'));

async function viewOf(name: string): Promise<HTMLElement> {
  if (name === 'locked') return locked();
  const path = PLACES[name];
  return path === undefined ? stepOfSession(name) : place(path);
}

/** A screen in the app's own frame, which reads the path. */
async function place(path: string): Promise<HTMLElement> {
  const situation = isSituation(state) ? state : 'usual';
  if (situation === 'closed') {
    const failure = new Failure('journal-newer', 'VersionError: the stored version is 3, this app knows 1');
    return Object.assign(document.createElement('rv-journal-failure'), { failure });
  }
  history.replaceState({}, '', path);
  return Object.assign(document.createElement('rv-app'), { services: await sampleServices(situation) });
}

/** The journal behind its passphrase, which none opens. */
function locked(): HTMLElement {
  const wrong = () => Promise.reject(new Failure('secret-wrong'));
  const lock: Unlocker = { state: new FakeLock().state, waitMs: () => 0, unlock: wrong, unlockByPasskey: wrong };
  return Object.assign(document.createElement('rv-lock'), { lock });
}

/** A check-in, or a recall over a session that goes nowhere. */
function stepOfSession(name: string): HTMLElement {
  const services = new FakeServices();
  if (name !== 'check-in') services.session = new FakeSession(sessionState(name));
  const host = provideServices(services);
  host.append(document.createElement(name === 'check-in' ? 'rv-check-in' : 'rv-recall'));
  return host;
}
