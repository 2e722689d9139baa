import { SESSION_STATES } from '../session-states';

/** Screens of the app by name, and the path at which its frame shows them. */
export const PLACES: Readonly<Record<string, string>> = {
  today: '/',
  history: '/history',
  entry: '/entry/entry-0',
  insights: '/insights',
  settings: '/settings',
  import: '/import',
  print: '/print',
  restore: '/restore',
  'set-a-passphrase': '/lock/new',
};

/** What the journal, the device or the browser can be like around a screen; `usual` is a journal of some weeks. */
export const SITUATIONS = [
  'usual',
  'first',
  'few',
  'draft',
  'update',
  'updated-model',
  'install',
  'ios',
  'offline',
  'unreadable',
  'failed',
  'device',
  'closed',
] as const;
export type Situation = (typeof SITUATIONS)[number];

export const isSituation = (name: string | null): name is Situation => SITUATIONS.some((one) => one === name);

/** Everything that can be asked for, by the name of its part of the address, the usual choice first. */
export const CHOICES: Readonly<Record<string, readonly string[]>> = {
  view: [...Object.keys(PLACES), 'locked', 'check-in', ...Object.keys(SESSION_STATES)],
  state: SITUATIONS,
  theme: ['system', 'light', 'dark'],
  size: ['390x844', '360x640', '844x390', '1280x800'],
};
