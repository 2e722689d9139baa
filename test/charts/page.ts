import { emulateMedia } from '@web/test-runner-commands';
import type { LitElement } from 'lit';

/** The page as the app has it: its tokens, and nothing that moves, so that a picture is whole as soon as it is drawn. */
export async function preparePage(): Promise<void> {
  await emulateMedia({ reducedMotion: 'reduce', colorScheme: 'light' });
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = '/assets/styles/base.css';
  const loaded = new Promise((resolve, reject) => {
    link.onload = resolve;
    link.onerror = reject;
  });
  document.head.append(link);
  await loaded;
}

/** Puts an element on the page, on a card of `width` pixels, and waits until it is drawn. */
export async function show<T extends LitElement>(element: T, width = 310): Promise<T> {
  const card = document.createElement('main');
  card.style.width = `${width}px`;
  card.style.background = 'var(--card)';
  card.append(element);
  document.body.append(card);
  await element.updateComplete;
  await frame();
  return element;
}

export function clearPage(): void {
  delete document.documentElement.dataset.theme;
  document.body.replaceChildren();
}

export const frame = (): Promise<number> => new Promise(requestAnimationFrame);

export const inside = <T extends Element>(element: Element, selector: string): T => {
  const found = element.shadowRoot!.querySelector<T>(selector);
  if (!found) throw new Error(`no ${selector}`);
  return found;
};

/** How many pixels of a canvas have the colour a token has now, give or take rounding. */
export function pixelsOf(canvas: HTMLCanvasElement, token: string): number {
  const hex = getComputedStyle(document.documentElement).getPropertyValue(token).trim();
  const colour = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
  const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
  let count = 0;
  for (let i = 0; i < data.length; i += 4) {
    if (data[i + 3]! > 250 && colour.every((channel, c) => Math.abs(data[i + c]! - channel) <= 2)) count += 1;
  }
  return count;
}

/** Opens the table behind a chart and gives its rows as texts. */
export async function openTable(element: LitElement): Promise<string[][]> {
  const details = inside<HTMLDetailsElement>(element, 'details');
  const toggled = new Promise((resolve) => details.addEventListener('toggle', resolve, { once: true }));
  details.open = true;
  await toggled;
  await element.updateComplete;
  const table = inside<LitElement>(element, 'rv-chart-table');
  await table.updateComplete;
  return [...table.shadowRoot!.querySelectorAll('tr')].map((row) =>
    [...row.children].map((cell) => cell.textContent!.trim()),
  );
}
