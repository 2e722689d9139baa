import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { Memory } from '../../domain/memory/memory';
import type { Report } from '../../domain/report/report';
import type { TagKind } from '../../domain/report/tags';
import '../../elements/fields/scale-picker';
import type { ScaleChange } from '../../elements/fields/scale-picker';
import '../../elements/fields/tag-picker';
import type { TagsChange } from '../../elements/fields/tag-picker';
import { type MemoryChange, onDate } from '../../recall/interview/answers';
import { chooseQuestions } from '../../recall/interview/interview';
import type { InterviewQuestion } from '../../recall/interview/open-questions';
import type { UsedLately } from '../report/used-lately';
import { CHOICES } from './choices';
import { exactDate } from './exact-date';

/** What the questions of the interview are drawn from. */
export interface Asked {
  readonly memory: Memory;
  readonly report: Report;
  readonly lately: UsedLately;
  /** `2026-11-22` */
  readonly today: string;
}

/** What was said. People and places are tags of the report, and nowhere else. */
export interface Said {
  readonly memory?: MemoryChange;
  readonly report?: Partial<Report>;
}

/** `isDone`: nothing more can be said to this question, and the next may come. */
export type Say = (said: Said, isDone: boolean) => void;

const TAGS = { people: 'person', place: 'place' } as const satisfies Partial<Record<InterviewQuestion, TagKind>>;

/** What is answered by a tag of which kind; null for any other question. */
export const tagKindOf = (question: InterviewQuestion): TagKind | null =>
  question === 'people' || question === 'place' ? TAGS[question] : null;

/** The answers to a question; what asks it has the id `question`. */
export function answersTo(question: InterviewQuestion, asked: Asked, say: Say): TemplateResult {
  const { memory, today } = asked;
  const kind = tagKindOf(question);
  if (kind) return tags(kind, asked, say);
  if (question === 'selfRelevance')
    return selfRelevanceScale(memory, (selfRelevance) => say({ memory: { selfRelevance } }, false), {
      onPicked: () => say({}, true),
    });
  const choice = CHOICES[question as keyof typeof CHOICES];
  return html`${choice.answers(memory, 'question', (change) => say({ memory: change }, true))}
  ${question === 'when' ? exactDate(memory, today, (date) => say({ memory: onDate(memory, date, today) }, false)) : nothing}`;
}

export function isAnswered(question: InterviewQuestion, { memory, report }: Pick<Asked, 'memory' | 'report'>): boolean {
  const kind = tagKindOf(question);
  if (kind) return (report.tags ?? []).some((tag) => tag.kind === kind);
  if (question === 'selfRelevance') return memory.selfRelevance !== null;
  return CHOICES[question as keyof typeof CHOICES].isAnswered(memory);
}

/** What takes an answer back; null where it has a way of its own, or can't be open. */
export const clearing = (question: InterviewQuestion, memory: Memory): MemoryChange | null =>
  question === 'direction' || question === 'selfRelevance' || tagKindOf(question)
    ? null
    : CHOICES[question as keyof typeof CHOICES].cleared(memory);

const tags = (kind: TagKind, { report, lately }: Asked, say: Say): TemplateResult => html`
  <rv-tag-picker
    bare
    .kinds=${[kind]}
    .tags=${report.tags ?? []}
    .lately=${lately.tags}
    @rv-change=${({ detail }: TagsChange) => say({ report: { tags: detail.tags } }, false)}
  ></rv-tag-picker>
`;

/** `bare`: the screen asks it already. */
export const selfRelevanceScale = (
  { selfRelevance }: Memory,
  choose: (value: number | null) => void,
  { bare = true, onPicked }: { readonly bare?: boolean; readonly onPicked?: () => void },
): TemplateResult => html`
  <rv-scale-picker
    .value=${selfRelevance}
    ?bare=${bare}
    label=${chooseQuestions().selfRelevance.text}
    low=${msg('hardly at all')}
    high=${msg('very much')}
    @rv-change=${({ detail }: ScaleChange) => choose(detail.value)}
    @rv-picked=${onPicked}
  ></rv-scale-picker>
`;
