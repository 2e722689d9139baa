import { expect } from 'chai';
import { html } from 'lit';
import type { Tag } from '../../../app/domain/report/tags';
import '../../../app/elements/fields/tag-picker';
import { expectAccessible } from '../../support/accessible';
import { mount, unmountAll } from '../../support/mount';

const ana: Tag = { kind: 'person', name: 'Ana' };
const lake: Tag = { kind: 'place', name: 'the lake' };

describe('rv-tag-picker', () => {
  afterEach(unmountAll);

  it('adds tags by kind, offers what was used lately, and takes back', async () => {
    const told: (readonly Tag[])[] = [];
    const element = await mount<HTMLElementTagNameMap['rv-tag-picker']>(
      html`<rv-tag-picker
        .tags=${[ana]}
        .lately=${[lake, ana, { kind: 'person', name: 'Ben' }]}
        @rv-change=${({ detail }: CustomEvent<{ tags: readonly Tag[] }>) => told.push(detail.tags)}
      ></rv-tag-picker>`,
    );
    await expectAccessible(element);
    const fields = () => [...element.shadowRoot!.querySelectorAll('fieldset')];
    const chips = (at: number) => [...fields()[at]!.querySelectorAll<HTMLElement>('.chip')];
    expect(chips(0).map((one) => [one.textContent, one.getAttribute('aria-pressed')])).to.deep.equal([
      ['Ana', 'true'],
      ['Ben', 'false'],
    ]);
    chips(1)[0]!.click();
    await element.updateComplete;
    const input = fields()[2]!.querySelector('input')!;
    input.value = '  swimming ';
    input.form!.requestSubmit();
    input.value = ' ';
    input.form!.requestSubmit();
    await element.updateComplete;
    chips(0)[0]!.click();
    expect(told.at(-1)).to.deep.equal([lake, { kind: 'activity', name: 'swimming' }]);
    expect(told).to.have.length(3);
  });

  it('asks for one kind alone, and adds what was written when the person goes on', async () => {
    const told: (readonly Tag[])[] = [];
    const element = await mount<HTMLElementTagNameMap['rv-tag-picker']>(
      html`<rv-tag-picker
        bare
        .kinds=${['place']}
        .tags=${[ana]}
        @rv-change=${({ detail }: CustomEvent<{ tags: readonly Tag[] }>) => told.push(detail.tags)}
      ></rv-tag-picker>`,
    );
    await expectAccessible(element);
    expect(element.shadowRoot!.querySelectorAll('fieldset')).to.have.length(1);
    element.addWritten();
    expect(told, 'nothing is written').to.deep.equal([]);
    element.shadowRoot!.querySelector('input')!.value = ' the lake';
    element.addWritten();
    element.addWritten();
    expect(told).to.deep.equal([[ana, lake]]);
  });
});
