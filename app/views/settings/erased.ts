import { msg } from '@lit/localize';
import { html, type TemplateResult } from 'lit';
import type { Erased, KeptHere } from '../../services/consent/erase-all';
import { formatCount } from '../../words/numbers';

const rows = (): readonly (readonly [key: keyof KeptHere, word: string])[] => [
  ['entries', msg('Entries')],
  ['traces', msg('Face curves')],
  ['drafts', msg('Unfinished entries')],
  ['settings', msg('Settings and consents')],
  ['files', msg('Copies and other files')],
];

/** What was there and what is left, counted in the phone's storage. */
export function erasedPage({ before, after }: Erased, goOn: () => void): TemplateResult {
  const left = rows().some(([key]) => after[key] > 0);
  return html`<div class="page" role="status">
    <header class="stack tight">
      <h1 class="h1">${left ? msg('Almost everything is deleted.') : msg('Everything is deleted.')}</h1>
      <p class="lede">
        ${
          left
            ? msg(
                'A file that was just handed over goes within a minute. If something stays, clear this site’s data in the browser’s settings.',
              )
            : msg('This phone counted what it held before and what it holds now.')
        }
      </p>
    </header>
    <div class="card"><table class="counts">
      <thead>
        <tr>
          <th scope="col">${msg('Kept here')}</th>
          <th scope="col">${msg('Before')}</th>
          <th scope="col">${msg('Now')}</th>
        </tr>
      </thead>
      <tbody>
        ${rows().map(
          ([key, word]) =>
            html`<tr>
              <th scope="row">${word}</th>
              <td>${formatCount(before[key])}</td>
              <td>${formatCount(after[key])}</td>
            </tr>`,
        )}
      </tbody>
    </table></div>
    <button class="primary" @click=${goOn}>${msg('Back to Today')}</button>
  </div>`;
}
