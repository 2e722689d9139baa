import { html, type TemplateResult } from 'lit';
import type { Report } from '../../domain/report/report';
import type { FeelingsChange } from '../../elements/fields/feeling-picker';
import '../../elements/fields/more-feelings';
import '../../elements/fields/tag-picker';
import type { TagsChange } from '../../elements/fields/tag-picker';
import type { UsedLately } from './used-lately';

type Change = (change: Partial<Report>) => void;

/** All feelings, folded. */
export const moreFeelings = ({ feelings }: Report, lately: UsedLately, change: Change): TemplateResult =>
  html`<rv-more-feelings
    .feelings=${feelings}
    .lately=${lately.feelings}
    @rv-change=${({ detail }: FeelingsChange) => change({ feelings: detail.feelings })}
  ></rv-more-feelings>`;

/** Who was there, where, and what was done. */
export const tagFields = ({ tags = [] }: Report, lately: UsedLately, change: Change): TemplateResult =>
  html`<rv-tag-picker
    .tags=${tags}
    .lately=${lately.tags}
    @rv-change=${({ detail }: TagsChange) => change({ tags: detail.tags })}
  ></rv-tag-picker>`;
