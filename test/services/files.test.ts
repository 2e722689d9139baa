import { expect } from 'chai';
import { open } from '../../app/services/files';

describe('files', () => {
  it('hand over what the system opened the app with, to whoever takes it', async () => {
    const before = Object.getOwnPropertyDescriptor(window, 'launchQueue');
    let consumer: ((params: { files: readonly object[] }) => void) | undefined;
    const launchQueue = {
      setConsumer: (given: typeof consumer) => {
        consumer = given;
      },
    };
    Object.defineProperty(window, 'launchQueue', { configurable: true, value: launchQueue });
    try {
      const files = open();
      expect(consumer, 'the browser keeps them until somebody asks').to.equal(undefined);
      const taken: Blob[] = [];
      const came = new Promise<void>((resolve) => {
        files.takeOpened((file) => {
          taken.push(file);
          resolve();
        });
      });
      const file = new Blob(['sealed']);
      consumer!({ files: [{ getFile: async () => file }] });
      await came;
      expect(taken).to.deep.equal([file]);
    } finally {
      Reflect.deleteProperty(window, 'launchQueue');
      if (before) Object.defineProperty(window, 'launchQueue', before);
    }
  });
});
