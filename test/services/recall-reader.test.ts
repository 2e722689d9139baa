import { expect } from 'chai';
import { Failure } from '../../app/domain/failure/failure';
import { looksUnlike, ownNeutralOf } from '../../app/dynamics/person/known-rest';
import { readRecording } from '../../app/dynamics/read-recording';
import { TraceRecorder } from '../../app/dynamics/recording/trace-recorder';
import { RecallReader } from '../../app/services/recall-reader';
import { FakeReader } from '../session/support/fake-reader';

const recording = () => new TraceRecorder('id').finish();
const READ_BY = { models: {}, backend: 'wasm' };

describe('the reader of a recall', () => {
  it('opens with all that reads a recording, and passes on what is asked of it', async () => {
    const own = new FakeReader();
    const reader = new RecallReader(own, async () => []);
    const report = await reader.open({ backend: 'wasm' });
    expect(report).to.deep.equal(await own.report());
    expect(reader.readRecording(recording(), READ_BY)).to.deep.equal(readRecording(recording(), READ_BY));
    await reader.reset();
    await reader.close();
  });

  it('fails as a download where that cannot be fetched, and opens when it can', async () => {
    let online = false;
    const fetched = async () => {
      if (!online) throw new TypeError('Failed to fetch dynamically imported module');
      return { readRecording, ownNeutralOf, looksUnlike };
    };
    const reader = new RecallReader(new FakeReader(), async () => [], fetched);
    const failure = await reader.open().then(
      () => null,
      (error: unknown) => error,
    );
    expect(failure).to.be.instanceOf(Failure);
    expect((failure as Failure).code).to.equal('model-download');
    expect(() => reader.readRecording(recording(), READ_BY)).to.throw('nothing was opened');
    online = true;
    await reader.open();
    expect(reader.readRecording(recording(), READ_BY).face.summary).to.equal(null);
  });
});
