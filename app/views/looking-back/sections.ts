import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { DAY_MS } from '../../base/time';
import { entryPath } from '../../domain/entry/entry-address';
import type { ReadReview } from '../../services/reviews';
import { shortMonthName } from '../../words/calendar';
import { fullDay, longDay } from '../../words/dates';
import { capitalised } from '../../words/letters';
import { formatCount, formatValence } from '../../words/numbers';
import { plural } from '../../words/plural';
import { feelingWord } from '../../words/report/feeling-words';
import { findingWords } from '../insights/finding-words';
import { evidenceLine } from './evidence';
import { periodName } from './period-name';
import {
  besideWords,
  endsWords,
  levelWords,
  needsWords,
  newFeelingsWords,
  shortName,
  steadinessWords,
  tagWords,
  weekdayWords,
} from './review-words';

/** One thing of the page: a question, and what there is to say. `name` is for styles. */
export interface Section {
  readonly name: string;
  readonly question: string;
  readonly told: TemplateResult;
}

/** What the page tells, a thing a section, in the order it is read; quotes stand between them. */
export function sectionsOf(review: ReadReview): readonly Section[] {
  return [
    days(review),
    quote(review, 0),
    moved(review),
    changed(review),
    feelings(review),
    quote(review, 1),
    company(review),
    week(review),
    face(review),
    quote(review, 2),
    yearAgo(review),
    onThisDay(review),
  ].filter((section) => section !== null);
}

function days(review: ReadReview): Section | null {
  const { period, sky, mean, steadiness } = review;
  if (mean === null) return null;
  const isMonth = period.kind === 'month';
  const suns = sky.map(({ day, valence }, at) => ({
    valence,
    label: isMonth ? (at % 7 === 0 ? formatCount(at + 1) : '') : shortMonthName(day).slice(0, 3),
  }));
  return {
    name: 'days',
    question: isMonth ? msg('How did the days go?') : msg('How did the months go?'),
    told: html`<figure>
        <rv-sky .suns=${suns}></rv-sky>
        <figcaption class="small">
          ${isMonth ? msg('Each sun is a day: above the line it was pleasant, below it wasn’t. A tick is a day without a rating.') : msg('Each sun is a month: above the line it was pleasant, below it wasn’t.')}
        </figcaption>
      </figure>
      <p class="told">${endsWords(review)}</p>
      ${steadiness && html`<p>${steadinessWords(steadiness)}</p>`}
      ${numbersBehind(review)}`,
  };
}

/** The table behind the drawing. */
const numbersBehind = ({ sky, period }: ReadReview): TemplateResult => html`<details class="screen-only">
  <summary>${msg('Show the numbers')}</summary>
  <table>
    <thead>
      <tr>
        <th scope="col">${period.kind === 'month' ? msg('Day') : msg('Month')}</th>
        <th scope="col">${msg('Rating, −1 to 1')}</th>
        ${period.kind === 'month' ? nothing : html`<th scope="col">${msg('Days rated')}</th>`}
      </tr>
    </thead>
    <tbody>
      ${sky
        .filter(({ valence }) => valence !== null)
        .map(
          ({ day, valence, n }) => html`<tr>
            <th scope="row">${period.kind === 'month' ? formatCount(new Date(day * DAY_MS).getUTCDate()) : shortMonthName(day)}</th>
            <td>${formatValence(valence!)}</td>
            ${period.kind === 'month' ? nothing : html`<td>${formatCount(n)}</td>`}
          </tr>`,
        )}
    </tbody>
  </table>
</details>`;

/** The person's own words, set large. */
function quote({ quotes, outlines }: ReadReview, at: number): Section | null {
  const outline = quotes[at] && outlines.get(quotes[at].id);
  if (!outline) return null;
  return {
    name: 'quote',
    question: '',
    told: html`<figure>
      <blockquote class="said">${quotes[at]!.text}</blockquote>
      <figcaption><a href=${entryPath(outline.id)}>${msg(str`You, on ${longDay(outline.startedAt)}`)}</a></figcaption>
    </figure>`,
  };
}

function moved({ moved: ids, outlines }: ReadReview): Section | null {
  if (ids.length === 0) return null;
  return {
    name: 'moved',
    question: msg('What moved you most?'),
    told: html`<ol class="rows">
        ${ids.map((id) => row(outlines, id))}
      </ol>
      <p class="small">${msg('The memories whose ratings were furthest from the middle: how pleasant, and how stirred up.')}</p>`,
  };
}

const row = (outlines: ReadReview['outlines'], id: string): TemplateResult => {
  const outline = outlines.get(id)!;
  return html`<li><rv-entry-row .outline=${outline} when=${fullDay(outline.startedAt)}></rv-entry-row></li>`;
};

function changed({ period, before, changes, newFeelings }: ReadReview): Section {
  return {
    name: 'changed',
    question: msg(str`What changed since ${shortName(before.period)}?`),
    told: html`<p class="told">${besideWords(period, before)}</p>
      ${before.change ? evidenceLine(before.change.evidence) : nothing}
      ${changes.map(
        (change) =>
          html`<p class="told">${levelWords(change)}</p>
            ${evidenceLine({ strength: 'likely', months: null })}`,
      )}
      ${newFeelings.length > 0 ? html`<p>${newFeelingsWords(newFeelings)}</p>` : nothing}`,
  };
}

function feelings({ feelings: chosen }: ReadReview): Section | null {
  if (chosen.length === 0) return null;
  return {
    name: 'feelings',
    question: msg('Which words came up?'),
    told: html`<ul class="words">
      ${chosen.map(
        ({ name, count }) =>
          html`<li>
            <span class="word">${capitalised(feelingWord(name))}</span>
            <span class="small">${plural(msg('{count, plural, one {once} other {{count} times}}'), { count })}</span>
          </li>`,
      )}
    </ul>`,
  };
}

function company({ remarks: { tags, tagsSeen, tagsNeed }, ...review }: ReadReview): Section | null {
  if (tagsSeen === 0) return null;
  return {
    name: 'company',
    question: msg('What goes with good days?'),
    told: html`${tags.map((tag) => html`<p class="told">${tagWords(tag)}</p>${evidenceLine(tag.evidence)}`)}
      ${tags.length > 0 ? nothing : html`<p class="told">${tagsNeed === null ? msg('None of your tags stands out: what differs could well be chance.') : needsWords(tagsNeed)}</p>`}
      ${lookedAt(review)}`,
  };
}

function week({ remarks: { weekdays, weekdaysNeed }, ...review }: ReadReview): Section | null {
  if (weekdays.length === 0 && weekdaysNeed === null) return null;
  return {
    name: 'week',
    question: msg('Is there a hard day of the week?'),
    told: html`${weekdays.map((one) => html`<p class="told">${weekdayWords(one)}</p>${evidenceLine(one.evidence)}`)}
      ${weekdaysNeed === null ? lookedAt(review) : html`<p class="told">${needsWords(weekdaysNeed)}</p>`}`,
  };
}

/** A month alone would be too little for what comes back every week. */
const lookedAt = ({ period, isGoingOn }: Pick<ReadReview, 'period' | 'isGoingOn'>): TemplateResult =>
  html`<p class="small">
    ${isGoingOn ? msg('Seen in the last twelve months.') : msg(str`Seen in the twelve months up to the end of ${periodName(period)}.`)}
    ${msg('Two things can go together without one leading to the other.')}
  </p>`;

function face({ together, recalls }: ReadReview): Section | null {
  if (recalls === 0) return null;
  const { heading, sentence } = findingWords(together);
  return {
    name: 'together',
    question: msg('Does your face follow your words?'),
    told: html`<p class="told">${heading}</p>
      <p>${sentence}</p>`,
  };
}

function yearAgo({ period, yearAgo: ago, outlines }: ReadReview): Section | null {
  // Of a year, the year before is told already.
  if (period.kind === 'year' || ago.entries === 0) return null;
  return {
    name: 'year-ago',
    question: msg('And a year ago?'),
    told: html`<p class="told">${besideWords(period, ago)}</p>
      ${ago.change ? evidenceLine(ago.change.evidence) : nothing}
      ${ago.moved === null ? nothing : html`<p>${msg('What moved you most then:')}</p><ul class="rows">${row(outlines, ago.moved)}</ul>`}`,
  };
}

function onThisDay({ onThisDay: ids, outlines }: ReadReview): Section | null {
  if (ids.length === 0) return null;
  return {
    name: 'this-day',
    question: msg('What happened on this day?'),
    told: html`<ul class="rows">
      ${ids.map((id) => row(outlines, id))}
    </ul>`,
  };
}
