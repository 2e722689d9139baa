import type { Page } from 'playwright-core';
import { settle } from '../app';

/**
 * In forced colours grounds, shadows and gradients are taken away: a line for each control or track without an edge, and for each
 * chosen one that looks like the others. What a slider's own parts look like, no script can read.
 */
export async function unseenInForcedColours(page: Page): Promise<string[]> {
  await page.emulateMedia({ forcedColors: 'active' });
  // tsx gives functions their names by a helper, which stays behind when one is sent into the page.
  await page.evaluate('globalThis.__name ??= (named) => named');
  await settle(page);
  const faults = await page.evaluate(unseen);
  await page.emulateMedia({ forcedColors: 'none' });
  return faults;
}

/** In the page. */
function unseen(): string[] {
  const probe = document.body.appendChild(document.createElement('i'));
  const system = (name: string): string => {
    probe.style.color = name;
    return getComputedStyle(probe).color;
  };
  const [canvas, highlight] = [system('Canvas'), system('Highlight')];
  const isSeen = (colour: string): boolean => colour !== canvas && !/^rgba\(.*, 0\)$/.test(colour);
  const faults: string[] = [];
  const look = (element: Element): void => {
    const name = `${element.localName}.${element.className} “${element.textContent?.trim().slice(0, 30)}”`;
    const { borderTopWidth, borderTopColor, backgroundColor, forcedColorAdjust } = getComputedStyle(element);
    const isFilled = forcedColorAdjust === 'none' && isSeen(backgroundColor);
    const isEdged = isFilled || (Number.parseFloat(borderTopWidth) >= 1 && isSeen(borderTopColor));
    if (element.matches('.primary, .quiet, .plain, .danger, .chip, .track') && !isEdged)
      faults.push(`no edge: ${name}`);
    if (element.matches('.chip[aria-pressed="true"], .chip:has(input:checked)') && backgroundColor !== highlight)
      faults.push(`not as chosen: ${name}`);
  };
  const roots: (Document | ShadowRoot)[] = [document];
  for (const root of roots) {
    for (const element of root.querySelectorAll('*')) {
      if (element.shadowRoot) roots.push(element.shadowRoot);
      if (element.checkVisibility()) look(element);
    }
  }
  probe.remove();
  return faults;
}
