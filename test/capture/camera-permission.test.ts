import { expect } from 'chai';
import { cameraIsAllowed } from '../../app/capture/camera-permission';

describe('cameraIsAllowed', () => {
  const browser = (state: PermissionState): Pick<Permissions, 'query'> => ({
    query: async () => ({ state }) as PermissionStatus,
  });

  it('is what the browser says', async () => {
    for (const state of ['granted', 'prompt', 'denied'] as const)
      expect(await cameraIsAllowed(browser(state)), state).to.equal(state === 'granted');
  });

  it('is no where the browser does not tell, or does not know the question', async () => {
    expect(await cameraIsAllowed({ query: () => Promise.reject(new TypeError('camera')) })).to.equal(false);
    expect(await cameraIsAllowed({} as Permissions)).to.equal(false);
  });
});
