import '../../../app/views/check-in/check-in';
import '../../../app/views/recall/recall';
import { FakeServices } from '../fake-services';
import { FakeSession } from '../fake-session';
import { provideServices } from '../provide-services';
import { SESSION_STATES, sessionState } from '../session-states';

/**
 * One screen of a recall over a session that goes nowhere: `/test/support/preview/session.html?state=review&theme=dark`
 * on the preview server; the names are those of `session-states.ts`, and `check-in`. Without a state it lists them.
 */
const query = new URLSearchParams(location.search);
const theme = query.get('theme');
if (theme) document.documentElement.dataset.theme = theme;
const name = query.get('state');

if (name === null) {
  for (const state of ['check-in', ...Object.keys(SESSION_STATES)]) {
    const link = document.createElement('a');
    link.href = `?state=${state}`;
    link.textContent = state;
    document.body.append(link, document.createElement('br'));
  }
} else {
  const services = new FakeServices();
  if (name !== 'check-in') services.session = new FakeSession(sessionState(name));
  const host = provideServices(services);
  host.append(document.createElement(name === 'check-in' ? 'rv-check-in' : 'rv-recall'));
  document.body.append(host);
}
