/** In the page: every text in view, of all shadow roots, as it stands there; nothing that is only heard. */
export function visibleTexts(): string[] {
  const texts: string[] = [];
  const roots: (Document | ShadowRoot)[] = [document];
  for (const root of roots) {
    for (const element of root.querySelectorAll('*')) {
      if (element.shadowRoot) roots.push(element.shadowRoot);
      if (element.matches('script, style')) continue;
      for (const node of element.childNodes) {
        const text = node.nodeType === Node.TEXT_NODE ? (node.textContent ?? '').replace(/\s+/g, ' ').trim() : '';
        if (text === '' || !element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
        const range = document.createRange();
        range.selectNodeContents(node);
        const { top, bottom, width, height } = range.getBoundingClientRect();
        const { clipPath } = getComputedStyle(element);
        const isSeen = bottom > 0 && top < innerHeight && width > 1 && height > 1 && clipPath === 'none';
        if (isSeen) texts.push(text);
      }
    }
  }
  return texts;
}
