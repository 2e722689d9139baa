/** What a page may be handed and may hand back: what survives a way through JSON. */
export type Plain = string | number | boolean | null | readonly Plain[] | { readonly [key: string]: Plain };

/** A browser with another engine than Chromium's, with one page and a fresh profile. */
export interface Engine {
  /** Name and version, for people. */
  readonly name: string;
  /** Uncaught errors and refusals of the content security policy so far: empty in every test. */
  wrongs(): Promise<readonly string[]>;
  goto(url: string): Promise<void>;
  reload(): Promise<void>;
  /** Runs `work` in the page. It is sent as text, so it uses nothing from around it. */
  run<A extends readonly Plain[], R>(work: (...given: A) => R | Promise<R>, ...given: A): Promise<R>;
  /** A press of the mouse, in CSS pixels from the window's top left. */
  press(x: number, y: number): Promise<void>;
  /** Keys, as a person types them, into what has the focus. */
  type(text: string): Promise<void>;
  /** Chooses `path` in the file field that `field` finds in the page. */
  choose(field: () => Element | null, path: string): Promise<void>;
  /** The folder that downloads go to. */
  readonly downloads: string;
  close(): Promise<void>;
}
