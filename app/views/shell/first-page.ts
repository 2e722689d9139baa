import { msg } from '@lit/localize';
import { html, svg, type TemplateResult } from 'lit';
import { ICONS } from '../../elements/marks/icon-paths';
import { todayParts, waysToBegin, welcome } from '../today/first-visit';
import { navigation, topBar } from './frame';

/*
 * [Note: The first view]
 *
 * What is seen before the scripts are there is made by the build (sw/build/first-view.ts) from the words and templates of the app
 * itself: this file puts them together, with plain drawings in the place of elements. index.html holds it once in every language;
 * first-view.ts runs before the first paint and chooses the language, and whether the page begins with Today as a first visit
 * shows it or with the app's name. The app then takes its place without anything moving (shell/first-visit.ts).
 */

/** All of it, in the language that is spoken now. */
export const firstPage = (): TemplateResult => html`
  <main class="skeleton">
    <svg viewBox="0 0 120 72" aria-hidden="true">
      <circle class="sun" cx="62" cy="34" r="20"></circle>
      <path class="horizon" d="M4 56 Q32 42 62 52 T116 48"></path>
    </svg>
    <h1>Reverie</h1>
    <p class="aside late">${late()}</p>
    <p class="aside no-script">
      ${msg('Everything happens on your own device, so this page needs JavaScript. Please turn it on for this site; nothing is sent anywhere.')}
    </p>
  </main>
  <div class="first-view">
    <div class="frame">
      ${navigation({ here: '/', icon })}
      <main>
        ${topBar()}
        <div class="screen">
          ${todayParts({ scene: scene(), header: welcome('\u00a0'), ways: waysToBegin({ first: true }), below: below() })}
        </div>
      </main>
    </div>
  </div>
`;

const below = (): TemplateResult => html`<div class="below">
  <p class="small" role="status"><span class="waiting" hidden>${msg('One moment, your journal is opening.')}</span></p>
  <p class="small late">${late()}</p>
</div>`;

/** Shown by the style sheet alone when nothing has taken this page's place for a while: the scripts may be what fails. */
const late = (): TemplateResult =>
  html`${msg('This is taking longer than it should.')}
    <a href="/rescue.html">${msg('If it doesn’t open, there’s another way to your journal.')}</a>`;

const icon = (name: keyof typeof ICONS): TemplateResult =>
  html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">${svg`<path d=${ICONS[name]}></path>`}</svg>`;

const scene = (): TemplateResult => html`<div class="scene">
  <svg viewBox="0 -12 400 300" preserveAspectRatio="xMidYMid slice" aria-hidden="true">
    <circle class="sun" cx="200" cy="138" r="34"></circle>
    <path class="horizon" d="M-40 172 Q90 150 200 166 T440 158"></path>
  </svg>
</div>`;
