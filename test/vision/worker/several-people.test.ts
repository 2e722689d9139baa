import { expect } from 'chai';
import { type FrameReading, isUsable } from '../../../app/domain/face/face-reading';
import { VisionClient } from '../../../app/vision/client';
import { type Cast, stage } from '../support/frames';

/** Time between two frames: what the app reads on a slow phone. */
const FRAME_MS = 166;

const user: Cast = { who: 'neutral', x: 330, y: 260, side: 340 };
const visitor: Cast = { who: 'smile', x: 90, y: 120, side: 170 };
const neighbour: Cast = { who: 'smile', x: 140, y: 250, side: 270 };

/** The whole way through the worker on wasm: people come and go, and only the user is read. */
describe('several people', function () {
  this.timeout(120_000);
  const client = new VisionClient({ baseUrl: `${location.origin}/` });
  let scene: Awaited<ReturnType<typeof stage>>;
  let tMs = 0;

  before(async () => {
    scene = await stage();
    await client.open({ backend: 'wasm' });
  });
  beforeEach(async () => {
    tMs = 0;
    await client.reset();
  });
  after(() => client.close());

  /** What was read while these people were in view. */
  async function readings(
    seconds: number,
    cast: readonly Cast[],
    background?: CanvasImageSource,
  ): Promise<FrameReading[]> {
    const read: FrameReading[] = [];
    const untilMs = tMs + 1000 * seconds;
    for (; tMs < untilMs; tMs += FRAME_MS) {
      const sway = cast.map((face) => ({ ...face, x: face.x + 3 * Math.sin(tMs / 300) }));
      read.push((await client.read(scene(sway, background), tMs))!);
    }
    return read;
  }
  const usable = (read: readonly FrameReading[]) => read.filter(({ face }) => face && isUsable(face));
  /** Whether all that counts was read from the face of `who`. */
  const isOf = (read: readonly FrameReading[], who: Cast): boolean =>
    usable(read).every(({ face }) => Math.abs(face!.box.x + face!.box.width / 2 - who.x / 640) < 0.08);
  const facesSeen = (read: readonly FrameReading[]): number => {
    const last = read.at(-1)!;
    return (last.face ?? last).facesSeen;
  };

  it('never takes a visitor for the user who is away for a moment', async () => {
    for (const other of [visitor, neighbour]) {
      await client.reset();
      tMs = 0;
      await readings(4, [user]);
      const both = await readings(3, [user, other]);
      expect(facesSeen(both)).to.equal(2);
      expect(usable(both)).to.have.length(both.length);
      const away = await readings(2, [other]);
      expect(away.every(({ face }) => face === null)).to.equal(true);
      const back = await readings(2, [user, other]);
      expect(usable(back)).to.have.length(back.length);
      const alone = await readings(2, [user]);
      expect(usable(alone)).to.have.length(alone.length);
      expect(facesSeen(alone)).to.equal(1);
      expect(isOf([...both, ...back, ...alone], user)).to.equal(true);
    }
  });

  it('never takes somebody for the user who comes while they are away', async () => {
    await readings(4, [user]);
    await readings(0.5, []);
    expect((await readings(3, [visitor])).every(({ face }) => face === null)).to.equal(true);
    const elsewhere = { ...user, x: 420 };
    const back = await readings(1, [elsewhere, visitor]);
    expect(usable(back)).to.have.length(back.length);
    expect(isOf(back, elsewhere)).to.equal(true);
  });

  it('stays with the user while somebody leans in', async () => {
    const aside = { ...user, x: 460, side: 300 };
    await readings(4, [aside]);
    const both = await readings(3, [aside, { ...neighbour, side: 320 }]);
    expect(usable(both)).to.have.length(both.length);
    expect(isOf(both, aside)).to.equal(true);
  });

  for (const seconds of [0.5, 6])
    it(`goes over to the user where a bystander was in view before, for ${seconds} s`, async () => {
      await readings(seconds, [visitor]);
      const both = await readings(4, [visitor, user]);
      const found = both.findIndex(({ face }) => face && face.box.x > 0.35);
      expect(found * FRAME_MS).to.be.within(1, 1500);
      const counted = usable(both.slice(found));
      expect(counted).to.have.length(both.length - found);
      expect(isOf(counted, user)).to.equal(true);
    });

  it('counts nothing of two who sit side by side from the beginning', async () => {
    const both = await readings(5, [{ ...user, x: 470, side: 290 }, neighbour]);
    expect(facesSeen(both)).to.equal(2);
    expect(usable(both)).to.have.length(0);
  });

  it('reads the user before a wall of drawn faces, and beside a mask, and sees nobody else', async () => {
    for (const background of [wallOfFaces(), greenMask()]) {
      await client.reset();
      const read = await readings(2.5, [{ ...user, x: 400 }], background);
      expect(usable(read)).to.have.length(read.length);
      expect(facesSeen(read)).to.equal(1);
      expect(read.every(({ face }) => face!.box.x > 0.35)).to.equal(true);
    }
  });
});

/** Ovals with two dots and a curve, in rows: the detector takes some of them for one large face. */
function wallOfFaces(): OffscreenCanvas {
  const canvas = new OffscreenCanvas(640, 480);
  const context = canvas.getContext('2d')!;
  context.fillStyle = 'rgb(190, 170, 140)';
  context.fillRect(0, 0, 640, 480);
  for (let row = -1; row < 7; row++) {
    for (let column = -1; column < 9; column++) drawFace(context, 80 * column + (row % 2 ? 65 : 25), 80 * row + 73);
  }
  return canvas;
}

function drawFace(context: OffscreenCanvasRenderingContext2D, x: number, y: number): void {
  const dot = (colour: string, dx: number, dy: number, rx: number, ry: number): void => {
    context.fillStyle = colour;
    context.beginPath();
    context.ellipse(x + dx, y + dy, rx, ry, 0, 0, 7);
    context.fill();
  };
  dot('rgb(140, 110, 90)', 0, 0, 25, 33);
  dot('rgb(40, 30, 30)', -10, -11, 5, 4);
  dot('rgb(40, 30, 30)', 10, -11, 5, 4);
  context.strokeStyle = 'rgb(40, 30, 30)';
  context.lineWidth = 3;
  context.beginPath();
  context.ellipse(x, y + 9, 13, 12, 0, 0.35, 2.8);
  context.stroke();
}

/** A green face with white eyes and a red mouth, which the detector is sure of. */
function greenMask(): OffscreenCanvas {
  const canvas = new OffscreenCanvas(640, 480);
  const context = canvas.getContext('2d')!;
  context.fillStyle = 'rgb(120, 120, 120)';
  context.fillRect(0, 0, 640, 480);
  const dot = (colour: string, x: number, y: number, rx: number, ry: number): void => {
    context.fillStyle = colour;
    context.beginPath();
    context.ellipse(x, y, rx, ry, 0, 0, 7);
    context.fill();
  };
  dot('rgb(60, 180, 75)', 90, 147, 78, 85);
  for (const x of [60, 120]) {
    dot('white', x, 125, 16, 12);
    dot('black', x, 125, 6, 6);
  }
  dot('rgb(200, 30, 30)', 90, 185, 35, 12);
  return canvas;
}
