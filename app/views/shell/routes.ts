import { msg } from '@lit/localize';
import { html, type TemplateResult } from 'lit';
import { nextTask } from '../../base/idle';
import { idAt } from '../../domain/entry/entry-address';
import type { Services } from '../../services/types';
// The one screen that is no chunk of its own: most visits begin with it, once the frame is drawn.
import '../today/today';

type Params = Readonly<Record<string, string | undefined>>;

/** A place of the app, by its address. */
export interface Route {
  readonly path: string;
  /** What the window is called there. See: [Note: Titles name the place] */
  readonly name: () => string;
  /** Fetches its screen, and what that cannot do without beside it. See: [Note: Capabilities] */
  readonly load: (services: Services) => Promise<unknown>;
  readonly render: (params: Params) => TemplateResult;
}

export const ROUTES: readonly Route[] = [
  {
    path: '/',
    name: () => msg('Today'),
    load: nextTask,
    render: () => html`<rv-today></rv-today>`,
  },
  {
    path: '/history',
    name: () => msg('History'),
    load: () => import('../history/history'),
    render: () => html`<rv-history></rv-history>`,
  },
  {
    path: '/entry/:id',
    name: () => msg('Entry'),
    load: () => import('../entry/entry'),
    render: ({ id }) => html`<rv-entry .entryId=${idAt(id ?? '')}></rv-entry>`,
  },
  {
    path: '/insights',
    name: () => msg('Insights'),
    load: ({ insights }) => Promise.all([import('../insights/insights'), insights()]),
    render: () => html`<rv-insights></rv-insights>`,
  },
  {
    path: '/insights/:period',
    name: () => msg('Looking back'),
    load: ({ reviews }) => Promise.all([import('../looking-back/looking-back'), reviews()]),
    render: ({ period }) => html`<rv-looking-back period=${period ?? ''}></rv-looking-back>`,
  },
  {
    path: '/settings',
    name: () => msg('Settings'),
    load: () => import('../settings/settings'),
    render: () => html`<rv-settings></rv-settings>`,
  },
  {
    path: '/import',
    name: () => msg('Import'),
    load: ({ imports }) => Promise.all([import('../import/import'), imports()]),
    render: () => html`<rv-import></rv-import>`,
  },
  {
    path: '/print',
    name: () => msg('Print'),
    load: ({ insights }) => Promise.all([import('../print/print'), insights()]),
    render: () => html`<rv-print></rv-print>`,
  },
  {
    path: '/restore',
    name: () => msg('Restore'),
    load: () => import('../restore/restore'),
    render: () => html`<rv-restore></rv-restore>`,
  },
  {
    path: '/recall',
    name: () => msg('Recall'),
    load: ({ recalls }) => Promise.all([import('../recall/recall'), recalls()]),
    render: () => html`<rv-recall></rv-recall>`,
  },
  {
    path: '/shared',
    name: () => msg('Shared'),
    load: ({ shares }) => Promise.all([import('../shared-cue/shared-cue'), shares()]),
    render: () => html`<rv-shared-cue></rv-shared-cue>`,
  },
  {
    path: '/check-in',
    name: () => msg('Check-in'),
    load: ({ checkIns }) => Promise.all([import('../check-in/check-in'), checkIns()]),
    render: () => html`<rv-check-in></rv-check-in>`,
  },
  {
    path: '/lock/:what/:passkey?',
    name: () => msg('Lock'),
    load: () => import('../lock/lock-setup'),
    render: ({ what, passkey }) => html`<rv-lock-setup what=${what ?? ''} passkey=${passkey ?? ''}></rv-lock-setup>`,
  },
];

/** Places of one's own journal alone: what is done there reaches beyond the database. */
const OWN: readonly string[] = ['/settings', '/import', '/restore', '/lock/:what/:passkey?'];

/** What stands at a place. In the sample, one page about the sample replaces all that is for one's own journal alone. */
export const placed = (route: Route, inSample: boolean): Pick<Route, 'load' | 'render'> =>
  inSample && OWN.includes(route.path)
    ? { load: () => import('../sample/about-sample'), render: () => html`<rv-about-sample></rv-about-sample>` }
    : route;
