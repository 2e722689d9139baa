/** What the page should be like when it is looked at. */
export interface Expected {
  readonly rtl: boolean;
  /** What may be plain: names, and what the person typed. */
  readonly plain: readonly string[];
}

/**
 * Faults of what the page shows in a pseudo-locale, a line each: text that is cut off, sticks out of its box or of the screen, or lies
 * on other text; and text that is left in English, in another direction's language, or holds digits that no formatter wrote.
 * Runs in the page, and takes nothing with it but its argument. See: [Note: The pseudo-locale]
 */
export function shownFaults({ rtl, plain }: Expected): string[] {
  /** Pixels of a fault that nobody sees. */
  const SLACK = 1.5;
  const MARKS = '\u202e';
  const ACCENTED = /[áçđéğĥíķļñóŕšţúŵýžƀƒṽḿ]/i;
  const ATTRIBUTES = ['aria-label', 'placeholder', 'title', 'alt', 'aria-valuetext', 'aria-description'];

  // A whole sentence before the words it holds.
  const longestFirst = plain.toSorted((a, b) => b.length - a.length);
  const faults = new Set<string>();
  const name = (element: Element): string =>
    `${element.localName}${element.classList.length > 0 ? `.${[...element.classList].join('.')}` : ''}`;
  const short = (text: string): string => text.replaceAll(MARKS, '').replaceAll('\u202c', '').slice(0, 60);
  const parentOf = (element: Element): Element | null => {
    const root = element.getRootNode();
    return element.assignedSlot ?? element.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
  };
  const tell = (what: string, text: string, element: Element): void => {
    const root = element.getRootNode();
    const host = root instanceof ShadowRoot ? `${root.host.localName} ` : '';
    faults.add(`${what}: “${short(text)}” in ${host}${name(element)}`);
  };

  const checkWords = (text: string, element: Element): void => {
    // What says that it is of another language, such as the name of one, may be.
    if (element.closest('[lang]:not(html, .spoken)')) return;
    let rest = text;
    for (const word of longestFirst) rest = rest.replaceAll(word, ' ');
    if (/[A-Za-z]{2,}/.test(rest)) tell('left in English', text, element);
    if (rtl && /\d/.test(rest)) tell('a number no formatter wrote', text, element);
    if (ACCENTED.test(rest) && text.includes(MARKS) !== rtl) tell('of another language', text, element);
  };

  const isPainted = (style: CSSStyleDeclaration): boolean =>
    !/^(transparent|rgba\(.*, 0\)|oklab\(.*\/ 0\))$/.test(style.backgroundColor) ||
    (Number.parseFloat(style.borderInlineStartWidth) > 0 && Number.parseFloat(style.borderInlineEndWidth) > 0);

  const checkPlace = (text: string, rects: readonly DOMRect[], element: Element): void => {
    let box: Element | null = element;
    let sideways = false;
    let painted = false;
    for (; box && box !== document.body; box = parentOf(box)) {
      const style = getComputedStyle(box);
      if (style.display === 'contents' || style.display === 'inline') continue;
      const { left, right, top, bottom } = box.getBoundingClientRect();
      const cut = (overflow: string) => overflow === 'hidden' || overflow === 'clip';
      const scrolls = (overflow: string) => overflow === 'auto' || overflow === 'scroll';
      // What is pushed sideways lies outside of the box it is pushed in.
      if (scrolls(style.overflowX)) sideways = true;
      const wide = rects.some((rect) => rect.left < left - SLACK || rect.right > right + SLACK);
      const high = rects.some(
        (rect) => rect.top < top - SLACK - rect.height / 4 || rect.bottom > bottom + SLACK + rect.height / 4,
      );
      const lines = style.webkitLineClamp !== 'none' && box.scrollHeight > box.clientHeight + SLACK;
      if (lines || (cut(style.overflowX) && wide && !sideways) || (cut(style.overflowY) && high))
        tell('cut off', text, element);
      else if (!painted && !sideways && wide && isPainted(style)) tell('sticks out of its box', text, element);
      if (isPainted(style)) painted = true;
      if (scrolls(style.overflowY)) return;
    }
    const out = rects.some((rect) => rect.left < -SLACK || rect.right > innerWidth + SLACK);
    if (out && !sideways) tell('outside the screen', text, element);
  };

  const pen = document.createElement('canvas').getContext('2d')!;
  /** What a field shows by itself breaks no lines. */
  const checkField = (element: Element): void => {
    if (element.matches('input:is([type=checkbox], [type=radio])')) {
      const { width, height } = element.getBoundingClientRect();
      if (width > 0 && width < height - SLACK) tell('squeezed', element.parentElement!.textContent!.trim(), element);
    }
    const isHint = element instanceof HTMLInputElement && element.value === '';
    const text = isHint
      ? element.placeholder
      : element instanceof HTMLSelectElement
        ? (element.selectedOptions[0]?.label ?? '')
        : '';
    const { font, paddingInlineStart, paddingInlineEnd } = getComputedStyle(element);
    pen.font = font;
    const room = element.clientWidth - Number.parseFloat(paddingInlineStart) - Number.parseFloat(paddingInlineEnd);
    if (text !== '' && pen.measureText(text).width > room - (isHint ? 0 : 16)) tell('cut off', text, element);
  };

  const texts: { rects: DOMRect[]; text: string; element: Element; layer: string }[] = [];
  /** Fixed things lie over what scrolls below them. */
  const layerOf = (element: Element): string => {
    for (let one: Element | null = element; one; one = parentOf(one)) {
      if (/^(fixed|sticky)$/.test(getComputedStyle(one).position) || one.localName === 'dialog') return name(one);
    }
    return '';
  };
  /** Whether it is not scrolled out of what it is scrolled in. */
  const isSeen = (rect: DOMRect, element: Element): boolean => {
    for (let one: Element | null = element; one && one !== document.body; one = parentOf(one)) {
      const { overflowX, overflowY } = getComputedStyle(one);
      const { left, right, top, bottom } = one.getBoundingClientRect();
      if (overflowX !== 'visible' && (rect.right < left || rect.left > right)) return false;
      if (overflowY !== 'visible' && (rect.bottom < top || rect.top > bottom)) return false;
    }
    return true;
  };
  const isForEars = (element: Element): boolean => {
    for (let one: Element | null = element; one; one = parentOf(one)) {
      if (getComputedStyle(one).clipPath === 'inset(50%)') return true;
    }
    return false;
  };

  const roots: (Document | ShadowRoot)[] = [document];
  for (const root of roots) {
    for (const element of root.querySelectorAll('*')) {
      if (element.shadowRoot) roots.push(element.shadowRoot);
      if (/^(style|script|title|code|noscript)$/.test(element.localName)) continue;
      if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
      for (const attribute of ATTRIBUTES) {
        const value = element.getAttribute(attribute);
        if (value) checkWords(value, element);
      }
      checkField(element);
      for (const node of element.childNodes) {
        const text = node.nodeType === Node.TEXT_NODE ? node.textContent!.trim().replace(/\s+/g, ' ') : '';
        if (text === '') continue;
        checkWords(text, element);
        const range = document.createRange();
        range.selectNodeContents(node);
        const rects = [...range.getClientRects()].filter(({ width, height }) => width > 0 && height > 0);
        if (rects.length === 0 || element.localName === 'option' || isForEars(element)) continue;
        checkPlace(text, rects, element);
        texts.push({ rects: rects.filter((rect) => isSeen(rect, element)), text, element, layer: layerOf(element) });
      }
    }
  }

  const meet = (a: DOMRect, b: DOMRect): boolean => {
    const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
    const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
    return across > 3 && down > 0.5 * Math.min(a.height, b.height);
  };
  for (const [index, one] of texts.entries()) {
    for (const other of texts.slice(index + 1)) {
      if (one.layer !== other.layer || !one.rects.some((a) => other.rects.some((b) => meet(a, b)))) continue;
      tell(`lies on “${short(other.text)}”`, one.text, one.element);
    }
  }
  if (document.documentElement.scrollWidth > innerWidth + SLACK) faults.add('the page can be pushed sideways');
  for (const dialog of document.querySelectorAll('dialog[open]')) {
    const { top, bottom } = dialog.getBoundingClientRect();
    if (top < 0 || bottom > innerHeight) faults.add('a dialog is taller than the screen');
  }
  return [...faults];
}
