import { log } from '../base/log';
import type { Signal } from '../domain/settings/settings';
import type { Bell } from './types';

/** When a tone sounds after the stroke, in seconds, and how high, in hertz. */
type Tone = readonly [afterS: number, hertz: number];

/** One stroke for the beginning; for the end a fifth that falls, so that the two are told apart with closed eyes. */
const STROKES = {
  begin: [[0, 440]],
  end: [
    [0, 660],
    [0.35, 440],
  ],
} as const satisfies Record<string, readonly Tone[]>;
/** In milliseconds, on and off in turn. */
const BUZZES: Readonly<Record<keyof typeof STROKES, readonly number[]>> = { begin: [60], end: [60, 120, 60] };

/** Loudest sample of a tone, 0..1: a small bell in the same room. */
export const LOUDNESS = 0.12;
const ATTACK_S = 0.02;
/** After this long a tone has died away. */
export const TONE_S = 1.8;
/** What counts as silence: an exponential never gets to nothing. */
const SILENCE = 1e-4;

/** Tells somebody whose eyes are closed that the time has begun and that it is over, by a soft sound and a short buzz. */
export class SoftBell implements Bell {
  #context: AudioContext | null = null;

  constructor(
    private readonly device: Pick<Navigator, 'vibrate'> = navigator,
    private readonly newContext: () => AudioContext = () => new AudioContext(),
  ) {}

  wake(signal: Signal): void {
    if (signal === 'both') this.#try((context) => void context);
  }

  ring(moment: keyof typeof STROKES, signal: Signal): void {
    if (signal === 'off') return;
    // Phones without a motor have no such function.
    this.device.vibrate?.([...BUZZES[moment]]);
    if (signal === 'both') this.#try((context) => strike(context, STROKES[moment]));
  }

  rest(): void {
    void this.#context?.close();
    this.#context = null;
  }

  /** The context is opened with a press, see `wake`: a browser lets no page make a sound unasked. */
  #try(use: (context: AudioContext) => void): void {
    try {
      this.#context ??= this.#open();
      use(this.#context);
    } catch (error) {
      log.warn('no sound', error);
    }
  }

  #open(): AudioContext {
    // Somebody's music goes on, and the mute switch is heeded (W3C Audio Session, so far in Safari).
    if ('audioSession' in navigator) Object.assign(navigator.audioSession as object, { type: 'ambient' });
    const context = this.newContext();
    // Closed before the browser let it sound: then there is nothing to hear any more.
    context.resume().catch((error: unknown) => log.info('no sound yet', error));
    return context;
  }
}

/** Has these tones sound in `context` from now on. */
export function strike(context: BaseAudioContext, tones: readonly Tone[] = STROKES.begin): void {
  for (const [afterS, hertz] of tones) {
    const startS = context.currentTime + afterS;
    const tone = new OscillatorNode(context, { frequency: hertz });
    const volume = new GainNode(context, { gain: 0 });
    volume.gain.setValueAtTime(SILENCE, startS);
    volume.gain.linearRampToValueAtTime(LOUDNESS, startS + ATTACK_S);
    volume.gain.exponentialRampToValueAtTime(SILENCE, startS + TONE_S);
    tone.connect(volume).connect(context.destination);
    tone.start(startS);
    tone.stop(startS + TONE_S);
  }
}
