import { expect } from 'chai';
import { admitOwnScripts, ownAddress } from '../../app/base/own-scripts';

describe('scripts of this origin', () => {
  it('are admitted by any address of it, and no other is', () => {
    for (const address of ['/assets/worker.js', 'worker.js', `${location.origin}/x`, new URL('x', location.href).href])
      expect(ownAddress(address)).to.equal(address);
    for (const address of [
      'https://elsewhere.test/x.js',
      '//elsewhere.test/x',
      'data:text/javascript,1',
      'blob:null/x',
    ])
      expect(() => ownAddress(address), address).to.throw(TypeError);
  });

  it('have the default policy, where the browser knows of policies', () => {
    const made: unknown[] = [];
    admitOwnScripts({ trustedTypes: { createPolicy: (...given: unknown[]) => made.push(given) } });
    expect(made).to.deep.equal([['default', { createScriptURL: ownAddress }]]);
    expect(() => admitOwnScripts({})).not.to.throw();
  });
});
