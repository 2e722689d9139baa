import type { MORE_ICONS } from './more-icon-paths';

/** Our own line drawings on a 24 x 24 grid, stroked 1.6 wide with round ends; a subpath that should be filled is closed and tiny. */
export const ICONS = {
  today: 'M3 17h18M6 21h12M7.5 17a4.5 4.5 0 0 1 9 0M12 8V5M5.6 10.6l-1.8-1.8M18.4 10.6l1.8-1.8',
  history: 'M5 5.5h14M5 12h14M5 18.5h8M17.5 18.5h1.5',
  insights: 'M3 14c2.5 0 2.5-7 5-7s3 11 6 11 3-8 7-8',
  settings:
    'M4 8h9M19 8h1M4 16h1M11 16h9M16 5.5a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5M8 13.5a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5',
  back: 'M14.5 5l-7 7 7 7',
  forward: 'M9.5 5l7 7-7 7',
  close: 'M6 6l12 12M18 6L6 18',
  check: 'M5 12.5l4.5 4.5L19 7.5',
  lock: 'M7 11h10a1.5 1.5 0 0 1 1.5 1.5v6A1.5 1.5 0 0 1 17 20H7a1.5 1.5 0 0 1-1.5-1.5v-6A1.5 1.5 0 0 1 7 11M8.5 11V8a3.5 3.5 0 0 1 7 0v3',
  erase: 'M5 7h14M10 7V5h4v2M7 7l.8 12h8.4L17 7M10.3 10.5v5M13.7 10.5v5',
  offline:
    'M4 4l16 16M2.8 9.5A14 14 0 0 1 7 6.9M10.5 5.8A14 14 0 0 1 21.2 9.5M6 13a9.5 9.5 0 0 1 4.2-2.4M14.5 10.8A9.5 9.5 0 0 1 18 13M9.2 16.3a4.5 4.5 0 0 1 5 -.4M12 19.5h.01',
  info: 'M12 3.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17M12 11v5M12 8h.01',
  warning: 'M12 4l9 15.5H3L12 4M12 10v4.5M12 17h.01',
  pause: 'M9 6v12M15 6v12',
  play: 'M8 5.5v13l10.5-6.5L8 5.5',
  edit: 'M5 19l.8-3.7L16 5l3 3L8.7 18.2 5 19M13.5 7.5l3 3',
  plus: 'M12 5v14M5 12h14',
  clock: 'M12 3.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17M12 7.5V12l3 2',
  download: 'M12 4v11M7.5 11l4.5 4.5 4.5-4.5M5 19.5h14',
} as const;

export type IconName = keyof typeof ICONS | keyof typeof MORE_ICONS;
