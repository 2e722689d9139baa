import { expect } from 'chai';
import { ANSWER_LIMIT_MS } from '../../../app/session/face/face-watch';
import { settle } from '../support/fake-time';
import { memory, TIMING, World } from '../support/world';

describe('what the camera does to a session', () => {
  it('tells a refusal and opens it on a second try', async () => {
    const world = new World();
    world.camera.refusals.push('camera-refused');
    world.session.openCamera();
    await settle();
    expect(world.now).to.include({ step: 'prepare', camera: 'asking', failure: 'camera-refused' });
    world.session.resume();
    await settle();
    expect(world.now).to.include({ camera: 'on', failure: null });
  });

  it('shows how far a download is, and lets go of the camera where it fails', async () => {
    const world = new World();
    let arrive: () => void = () => {};
    world.reader.download = new Promise((resolve) => {
      arrive = resolve;
    });
    world.reader.refusals.push('model-download');
    world.session.openCamera();
    await settle();
    world.reader.onProgress?.({ loadedBytes: 1, totalBytes: 2, step: 'landmarks' });
    expect(world.now).to.deep.include({
      camera: 'opening',
      progress: { loadedBytes: 1, totalBytes: 2, step: 'landmarks' },
    });
    arrive();
    await settle();
    expect(world.now).to.include({ camera: 'asking', failure: 'model-download', progress: null });
    expect(world.camera.last.stopped).to.equal(true);
  });

  it('stops a camera that opens after the person went on without it', async () => {
    const world = new World();
    let answer: () => void = () => {};
    world.camera.question = new Promise((resolve) => {
      answer = resolve;
    });
    world.session.openCamera();
    world.session.continueWithoutCamera();
    answer();
    await settle();
    expect(world.now).to.include({ camera: 'without', failure: null });
    expect(world.camera.last.stopped).to.equal(true);
    expect(world.reader.calls).to.deep.equal([]);
  });

  it('lets time stand still while the camera opens again for the recall', async () => {
    const world = new World();
    await world.chosen();
    let answer: () => void = () => {};
    world.camera.question = new Promise((resolve) => {
      answer = resolve;
    });
    world.session.choose(memory());
    await world.time.pass(5_000);
    expect(world.now).to.include({ step: 'recall', camera: 'opening', elapsedMs: 0 });
    answer();
    await settle();
    await world.time.pass(1_000);
    expect(world.now.camera).to.equal('on');
    expect(world.now.elapsedMs).to.be.closeTo(1_000, 101);
  });

  it('loses nothing when the camera is unplugged in mid-recall and comes back', async () => {
    const world = new World();
    await world.recalling();
    await world.watch(15_000);
    await world.camera.last.unplug();
    expect(world.now).to.include({ step: 'recall', camera: 'paused', paused: true, failure: 'camera-lost' });
    await world.time.pass(60_000);
    expect(world.now.elapsedMs).to.be.closeTo(15_000, 101);
    world.session.resume();
    await settle();
    await world.watch(30_100);
    await world.time.pass(TIMING.restMs);
    expect(world.now.step).to.equal('report');
    expect(world.now.face?.summary?.usableMs).to.be.closeTo(45_000, 600);
    const phases = world.now.trace?.segments.map((segment) => segment.phase);
    expect(phases).to.deep.equal(['baseline', 'recall', 'recall']);
  });

  it('keeps what was read when the person goes on without a lost camera', async () => {
    const world = new World();
    await world.recalling();
    await world.watch(24_000);
    await world.camera.last.unplug();
    world.session.continueWithoutCamera();
    expect(world.now).to.include({ camera: 'without', paused: false, failure: null });
    await world.time.pass(22_000);
    await world.time.pass(TIMING.restMs);
    expect(world.now.step).to.equal('report');
    expect(world.now.face?.summary?.recallMs).to.be.closeTo(24_000, 200);
    expect(world.now.trace).not.to.equal(null);
  });

  it('erases what was read when the person switches a working camera off', async () => {
    const world = new World();
    await world.recalling();
    await world.watch(24_000);
    world.session.continueWithoutCamera();
    expect(world.camera.last.stopped).to.equal(true);
    await world.time.pass(22_000);
    await world.time.pass(TIMING.restMs);
    expect(world.now.face).to.deep.include({ summary: null, reason: 'withdrawn' });
    expect(world.now.trace).to.equal(null);
  });

  it('starts the reader afresh after it broke while reading', async () => {
    const world = new World();
    await world.recalling();
    world.reader.failures.push('model-run');
    await world.watch(200);
    expect(world.now).to.include({ failure: 'model-run', paused: true });
    world.reader.calls.length = 0;
    world.session.resume();
    await settle();
    expect(world.reader.calls).to.deep.equal(['close', 'open auto', 'reset']);
    expect(world.now).to.include({ camera: 'on', failure: null });
  });

  it('does not wait for ever for a broken reader to close', async () => {
    const world = new World();
    await world.recalling();
    world.reader.failures.push('model-run');
    await world.watch(200);
    world.reader.close = () => new Promise(() => {});
    world.session.resume();
    await settle();
    await world.time.pass(3_000);
    expect(world.now).to.include({ failure: 'model-run', paused: true });
    expect(world.camera.last.stopped).to.equal(true);
    world.session.continueWithoutCamera();
    expect(world.now).to.include({ camera: 'without', failure: null, paused: false });
  });

  it('does not wait for ever for a reader that hangs in a run from before a pause', async () => {
    const world = new World();
    await world.recalling();
    await world.watch(1_000);
    world.reader.stuck = new Promise(() => {});
    await world.watch(200);
    world.session.pause();
    world.reader.reset = () => new Promise(() => {});
    world.session.resume();
    await settle();
    await world.time.pass(ANSWER_LIMIT_MS - 1);
    expect(world.now).to.include({ step: 'recall', camera: 'opening', failure: null });
    await world.time.pass(1);
    expect(world.now).to.include({ step: 'recall', camera: 'paused', failure: 'model-run', paused: true });
    expect(world.camera.last.stopped).to.equal(true);

    world.reader.calls.length = 0;
    world.session.resume();
    await settle();
    expect(world.reader.calls, 'the next one is a new reader').to.deep.equal(['close', 'open auto']);
    await world.time.pass(ANSWER_LIMIT_MS);
    world.session.continueWithoutCamera();
    expect(world.now).to.include({ camera: 'without', failure: null, paused: false });
    await world.time.pass(1_000);
    expect(world.now.elapsedMs).to.be.closeTo(2_000, 301);
  });

  it('notices a camera that has gone silent, and a reader that has', async () => {
    const silent = new World();
    await silent.recalling();
    await silent.watch(1_000);
    await silent.time.pass(9_800);
    expect(silent.now.failure).to.equal(null);
    await silent.time.pass(400);
    expect(silent.now.failure).to.equal('camera-lost');

    const stuck = new World();
    await stuck.recalling();
    stuck.reader.stuck = new Promise(() => {});
    await stuck.watch(10_300);
    expect(stuck.now.failure).to.equal('model-run');
  });

  it('places a reading where its frame was taken, not where it was read', async () => {
    const world = new World();
    await world.recalling();
    await world.camera.last.picture();
    await world.time.pass(1_000);
    await world.camera.last.picture(240);
    world.session.finishStep();
    world.session.finishStep();
    const { trace } = world.now;
    const recall = trace!.segments.find((segment) => segment.phase === 'recall')!;
    const times = [...trace!.tMs].filter((tMs) => tMs >= recall.startMs).map((tMs) => tMs - recall.startMs);
    expect(times).to.deep.equal([0, 760]);
  });
});

describe('which pictures are read', () => {
  /** What six seconds of a recall with thirty pictures a second come to; a reading takes `tookMs`. */
  async function sixSeconds(world: World, tookMs: number): Promise<{ kept: number; read: number }> {
    await world.recalling();
    const reading = world.reader.read.bind(world.reader);
    let read = 0;
    world.reader.read = async (frame, tMs) => {
      read++;
      if (tookMs > 0) await new Promise<void>((done) => world.time.set(done, tookMs));
      return reading(frame, tMs);
    };
    for (let picture = 0; picture < 180; picture++) {
      await world.camera.last.picture();
      await world.time.pass(picture % 3 === 0 ? 34 : 33);
    }
    world.session.finishStep();
    world.session.finishStep();
    const { trace } = world.now;
    const { startMs } = trace!.segments.find((segment) => segment.phase === 'recall')!;
    return { kept: trace!.tMs.filter((tMs) => tMs >= startMs).length, read };
  }

  it('are those whose readings the trace keeps: ten of thirty a second', async () => {
    const world = new World();
    expect(await sixSeconds(world, 0)).to.deep.equal({ kept: 60, read: 60 });
    await world.session.withdraw();
    expect(world.leftovers, 'those that were not read are closed').to.deep.equal([]);
  });

  it('are five a second where a reading takes longer than the reader may work', async () => {
    const { kept, read } = await sixSeconds(new World(), 140);
    expect(kept).to.equal(read);
    expect(read).to.be.within(28, 31);
  });
});

describe('what hiding and pausing do to a session', () => {
  it('closes the camera of a hidden page and opens it again on return', async () => {
    const world = new World();
    await world.prepared();
    await world.visibility.set(true);
    expect(world.now).to.include({ camera: 'paused', failure: 'page-hidden', media: null });
    expect(world.camera.last.stopped).to.equal(true);
    await world.visibility.set(false);
    world.session.resume();
    await settle();
    expect(world.now).to.include({ camera: 'on', failure: null });
  });

  it('closes a camera that was granted while the page was hidden', async () => {
    const world = new World();
    world.session.openCamera();
    await world.visibility.set(true);
    expect(world.now).to.include({ camera: 'paused', failure: 'page-hidden' });
    expect(world.camera.last.stopped).to.equal(true);
  });

  it('takes an interrupted baseline again from its beginning', async () => {
    const world = new World();
    await world.prepared();
    world.session.ready();
    world.show({ anger: 0.9 });
    await world.watch(6_000);
    await world.visibility.set(true);
    expect(world.now).to.include({ step: 'baseline', paused: true, failure: 'page-hidden' });
    await world.visibility.set(false);
    world.show({});
    world.session.resume();
    await settle();
    expect(world.now.elapsedMs).to.equal(0);
    await world.watch(9_800);
    expect(world.now.step).to.equal('baseline');
    await world.watch(300);
    expect(world.now.step).to.equal('choose');
    world.session.choose(memory());
    await settle();
    await world.watch(TIMING.recallMs);
    await world.time.pass(TIMING.restMs);
    expect(world.now.trace?.segments[0]).to.deep.include({ phase: 'baseline', startMs: 0 });
    expect(world.now.trace?.segments[0]?.endMs).to.be.closeTo(10_000, 101);
    expect(world.now.face?.summary?.baselineFacialValence).to.equal(0);
  });

  it('lets a recall go on where the lock screen interrupted it', async () => {
    const world = new World();
    await world.recalling();
    await world.watch(20_000);
    await world.visibility.set(true);
    await world.time.pass(600_000);
    await world.visibility.set(false);
    world.session.resume();
    await settle();
    expect(world.now.elapsedMs).to.be.closeTo(20_000, 101);
    await world.watch(25_200);
    expect(world.now.step).to.equal('rest');
  });

  it('pauses at the wish of the person, without a failure and without the camera', async () => {
    const world = new World();
    await world.recalling();
    await world.watch(5_000);
    world.session.pause();
    expect(world.now).to.include({ paused: true, failure: null, camera: 'paused' });
    expect(world.camera.last.stopped).to.equal(true);
    await world.visibility.set(true);
    await world.visibility.set(false);
    expect(world.now.failure).to.equal(null);
    world.session.resume();
    await settle();
    expect(world.now).to.include({ paused: false, camera: 'on' });
  });
});
