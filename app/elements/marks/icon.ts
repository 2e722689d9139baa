import { css, html, LitElement, type PropertyValues } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { ICONS, type IconName } from './icon-paths';

/** These point along the line of reading, whichever way that runs. */
const POINTING: ReadonlySet<IconName> = new Set(['back', 'forward']);

/** The paths by their names. `MORE_ICONS` are among them once an icon has asked for one of those. */
let paths: Readonly<Partial<Record<IconName, string>>> = ICONS;

/** Adds them. If they can't be fetched, their places stay empty: an icon is never all there is to see. */
const fetchMore = async (): Promise<void> => {
  const more = await import('./more-icon-paths').catch(() => null);
  paths = { ...paths, ...more?.MORE_ICONS };
};

/**
 * A line icon in the colour of the text around it. Always decoration: the control it stands in carries the words.
 *
 * `<rv-icon name="lock"></rv-icon>`; its size is 1.5em, or `--icon-size`.
 */
@customElement('rv-icon')
export class RvIcon extends LitElement {
  @property() name: IconName = 'info';

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('name') && !(this.name in paths)) void fetchMore().then(() => this.requestUpdate());
  }

  protected override render() {
    const look = POINTING.has(this.name) ? 'pointing' : '';
    return html`<svg class=${look} viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d=${paths[this.name] ?? ''}></path></svg>`;
  }

  static override styles = css`
    :host {
      display: inline-block;
      width: var(--icon-size, 1.5em);
      height: var(--icon-size, 1.5em);
      flex: none;
    }
    svg {
      display: block;
      width: 100%;
      height: 100%;
      fill: none;
      stroke: currentColor;
      stroke-width: 1.6;
      stroke-linecap: round;
      stroke-linejoin: round;
    }
    .pointing {
      transform: scaleX(var(--forward, 1));
    }
  `;
}

declare global {
  interface HTMLElementTagNameMap {
    'rv-icon': RvIcon;
  }
}
