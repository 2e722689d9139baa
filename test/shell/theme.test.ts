import { expect } from 'chai';
import { applyTheme } from '../../app/shell/theme';
import { appStyles } from '../support/app-styles';

describe('applyTheme', () => {
  const metas: HTMLMetaElement[] = [];

  beforeEach(async () => {
    await appStyles();
    for (const content of ['#fbf6ee', '#161311']) {
      const meta = document.createElement('meta');
      meta.name = 'theme-color';
      meta.content = content;
      document.head.append(meta);
      metas.push(meta);
    }
  });
  afterEach(() => {
    applyTheme('system');
    for (const meta of metas.splice(0)) meta.remove();
  });

  const bars = (): string[] => metas.map(({ content }) => content);

  it('forces page and browser bars into the chosen theme', () => {
    applyTheme('dark');
    expect(getComputedStyle(document.documentElement).colorScheme).to.equal('dark');
    expect(bars()).to.deep.equal(['#161311', '#161311']);
    applyTheme('light');
    expect(getComputedStyle(document.documentElement).colorScheme).to.equal('light');
    expect(bars()).to.deep.equal(['#fbf6ee', '#fbf6ee']);
  });

  it('gives both back to the phone', () => {
    applyTheme('dark');
    applyTheme('system');
    expect(document.documentElement.dataset.theme).to.equal(undefined);
    expect(bars()).to.deep.equal(['#fbf6ee', '#161311']);
  });
});
