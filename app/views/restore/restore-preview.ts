import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { formatCount } from '../../words/numbers';
import { plural } from '../../words/plural';
import '../../elements/blocks/dialog';
import type { Preview } from '../../journal/backup/restore/preview';

/** What bringing the backup back would do, counted: a line for each number that is not zero. */
export function previewFacts({ standings, missing, unknown, tally }: Preview): TemplateResult {
  const fact = (name: string, count: number, aside: string) =>
    count === 0
      ? nothing
      : html`<dt class="number">${formatCount(count)}</dt><dd><b>${name}</b><span class="small">${aside}</span></dd>`;
  return html`<dl class="card facts">
    ${fact(msg('new'), standings.new, msg('not in your journal yet'))}
    ${fact(msg('already here'), standings.same, msg('the same in both'))}
    ${fact(msg('different'), standings.different, msg('your journal has another version; both are kept'))}
    ${fact(msg('only here'), missing.length, msg('in your journal but not in the backup; they stay'))}
    ${fact(msg('not understood'), unknown, msg('written by a newer version of the app; left out'))}
    ${fact(msg('missing'), tally.unreadable, msg('couldn’t be read when the backup was made'))}
  </dl>`;
}

const goneWords = (gone: number, present: number, held: number): string =>
  plural(
    msg(
      '{gone, plural, one {One of your {present} entries isn’t in the backup and would be removed. The backup holds {held}.} other {{gone} of your {present} entries aren’t in the backup and would be removed. The backup holds {held}.}}',
    ),
    { gone, present, held },
  );

/** The question before a replacement. Where entries would go, a word has to be typed first. */
export const replaceQuestion = (
  { missing, standings, present, tally }: Preview,
  replace: () => void,
): TemplateResult => html`<rv-dialog
  id="replace"
  dangerous
  heading=${msg('Replace your journal with the backup?')}
  typed=${missing.length > 0 ? msg('replace', { desc: 'the word a person types to confirm' }) : ''}
  confirm=${msg('Replace it')}
  dismiss=${msg('Keep my journal')}
  @rv-confirm=${replace}
>
  ${missing.length === 0 ? nothing : goneWords(missing.length, present, tally.entries)}
  ${standings.different === 0 ? nothing : plural(msg('{n, plural, one {One would be changed to match the backup.} other {{n} would be changed to match the backup.}}'), { n: standings.different })}
  ${msg('First, this phone saves a copy of your journal as it is now. You can restore it from here.')}
</rv-dialog>`;
