/** The name under which WebDriver hands an element over (W3C WebDriver, 12.2). */
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';

export type ElementId = string;

/** One session of a W3C WebDriver server: the few commands that a walk needs. Each rejects with the driver's own words. */
export class WebDriver {
  readonly #session: string;
  readonly browserVersion: string;

  private constructor(session: string, browserVersion: string) {
    this.#session = session;
    this.browserVersion = browserVersion;
  }

  static async start(server: string, capabilities: object): Promise<WebDriver> {
    const found = await send<{ sessionId: string; capabilities: { browserVersion: string } }>(
      'POST',
      `${server}/session`,
      { capabilities: { alwaysMatch: capabilities } },
    );
    return new WebDriver(`${server}/session/${found.sessionId}`, found.capabilities.browserVersion);
  }

  goto(url: string): Promise<void> {
    return this.#post('url', { url });
  }

  reload(): Promise<void> {
    return this.#post('refresh', {});
  }

  run<R>(work: (...given: never[]) => R | Promise<R>, ...args: readonly unknown[]): Promise<R> {
    return this.#post('execute/sync', { script: `return (${work}).apply(null, arguments)`, args });
  }

  async element(find: () => Element | null): Promise<ElementId> {
    const found = await this.#post<{ [ELEMENT]?: string } | null>('execute/sync', {
      script: `return (${find})()`,
      args: [],
    });
    if (!found?.[ELEMENT]) throw new Error('There is no such element.');
    return found[ELEMENT];
  }

  /** Keys into an element; for a file field, the path of the file to choose. */
  sendKeys(element: ElementId, text: string): Promise<void> {
    return this.#post(`element/${element}/value`, { text });
  }

  press(x: number, y: number): Promise<void> {
    const at = { type: 'pointerMove', duration: 0, origin: 'viewport', x: Math.round(x), y: Math.round(y) };
    const actions = [at, { type: 'pointerDown', button: 0 }, { type: 'pointerUp', button: 0 }];
    return this.#post('actions', { actions: [{ type: 'pointer', id: 'mouse', actions }] });
  }

  type(text: string): Promise<void> {
    const actions = [...text].flatMap((value) => [
      { type: 'keyDown', value },
      { type: 'keyUp', value },
    ]);
    return this.#post('actions', { actions: [{ type: 'key', id: 'keys', actions }] });
  }

  resize(width: number, height: number): Promise<void> {
    return this.#post('window/rect', { width, height });
  }

  end(): Promise<void> {
    return send('DELETE', this.#session);
  }

  #post<R = void>(command: string, body: object): Promise<R> {
    return send('POST', `${this.#session}/${command}`, body);
  }
}

async function send<R>(method: string, url: string, body?: object): Promise<R> {
  const response = await fetch(url, { method, ...(body ? { body: JSON.stringify(body) } : {}) });
  const { value } = (await response.json()) as { value: R & { error: string; message: string } };
  if (!response.ok) throw new Error(`${value.error}: ${value.message}`);
  return value;
}
