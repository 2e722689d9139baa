import { html, type TemplateResult } from 'lit';

/** Lists crisis lines by country; the words on help name it. Nothing is told to it: not even from where one comes. */
const HELPLINES = 'findahelpline.com';

/** The one way out of the app that leads to another site, and only for those who tap it. */
export const helpLink = (): TemplateResult =>
  html`<a class="link" href="https://${HELPLINES}" target="_blank" rel="noopener noreferrer">${HELPLINES}</a>`;
