/** Where a face is: its middle and its longer side, in shares of the frame's longer side. */
export interface Place {
  readonly cx: number;
  readonly cy: number;
  readonly size: number;
}

/** A face beside others, of which one has to be chosen. */
export interface Candidate extends Place {
  /** How much it looks like the one that is wanted, above 0; only compared. See `faceWeight`. */
  readonly weight: number;
  /** Whether it is a face beyond doubt: others that are not are never held against the person. */
  readonly certain: boolean;
}

/**
 * A face smaller than this is too far away to be the one that holds the device: 54 cm before a laptop's camera, 72 cm before
 * a phone held upright, by the field of view of `pose.ts` and a face of 18 cm. Share of the frame's longer side.
 */
export const HOLDER_SIZE = 0.2;
/** A face this many times the size of another is clearly the nearer one: 40 cm away against 64. */
export const NEARER = 1.6;
/** A face this many times the size of all others is the person's from the first frame on: the others stand behind. */
export const IN_FRONT = 1.25;
/** A face that was followed for this long while no other came near its size is known as the person's, in milliseconds. */
export const SETTLED_MS = 3_000;
/** A nearer face takes over once it has been there for this long, in milliseconds: a passer-by's has gone by then. */
export const CHALLENGE_MS = 400;
/** How often to look for others while the face that is followed is too far away to be the person's, in milliseconds. */
export const DOUBTFUL_LOOK_MS = 500;
/** A nearer face in the place of a person who has gone counts as theirs after this long, in milliseconds. */
export const NEWCOMER_MS = 1_000;
/** Who has been away for this long is forgotten, and the search begins again, in milliseconds. */
export const FORGOTTEN_MS = 10_000;
/** A face that was found again is the same one if its size changed by no more than this factor ... */
export const SAME_SIZE = 1.6;
/** ... and it moved by no more than this many of its sizes, and this many more for each second that it was gone. */
export const SAME_PLACE = 1;
export const SAME_PLACE_PER_SECOND = 2;
/** From one frame to the next a face cannot grow or shrink by more than this factor: the tracker is on another one. */
export const JUMP = 1.4;
/** A pause between two frames counts for no more than this towards `SETTLED_MS`, in milliseconds. */
const LONGEST_STEP_MS = 500;
/** Another's face that the detector misses is remembered for this long, in milliseconds. */
const OTHER_KEPT_MS = 3_000;

interface Seen extends Place {
  readonly atMs: number;
}

/** Someone who was met at `sinceMs`, and where they were last. */
interface Met extends Seen {
  readonly sinceMs: number;
}

/**
 * Which of the faces in view is the person's.
 *
 * [Note: Whose face it is]
 * The person who holds the device is nearest to it. The largest and most central face is taken for theirs, followed from frame
 * to frame, and kept: nobody is recognised, so place, size and time are all there is to go by. Three things can be unclear,
 * and readings do not count meanwhile (`sure`).
 * - At first, two faces are of about one size. Who is followed is settled only where one of them stays alone.
 * - A much nearer face comes while the one that is followed is too far away to hold the device, or hardly known: it takes
 *   over if it stays. A face that is settled and near keeps its place whoever else comes.
 * - The face is lost. Only one that fits in size and place, and that was not seen beside it before, is taken for it again.
 *   A visitor who stays alone in view is nobody to be read until the person has been gone for `FORGOTTEN_MS`.
 */
export class WhoseFace {
  #person: Seen | null = null;
  #settledMs = 0;
  #others: readonly Seen[] = [];
  #challenger: Met | null = null;
  #newcomer: Met | null = null;
  /** Somebody was followed before, and forgotten: the next one may be another. */
  #second = false;

  reset(): void {
    this.#forget();
    this.#second = false;
  }

  /** Faces beside the one that is followed, as of the last look around. */
  get others(): number {
    return this.#others.length;
  }

  /** Whether the face that is followed is the person's beyond doubt. */
  get sure(): boolean {
    if (this.#challenger || !this.#person) return false;
    return this.#settled || (!this.#second && this.#inFront);
  }

  /** How long to wait from one look around to the next, in milliseconds; `usualMs` unless something is unclear. */
  lookAfterMs(usualMs: number): number {
    if (this.#challenger) return CHALLENGE_MS;
    return this.#person && this.#person.size < HOLDER_SIZE ? DOUBTFUL_LOOK_MS : usualMs;
  }

  /** The tracker has found a face where the one it follows was. False where it cannot be the same one. */
  follow(place: Place, tMs: number): boolean {
    const before = this.#person;
    if (!before) return false;
    const elapsedMs = Math.abs(tMs - before.atMs);
    if (elapsedMs < LONGEST_STEP_MS && factor(place, before) > JUMP) return false;
    if (this.#inFront) this.#settledMs += Math.min(LONGEST_STEP_MS, elapsedMs);
    this.#person = seen(place, tMs);
    return true;
  }

  /** Takes the other faces that a look around has found beside the one that is followed. The index of the one that takes over, or -1. */
  lookAround(others: readonly Candidate[], tMs: number): number {
    this.#beside(others, -1, tMs);
    const near = this.#nearer(others);
    if (near < 0) {
      this.#challenger = null;
      return -1;
    }
    const challenger = met(this.#challenger, others[near]!, tMs);
    this.#challenger = challenger;
    if (tMs - challenger.sinceMs < CHALLENGE_MS) return -1;
    const before = this.#person!;
    this.#take(others[near]!, tMs);
    this.#beside(others, near, tMs);
    this.#others = [before, ...this.#others];
    return near;
  }

  /** Which of `faces` is the person's, where none is followed; -1 for none of them. */
  choose(faces: readonly Candidate[], tMs: number): number {
    if (this.#person && Math.abs(tMs - this.#person.atMs) >= FORGOTTEN_MS) {
      this.#second ||= this.#settled;
      this.#forget();
    }
    const before = this.#person;
    const chosen = before && this.#settled ? this.#again(faces, before, tMs) : heaviest(faces);
    const face = faces[chosen];
    if (!face) return -1;
    if (before && isSame(face, before, Math.abs(tMs - before.atMs))) this.#person = seen(face, tMs);
    else this.#take(face, tMs);
    this.#beside(faces, chosen, tMs);
    return chosen;
  }

  get #settled(): boolean {
    return this.#settledMs >= SETTLED_MS;
  }

  get #inFront(): boolean {
    return this.#others.every((other) => this.#person!.size >= IN_FRONT * other.size);
  }

  #forget(): void {
    this.#person = null;
    this.#settledMs = 0;
    this.#others = [];
    this.#challenger = null;
    this.#newcomer = null;
  }

  /** Another face than before is the person's from now on. */
  #take(face: Place, tMs: number): void {
    // A settled one leaves only for somebody who may be another.
    this.#second ||= this.#newcomer !== null;
    this.#forget();
    this.#person = seen(face, tMs);
  }

  /** Remembers the faces beside that with the index `chosen`. */
  #beside(faces: readonly Candidate[], chosen: number, tMs: number): void {
    this.#others = faces.filter(({ certain }, index) => certain && index !== chosen).map((face) => seen(face, tMs));
  }

  /** The heaviest of those that are clearly nearer than a followed face which may be a bystander's; -1 for none. */
  #nearer(others: readonly Candidate[]): number {
    const person = this.#person!;
    if (this.#settled && person.size >= HOLDER_SIZE) return -1;
    return heaviest(others, (other) => other.certain && other.size >= NEARER * person.size);
  }

  /** Which of `faces` is the settled person's who was lost; -1 for none. Sets `#newcomer` where somebody else takes their place. */
  #again(faces: readonly Candidate[], person: Seen, tMs: number): number {
    const others = this.#followOthers(faces, person, tMs);
    const goneMs = Math.abs(tMs - person.atMs);
    const isOpen = (face: Candidate): boolean => !others.has(face);
    const same = nearest(faces, person, (face) => isOpen(face) && isSame(face, person, goneMs));
    if (same >= 0) {
      this.#newcomer = null;
      return same;
    }
    const near = heaviest(faces, (face) => isOpen(face) && face.certain && face.size >= person.size);
    this.#newcomer = near < 0 ? null : met(this.#newcomer, faces[near]!, tMs);
    return this.#newcomer && tMs - this.#newcomer.sinceMs >= NEWCOMER_MS ? near : -1;
  }

  /** Those of `faces` that belong to others who were seen beside the person; remembers where they are now. */
  #followOthers(faces: readonly Candidate[], person: Seen, tMs: number): ReadonlySet<Candidate> {
    const found = new Set<Candidate>();
    this.#others = this.#others.flatMap((other) => {
      const goneMs = Math.abs(tMs - other.atMs);
      const at = nearest(faces, other, (face) => !found.has(face) && isSame(face, other, goneMs));
      const face = faces[at];
      if (!face || away(face, person) < away(face, other)) return goneMs < OTHER_KEPT_MS ? [other] : [];
      found.add(face);
      return [seen(face, tMs)];
    });
    return found;
  }
}

const seen = ({ cx, cy, size }: Place, atMs: number): Seen => ({ cx, cy, size, atMs });

/** The larger of two sizes over the smaller. */
const factor = (a: Place, b: Place): number => Math.max(a.size / b.size, b.size / a.size);

/** Distance of two places in sizes of the larger. */
const distance = (a: Place, b: Place): number => Math.hypot(a.cx - b.cx, a.cy - b.cy) / Math.max(a.size, b.size);

/** How unlike two places are: a doubled size counts as much as a move by 1.4 sizes. */
const away = (a: Place, b: Place): number => distance(a, b) + 2 * Math.log(factor(a, b));

const isSame = (a: Place, b: Place, goneMs: number): boolean =>
  factor(a, b) <= SAME_SIZE && distance(a, b) <= SAME_PLACE + (SAME_PLACE_PER_SECOND * goneMs) / 1000;

/** `before` where `face` is the same one still, else somebody who is met now. */
const met = (before: Met | null, face: Place, tMs: number): Met => {
  const known = before && isSame(face, before, Math.abs(tMs - before.atMs));
  return { ...seen(face, tMs), sinceMs: known ? before.sinceMs : tMs };
};

const heaviest = (faces: readonly Candidate[], applies: (face: Candidate) => boolean = () => true): number =>
  bestOf(faces, (face) => (applies(face) ? face.weight : -Infinity));

const nearest = (faces: readonly Candidate[], place: Place, applies: (face: Candidate) => boolean): number =>
  bestOf(faces, (face) => (applies(face) ? -away(face, place) : -Infinity));

/** Index of the highest value; -1 where none is above -Infinity. */
function bestOf(faces: readonly Candidate[], value: (face: Candidate) => number): number {
  let [best, highest] = [-1, -Infinity];
  for (const [index, face] of faces.entries()) {
    const own = value(face);
    if (own > highest) [best, highest] = [index, own];
  }
  return best;
}
