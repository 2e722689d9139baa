import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { ICONS } from '../../elements/marks/icon-paths';

/** They come with the first view. */
type TabIcon = keyof typeof ICONS;

/** The four places of the tab bar. */
export const tabs = (): readonly { path: string; icon: TabIcon; word: string }[] => [
  { path: '/', icon: 'today', word: msg('Today') },
  { path: '/history', icon: 'history', word: msg('History') },
  { path: '/insights', icon: 'insights', word: msg('Insights') },
  { path: '/settings', icon: 'settings', word: msg('Settings') },
];

/** What of the tab bar the app and the first view draw each in its own way. */
export interface NavigationParts {
  /** The path of the tab one is in. */
  readonly here: string;
  readonly icon: (name: TabIcon) => TemplateResult;
  /** Before the tabs: the way past them. */
  readonly skip?: TemplateResult;
  /** After the tabs, at the side of a wide screen. */
  readonly foot?: TemplateResult;
}

/** The tab bar. See: [Note: The first view] */
export const navigation = ({ here, icon, skip, foot }: NavigationParts): TemplateResult => html`
  <nav aria-label=${msg('Main')}>
    ${skip ?? nothing}
    <a class="name" href="/" tabindex="-1" aria-hidden="true">Reverie</a>
    ${tabs().map(
      ({ path, icon: name, word }) =>
        html`<a class="tab" href=${path} aria-current=${path === here ? 'page' : nothing}>${icon(name)}<span>${word}</span></a>`,
    )}
    ${foot ?? nothing}
  </nav>
`;

/** The name of the app above a screen on a phone, and beside it what the app has to say. */
export const topBar = (status: TemplateResult | typeof nothing = nothing): TemplateResult =>
  html`<div class="top"><a class="name" href="/">Reverie</a>${status}</div>`;
