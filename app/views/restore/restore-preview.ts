import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import '../../elements/blocks/dialog';
import type { Preview } from '../../journal/backup/restore/preview';

/** What bringing the backup back would do, counted: a line for each number that is not zero. */
export function previewFacts({ standings, missing, unknown, tally }: Preview): TemplateResult {
  const fact = (name: string, count: number, aside: string) =>
    count === 0
      ? nothing
      : html`<dt class="number">${count}</dt><dd><b>${name}</b><span class="small">${aside}</span></dd>`;
  return html`<dl class="card facts">
    ${fact(msg('new'), standings.new, msg('not in your journal yet'))}
    ${fact(msg('here already'), standings.same, msg('the same in both'))}
    ${fact(msg('different'), standings.different, msg('your journal has another version; both are kept'))}
    ${fact(msg('only here'), missing.length, msg('in your journal and not in the backup; they stay'))}
    ${fact(msg('not understood'), unknown, msg('a newer version of the app wrote them; they are left out'))}
    ${fact(msg('not in it'), tally.unreadable, msg('could not be read when the backup was made'))}
  </dl>`;
}

/** The question before a replacement. Where entries would go, a word has to be typed first. */
export const replaceQuestion = (
  { missing, standings, present, tally }: Preview,
  replace: () => void,
): TemplateResult => html`<rv-dialog
  id="replace"
  dangerous
  heading=${msg('Replace your journal by the backup?')}
  typed=${missing.length > 0 ? msg('replace', { desc: 'the word a person types to confirm' }) : ''}
  confirm=${msg('Replace it')}
  dismiss=${msg('Keep my journal')}
  @rv-confirm=${replace}
>
  ${missing.length === 0 ? nothing : msg(str`${missing.length} of your ${present} entries are not in the backup and would go. The backup holds ${tally.entries}.`)}
  ${standings.different === 0 ? nothing : msg(str`${standings.different} would become what they are in the backup.`)}
  ${msg('A copy of your journal as it is now is kept on this phone first. You can bring it back from here.')}
</rv-dialog>`;
