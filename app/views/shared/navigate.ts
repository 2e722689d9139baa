/** Asks the shell to go to a path of the app; `replace` leaves no step to go back to. */
export class NavigateEvent extends CustomEvent<{ readonly path: string; readonly replace: boolean }> {
  static readonly eventName = 'rv-navigate';
  constructor(path: string, replace = false) {
    super(NavigateEvent.eventName, { detail: { path, replace }, bubbles: true, composed: true });
  }
}

/** Goes to `path` (`/history`, `/entry/…`): call it on the element the person acted on. */
export const navigate = (from: EventTarget, path: string, options: { replace?: boolean } = {}): void => {
  from.dispatchEvent(new NavigateEvent(path, options.replace));
};

declare global {
  interface HTMLElementEventMap {
    'rv-navigate': NavigateEvent;
  }
}
