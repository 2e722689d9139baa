import { msg } from '@lit/localize';
import { html, type TemplateResult } from 'lit';
import type { UnreadableEntry } from '../../journal/journal';
import '../../elements/blocks/notice';

/** What stands in the place of an entry that is not there, or that this version cannot read. */
export const missingEntry = (entry: UnreadableEntry | null): TemplateResult =>
  entry
    ? unreadable(entry)
    : html`<h1 class="h1">${msg('This entry isn’t here.')}</h1>
        <p class="lede">${msg('It was deleted, or it’s on another device.')}</p>`;

const unreadable = ({ id, problem }: UnreadableEntry): TemplateResult =>
  html`<h1 class="h1">${msg('This entry can’t be read.')}</h1>
    <rv-notice
      tone="warn"
      what=${msg('It’s in your journal, but not in a form this version understands.')}
      safe=${msg('It stays exactly as it is, and nothing will be written over it.')}
      next=${msg('A newer version of the app may be able to read it.')}
      detail="${id}: ${problem}"
    ></rv-notice>`;
