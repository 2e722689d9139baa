import { expect } from 'chai';
import { cameraFailure, FrontCamera } from '../../app/capture/camera';
import { Failure, type FailureCode } from '../../app/domain/failure/failure';
import { until } from '../support/mount';

/** Devices that answer getUserMedia as told, with a canvas for a camera. */
class FakeDevices extends EventTarget {
  asked: MediaStreamConstraints | undefined;
  ids = ['front'];
  constructor(private readonly answer: () => Promise<MediaStream>) {
    super();
  }
  getUserMedia(constraints?: MediaStreamConstraints): Promise<MediaStream> {
    this.asked = constraints;
    return this.answer();
  }
  enumerateDevices(): Promise<MediaDeviceInfo[]> {
    return Promise.resolve(this.ids.map((deviceId) => ({ deviceId }) as MediaDeviceInfo));
  }
}

const asDevices = (fake: FakeDevices): MediaDevices => fake as unknown as MediaDevices;
const refusing = (error: unknown) => new FrontCamera(asDevices(new FakeDevices(() => Promise.reject(error))));

function canvasStream(): { media: MediaStream; track: MediaStreamTrack } {
  const canvas = document.createElement('canvas');
  canvas.getContext('2d')?.fillRect(0, 0, 1, 1);
  const media = canvas.captureStream(10);
  const track = media.getVideoTracks()[0]!;
  track.getSettings = () => ({ deviceId: 'front' });
  return { media, track };
}

async function failureOf(opening: Promise<unknown>): Promise<Failure> {
  try {
    await opening;
  } catch (error) {
    expect(error).to.be.instanceOf(Failure);
    return error as Failure;
  }
  throw new Error('it opened');
}

describe('FrontCamera', () => {
  const cases: readonly (readonly [string, FailureCode])[] = [
    ['NotAllowedError', 'camera-refused'],
    ['SecurityError', 'camera-refused'],
    ['NotFoundError', 'camera-missing'],
    ['OverconstrainedError', 'camera-missing'],
    ['NotReadableError', 'camera-busy'],
    ['AbortError', 'camera-busy'],
    ['TypeError', 'camera-unsupported'],
    ['SomethingNewError', 'camera-unsupported'],
  ];
  for (const [name, code] of cases) {
    it(`tells ${name} as ${code}`, async () => {
      const failure = await failureOf(refusing(new DOMException('why', name)).open());
      expect(failure.code).to.equal(code);
      expect(failure.detail).to.equal(`${name}: why`);
    });
  }

  it('takes what is not an error at all for unsupported', () => {
    expect(cameraFailure('no').code).to.equal('camera-unsupported');
  });

  it('is unsupported where the page has no camera interface, as on an insecure address', async () => {
    const insecure = new FrontCamera({} as MediaDevices);
    expect((await failureOf(insecure.open())).code).to.equal('camera-unsupported');
  });

  it('wishes for the camera that faces the person, and never for sound', async () => {
    const devices = new FakeDevices(() => Promise.resolve(canvasStream().media));
    const stream = await new FrontCamera(asDevices(devices)).open();
    expect(devices.asked?.audio).to.equal(false);
    expect(devices.asked?.video).to.deep.include({ facingMode: { ideal: 'user' } });
    stream.stop();
  });

  it('stops the tracks that come after it was aborted', async () => {
    const { media, track } = canvasStream();
    let answer: (media: MediaStream) => void = () => {};
    const devices = new FakeDevices(() => new Promise((resolve) => (answer = resolve)));
    const aborter = new AbortController();
    const opening = new FrontCamera(asDevices(devices)).open(aborter.signal);
    aborter.abort();
    answer(media);
    const error = await opening.then(
      () => null,
      (reason: unknown) => reason,
    );
    expect(error).to.equal(aborter.signal.reason);
    expect(track.readyState).to.equal('ended');
  });

  it('tells once that the camera was taken away, even when asked late', async () => {
    const { media, track } = canvasStream();
    const stream = await new FrontCamera(asDevices(new FakeDevices(() => Promise.resolve(media)))).open();
    track.dispatchEvent(new Event('ended'));
    track.dispatchEvent(new Event('ended'));
    const told: string[] = [];
    stream.onLost((failure) => told.push(failure.code));
    expect(told).to.deep.equal(['camera-lost']);
    expect(track.readyState).to.equal('ended');
  });

  it('notices from the list of devices that its own is gone, and only then', async () => {
    const { media } = canvasStream();
    const devices = new FakeDevices(() => Promise.resolve(media));
    const stream = await new FrontCamera(asDevices(devices)).open();
    let told = 0;
    const lost = new Promise<void>((resolve) =>
      stream.onLost(() => {
        told++;
        resolve();
      }),
    );
    devices.ids = ['front', 'headphones'];
    devices.dispatchEvent(new Event('devicechange'));
    await devices.enumerateDevices();
    await Promise.resolve();
    expect(told).to.equal(0);
    devices.ids = ['headphones'];
    devices.dispatchEvent(new Event('devicechange'));
    await lost;
    expect(told).to.equal(1);
  });

  it('judges the light, once what does so has been fetched', async () => {
    const { media } = canvasStream();
    const stream = await new FrontCamera(asDevices(new FakeDevices(() => Promise.resolve(media)))).open();
    await until(() => stream.light(null) !== null, 'the light of a black picture');
    expect(stream.light(null)?.mean).to.be.lessThan(0.1);
    stream.stop();
  });

  it('does not call its own stopping a loss', async () => {
    const { media, track } = canvasStream();
    const stream = await new FrontCamera(asDevices(new FakeDevices(() => Promise.resolve(media)))).open();
    let told = 0;
    stream.onLost(() => told++);
    stream.stop();
    stream.stop();
    track.dispatchEvent(new Event('ended'));
    expect(told).to.equal(0);
    expect(stream.light(null)).to.equal(null);
  });
});
