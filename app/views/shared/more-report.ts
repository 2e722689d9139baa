import { msg } from '@lit/localize';
import { html, type TemplateResult } from 'lit';
import type { Report } from '../../domain/report/report';
import type { FeelingsChange } from '../../elements/fields/feeling-picker';
import '../../elements/fields/more-feelings';
import '../../elements/fields/tag-picker';
import type { TagsChange } from '../../elements/fields/tag-picker';
import type { UsedLately } from './used-lately';

type Change = (change: Partial<Report>) => void;

/** All feelings, folded: the short list above them is enough for most. */
export const moreFeelings = ({ feelings }: Report, lately: UsedLately, change: Change): TemplateResult =>
  html`<details>
    <summary>${msg('More feelings')}</summary>
    <rv-more-feelings
      .feelings=${feelings}
      .lately=${lately.feelings}
      @rv-change=${({ detail }: FeelingsChange) => change({ feelings: detail.feelings })}
    ></rv-more-feelings>
  </details>`;

/** Who was there, where, and what was done. */
export const tagFields = ({ tags = [] }: Report, lately: UsedLately, change: Change): TemplateResult =>
  html`<rv-tag-picker
    .tags=${tags}
    .lately=${lately.tags}
    @rv-change=${({ detail }: TagsChange) => change({ tags: detail.tags })}
  ></rv-tag-picker>`;
