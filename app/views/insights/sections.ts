import { html, type TemplateResult } from 'lit';
import type { Ask } from './ask';

/** A section below the first chart: what it takes to draw it is fetched when somebody comes near it. */
export interface Section {
  readonly name: string;
  readonly fetch: () => Promise<unknown>;
  /** Null where there is nothing to ask for. */
  readonly ask: (ask: Ask) => Promise<unknown> | null;
  readonly render: (data: never) => TemplateResult;
}

const section = <Data>(
  name: string,
  fetch: () => Promise<unknown>,
  ask: (ask: Ask) => Promise<Data> | null,
  render: (data: Data) => TemplateResult,
): Section => ({ name, fetch, ask, render });

/** In the order in which they are read. */
export const SECTIONS: readonly Section[] = [
  section(
    'compared',
    () => import('../../charts/compared/compared'),
    ({ compared }) => compared?.() ?? null,
    (data) => html`<rv-compared-chapter .data=${data}></rv-compared-chapter>`,
  ),
  section(
    'company',
    () => import('../../charts/company/company'),
    (ask) => ask.chapter('company'),
    (data) => html`<rv-company-chapter .data=${data}></rv-company-chapter>`,
  ),
  section(
    'days',
    () => import('../../charts/days/days'),
    (ask) => ask.chapter('days'),
    (data) => html`<rv-days-chapter .data=${data}></rv-days-chapter>`,
  ),
  section(
    'week-hours',
    () => import('../../charts/week-hours/week-hours'),
    (ask) => ask.chapter('week-hours'),
    (data) => html`<rv-week-hours-chapter .data=${data}></rv-week-hours-chapter>`,
  ),
  section(
    'map',
    () => import('../../charts/map/map'),
    (ask) => ask.chapter('map'),
    (data) => html`<rv-map-chapter .data=${data}></rv-map-chapter>`,
  ),
  section(
    'together',
    () => import('../../charts/together/together'),
    (ask) => ask.chapter('together'),
    (data) => html`<rv-together-chapter .data=${data}></rv-together-chapter>`,
  ),
  section(
    'apart',
    () => import('../../charts/apart/apart'),
    (ask) => ask.chapter('apart'),
    (data) => html`<rv-apart-chapter .data=${data}></rv-apart-chapter>`,
  ),
  section(
    'by-cue',
    () => import('../../charts/by-cue/by-cue'),
    (ask) => ask.chapter('by-cue'),
    (data) => html`<rv-by-cue-chapter .data=${data}></rv-by-cue-chapter>`,
  ),
  section(
    'again',
    () => import('../../charts/again/again'),
    (ask) => ask.chapter('again'),
    (data) => html`<rv-again-chapter .data=${data}></rv-again-chapter>`,
  ),
  section(
    'relived',
    () => import('./relived'),
    async ({ chapter, journal }) => ({ memories: (await chapter('again')).memories, journal }),
    ({ memories, journal }) => html`<rv-relived .memories=${memories} .journal=${journal}></rv-relived>`,
  ),
  section(
    'tired',
    () => import('../../charts/tired/tired'),
    (ask) => ask.chapter('tired'),
    (data) => html`<rv-tired-chapter .data=${data}></rv-tired-chapter>`,
  ),
];
