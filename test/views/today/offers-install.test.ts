import { expect } from 'chai';
import type { ShellState } from '../../../app/services/types';
import { offersInstall } from '../../../app/views/today/offers-install';

describe('offersInstall', () => {
  const plain: ShellState = {
    offlineReady: true,
    updateReady: false,
    installable: false,
    manualInstall: false,
    online: true,
  };
  const offers = (change: Partial<ShellState>) =>
    [0, 1, 48].map((entries) => offersInstall({ ...plain, ...change }, entries));

  it('waits for the first entry where the browser asks the question', () => {
    expect(offers({ installable: true })).to.deep.equal([false, true, true]);
  });

  it('comes before the first entry where the person has to do it, for the installed app starts empty, and stays after it', () => {
    expect(offers({ manualInstall: true })).to.deep.equal([true, true, true]);
  });

  it('gives way to an update, and is silent where there is nothing to offer', () => {
    expect(offers({ updateReady: true, installable: true, manualInstall: true })).to.deep.equal([false, false, false]);
    expect(offers({})).to.deep.equal([false, false, false]);
  });
});
