import type { Page } from 'playwright-core';

/**
 * What the first view and the app both draw, a line each in the order of the page: tag, classes, what it is for, its words. Left out is
 * what only one of them has: elements that draw, what says the state of the app, and today's date.
 */
export const outlineOf = (page: Page, selector: '.first-view' | 'rv-app'): Promise<string[]> =>
  page.evaluate((start) => {
    const LEFT_OUT = 'svg, rv-icon, rv-scene, .scene, rv-invitation, .skip, .rail-foot, rv-status, rv-toast, .below';
    const KEPT = ['type', 'href', 'aria-label', 'aria-current', 'aria-hidden', 'data-press'];
    const lines: string[] = [];
    // A list of what is left, not a function that calls itself: those do not survive the way from the tool into the page.
    const left: Node[] = [[...document.querySelectorAll(start)].find((one) => one.checkVisibility())!];
    for (let node = left.shift(); node; node = left.shift()) {
      if (node.nodeType === Node.TEXT_NODE) {
        const words = node.textContent!.trim().replace(/\s+/g, ' ');
        if (words !== '' && !node.parentElement?.matches('.eyebrow')) lines.push(words);
        continue;
      }
      if (!(node instanceof Element) || node.matches(LEFT_OUT)) continue;
      // A host is drawn by what is in its shadow; the first view has a plain element in its place.
      if (node.tagName.includes('-') || node.matches('.screen, .first-view')) {
        left.unshift(...(node.shadowRoot ?? node).childNodes);
        continue;
      }
      const told = KEPT.filter((name) => node.hasAttribute(name)).map((name) => `${name}=${node.getAttribute(name)}`);
      lines.push([node.localName, ...node.classList, ...told].join(' '));
      left.unshift(...node.childNodes);
    }
    return lines;
  }, selector);
