import { expect } from 'chai';
import { afterSeeing, compareStamps, nextStamp, type Stamp, stampName } from '../../app/base/hybrid-clock';
import { numbersFrom } from '../../app/base/seeded';
import { type Edit, editOf, newestOf, pathOf } from '../../app/sync/edit';
import { shownOf } from '../../app/sync/shown';

const RUNS = 1_000;
const STEPS = 40;

/** A device as the model sees it: what it knows of each entry, and a clock of its own that is somewhat wrong. */
class Device {
  readonly known = new Map<string, readonly Edit[]>();
  readonly made: Edit[] = [];
  #last: Stamp;

  constructor(
    node: string,
    private readonly aheadMs: number,
  ) {
    this.#last = { ms: 0, counter: 0, node };
  }

  /** Everything that is shown, by id. */
  get shown(): ReadonlyMap<string, Edit> {
    return new Map([...this.known.values()].flatMap((newest) => [...shownOf(newest)]));
  }

  do(id: string, isErased: boolean, nowMs: number): void {
    this.#last = nextStamp(this.#last, nowMs + this.aheadMs);
    const shown = this.shown.get(id) ?? null;
    const edit = editOf({ id, at: this.#last, isErased }, shown, this.known.get(shown?.entry ?? id) ?? []);
    this.made.push(edit);
    this.#take(edit);
  }

  receive(edit: Edit, nowMs: number): void {
    this.#last = afterSeeing(this.#last, edit.at, nowMs + this.aheadMs);
    this.#take(edit);
  }

  /** An earlier state of what it knew of others, as after a restored phone: its own edits come back from the folder. */
  forgetSome(draw: () => number): void {
    for (const entry of [...this.known.keys()]) if (draw() < 0.5) this.known.delete(entry);
  }

  /** The same to the last stamp on all devices that agree. */
  get state(): readonly string[] {
    return [...this.shown].map(([id, edit]) => `${id} ${stampName(edit.at)}`).sort();
  }

  #take(edit: Edit): void {
    this.known.set(edit.entry, newestOf(this.known.get(edit.entry) ?? [], [edit]));
  }
}

/** Two to four devices that edit and erase the same few entries apart, and hear of each other late, twice, out of order or cut short. */
function run(seed: number): readonly Device[] {
  const draw = numbersFrom(seed);
  const below = (count: number): number => Math.floor(draw() * count);
  const devices = Array.from({ length: 2 + below(3) }, (_, at) => new Device(`d${at}`, below(120_000)));
  let nowMs = 1_000_000;
  for (let step = 0; step < STEPS; step++) {
    nowMs += below(60_000);
    const device = devices[below(devices.length)]!;
    const what = draw();
    const ids = [...device.shown.keys()];
    if (what < 0.2 || ids.length === 0) device.do(`entry-${below(4)}`, false, nowMs);
    else if (what < 0.45) device.do(ids[below(ids.length)]!, false, nowMs);
    else if (what < 0.6) device.do(ids[below(ids.length)]!, true, nowMs);
    else if (what < 0.63) device.forgetSome(draw);
    else deliver(device, devices[below(devices.length)]!.made, draw, nowMs);
  }
  // In the end each hears everything, in an order of its own, and some of it again.
  for (const device of devices) {
    const all = devices.flatMap(({ made }) => made);
    for (const edit of [...shuffled(all, draw), ...all.slice(below(all.length + 1))]) device.receive(edit, nowMs);
  }
  return devices;
}

function deliver(to: Device, made: readonly Edit[], draw: () => number, nowMs: number): void {
  const some = shuffled(made, draw).slice(0, Math.floor(draw() * (made.length + 1)));
  for (const edit of some) to.receive(edit, nowMs);
}

function shuffled<T>(all: readonly T[], draw: () => number): T[] {
  return all
    .map((one) => ({ one, by: draw() }))
    .sort((a, b) => a.by - b.by)
    .map(({ one }) => one);
}

/** Whether somebody edited it further, or erased it or what it had become, or erased the entry later without knowing of it. */
function isAccountedFor(edit: Edit, all: readonly Edit[]): boolean {
  const name = stampName(edit.at);
  return all.some(
    (other) =>
      other.entry === edit.entry &&
      (other.line.some((stamp) => stampName(stamp) === name) ||
        (other.isErased && compareStamps(other.at, edit.at) > 0 && !knewOf(other, edit))),
  );
}

const knewOf = ({ knew }: Edit, edit: Edit): boolean => {
  const path = new Set(pathOf(edit).map(stampName));
  return knew.some((stamp) => path.has(stampName(stamp)));
};

describe('devices that were apart', () => {
  it(`end the same, with no edit lost and none back that was erased, in ${RUNS} interleavings`, () => {
    let besides = 0;
    for (let seed = 1; seed <= RUNS; seed++) {
      const devices = run(seed);
      const [{ state, shown }] = devices as [Device];
      for (const device of devices) expect(device.state, `seed ${seed}`).to.deep.equal(state);
      const all = devices.flatMap(({ made }) => made);
      const kept = new Set([...shown.values()].map(({ at }) => stampName(at)));
      for (const edit of all) {
        const isKept = kept.has(stampName(edit.at));
        if (edit.isErased) expect(isKept, `seed ${seed}: an erasure is shown`).to.equal(false);
        else expect(isKept !== isAccountedFor(edit, all), `seed ${seed}: ${stampName(edit.at)}`).to.equal(true);
      }
      besides += [...shown.keys()].filter((id) => !id.startsWith('entry-')).length;
    }
    expect(besides, 'edits that are kept beside another').to.be.above(RUNS / 10);
  }).timeout(20_000);
});
