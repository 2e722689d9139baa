import { render, type TemplateResult } from 'lit';
import type { Services } from '../../app/services/types';
import { appStyles } from './app-styles';
import { provideServices } from './provide-services';

const stages = new Set<HTMLElement>();

/**
 * Renders `template` into the page (below `services`, where given) and waits until its first element has rendered.
 * `unmountAll` in `afterEach` takes everything away again.
 */
export async function mount<E extends HTMLElement>(template: TemplateResult, services?: Services): Promise<E> {
  await appStyles();
  const stage = services ? provideServices(services) : document.createElement('div');
  stages.add(stage);
  document.body.append(stage);
  render(template, stage);
  const element = stage.firstElementChild as E & { updateComplete?: Promise<unknown> };
  await element.updateComplete;
  return element;
}

export function unmountAll(): void {
  for (const stage of stages) stage.remove();
  stages.clear();
  delete document.documentElement.dataset.theme;
}

/**
 * Resolves once `condition` holds, looked at after every frame; rejects after `withinMs` with what was waited for. A screen's
 * script may have to be fetched first on a machine that has much else to do: how fast it comes is not what is tested.
 */
export async function until(condition: () => unknown, what: string, withinMs = 12_000): Promise<void> {
  const deadline = performance.now() + withinMs;
  while (!condition()) {
    if (performance.now() > deadline) throw new Error(`Waited in vain: ${what}`);
    await new Promise(requestAnimationFrame);
  }
}

/** The first element that matches, through every open shadow root below `root`, in document order. */
export function deepQuery<E extends Element = HTMLElement>(root: ParentNode, selector: string): E | null {
  for (const element of root.querySelectorAll('*')) {
    if (element.matches(selector)) return element as E;
    const inside = element.shadowRoot && deepQuery<E>(element.shadowRoot, selector);
    if (inside) return inside;
  }
  return null;
}

/** All elements below `root`, through every open shadow root. */
export function deepElements(root: ParentNode): Element[] {
  return [...root.querySelectorAll('*')].flatMap((element) => [
    element,
    ...(element.shadowRoot ? deepElements(element.shadowRoot) : []),
  ]);
}

/** What a person reads, through every open shadow root: text without what is hidden or only for machines. */
export function deepText(root: Node): string {
  if (root.nodeType === Node.TEXT_NODE) return root.textContent ?? '';
  if (root instanceof HTMLElement && (root.hidden || ['STYLE', 'SCRIPT'].includes(root.tagName))) return '';
  if (root instanceof HTMLSlotElement) return root.assignedNodes({ flatten: true }).map(deepText).join(' ');
  const children = root instanceof Element && root.shadowRoot ? root.shadowRoot.childNodes : root.childNodes;
  return [...children].map(deepText).join(' ').replace(/\s+/g, ' ').trim();
}

/** Finds a button or link by the words on it. */
export function control(root: Element, words: string): HTMLElement {
  const controls = deepElements(root.parentElement ?? root).filter((element) => element.matches('button, a[href]'));
  const found = controls.find((element) => deepText(element).startsWith(words));
  if (!found) throw new Error(`No control says “${words}”; there are: ${controls.map(deepText).join(' | ')}`);
  return found as HTMLElement;
}
