import 'axe-core';
import { expect } from 'chai';
import { deepElements } from './mount';

/** The package is a script that sets a global, not a module. */
declare const axe: typeof import('axe-core');

const RULES = { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] };

/** Rules about a whole page, which a single element on an empty page cannot keep. */
const PAGE_RULES = ['region', 'page-has-heading-one', 'landmark-one-main', 'bypass'];

/** Asserts that axe finds nothing in `element`, in light and in dark. `page`: also the rules about whole pages. */
export async function expectAccessible(element: Element, { page = false } = {}): Promise<void> {
  for (const theme of ['light', 'dark'] as const) {
    document.documentElement.dataset.theme = theme;
    await settled(element);
    const rules = page ? {} : Object.fromEntries(PAGE_RULES.map((id) => [id, { enabled: false }]));
    const { violations } = await axe.run(element, { ...RULES, rules });
    const told = violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`).join('; ')}`,
    );
    expect(told, theme).to.deep.equal([]);
  }
  delete document.documentElement.dataset.theme;
}

/** Colours fade over and things rise: axe would measure them half way. What is folded away stands still, and never ends. */
async function settled(element: Element): Promise<void> {
  await new Promise(requestAnimationFrame);
  const running = [element, ...deepElements(element.shadowRoot ?? element), ...deepElements(element)]
    .filter((each) => each.checkVisibility())
    .flatMap((each) => each.getAnimations())
    .filter(({ effect }) => effect?.getComputedTiming().iterations !== Infinity);
  await Promise.all(running.map((animation) => animation.finished.catch(() => undefined)));
}
