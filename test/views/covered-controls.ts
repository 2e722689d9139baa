import { deepElements } from '../support/mount';

const CONTROLS = 'button, a[href], input, textarea, select, summary';

/** What is at this point of the window, through every open shadow root. */
function topmost(x: number, y: number): Element | null {
  let found = document.elementFromPoint(x, y);
  for (;;) {
    const inside: Element | null = found?.shadowRoot?.elementFromPoint(x, y) ?? null;
    if (!inside || inside === found) return found;
    found = inside;
  }
}

const parentOf = (element: Element): Element | null => {
  const root = element.getRootNode();
  return element.assignedSlot ?? element.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
};

function isWithin(element: Element | null, ancestor: Element): boolean {
  for (let one = element; one; one = parentOf(one)) if (one === ancestor) return true;
  return false;
}

/** A field is what stands for it as well: its label. */
const standsFor = (top: Element | null, control: Element): boolean =>
  isWithin(top, control) ||
  (control instanceof HTMLInputElement && [...(control.labels ?? [])].some((label) => isWithin(top, label)));

const nameOf = (control: Element): string =>
  `${control.localName} “${(control.getAttribute('aria-label') ?? control.textContent ?? '').trim().replace(/\s+/g, ' ').slice(0, 40)}”`;

/** The controls below `root` that nobody can press: no scrolling brings them into view, or something lies over them there. */
export function coveredControls(root: ParentNode): string[] {
  const faults: string[] = [];
  for (const control of deepElements(root)) {
    if (!control.matches(CONTROLS) || !control.checkVisibility({ visibilityProperty: true })) continue;
    control.scrollIntoView({ block: 'center', behavior: 'instant' });
    const { left, right, top, bottom } = control.getBoundingClientRect();
    if (left < -1 || right > innerWidth + 1) faults.push(`${nameOf(control)} is beside the window`);
    else if (!standsFor(topmost((left + right) / 2, (top + bottom) / 2), control))
      faults.push(`${nameOf(control)} is covered`);
  }
  scrollTo(0, 0);
  return faults;
}
