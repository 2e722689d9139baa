/** A point of a chart, or its row in the table, was activated: the person wants to see that entry. */
export class ChartPointEvent extends CustomEvent<{ readonly entryId: string }> {
  constructor(entryId: string) {
    super('rv-point', { detail: { entryId }, bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'rv-point': ChartPointEvent;
  }
}
