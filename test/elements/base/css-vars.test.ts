import { expect } from 'chai';
import { html, render } from 'lit';
import { cssVars } from '../../../app/elements/base/css-vars';

describe('cssVars', () => {
  const host = document.createElement('div');
  const draw = (properties: Record<`--${string}`, string | number | null>) => {
    render(html`<i ${cssVars(properties)}></i>`, host);
    return host.firstElementChild as HTMLElement;
  };

  it('sets, changes and removes custom properties', () => {
    expect(draw({ '--at': '40%', '--n': 3 }).style.getPropertyValue('--n')).to.equal('3');
    const element = draw({ '--at': '60%' });
    expect(element.style.getPropertyValue('--at')).to.equal('60%');
    expect(element.style.getPropertyValue('--n')).to.equal('');
    expect(draw({ '--at': null }).style.getPropertyValue('--at')).to.equal('');
  });
});
