import { msg } from '@lit/localize';
import { html, type TemplateResult } from 'lit';

/** What a person may come to Settings for and would have to look for, by the id of where it is. */
const places = (): Readonly<Record<string, string>> => ({
  questions: msg('Your questions'),
  reminders: msg('Reminders'),
  language: msg('Language'),
  lock: msg('Lock'),
  backup: msg('Backup'),
  copies: msg('Copies on this phone'),
  export: msg('Export and import'),
  face: msg('Your face'),
  erase: msg('Withdraw and delete everything'),
});

/** The ways to them, above everything. `go`: one was chosen. */
export const placesNav = (
  go: (id: string) => void,
): TemplateResult => html`<nav class="row" aria-label=${msg('On this page')}>
  ${Object.entries(places()).map(
    ([id, word]) =>
      html`<a
        href="/settings#${id}"
        @click=${(event: Event) => {
          event.preventDefault();
          go(id);
        }}
        >${word}</a
      >`,
  )}
</nav>`;

/** Opens the place of this id, if there is one, and brings it to the top of the window with the focus in it. */
export function goToPlace(root: ParentNode, id: string): void {
  const place = root.querySelector<HTMLElement>(`[data-place~="${CSS.escape(id)}"]`);
  if (!place) return;
  const summary = place.querySelector('summary');
  if (place instanceof HTMLDetailsElement) place.open = true;
  else place.tabIndex = -1;
  (summary ?? place).focus({ preventScroll: true });
  place.scrollIntoView();
}
