/** A point of a chart, or its row in the table, was activated: the person wants to see that entry, or these. */
export class ChartPointEvent extends CustomEvent<{ readonly entryId: string; readonly entryIds: readonly string[] }> {
  /** @param others the entries it stands for as well, where it stands for several */
  constructor(entryId: string, others: readonly string[] = []) {
    super('rv-point', { detail: { entryId, entryIds: [entryId, ...others] }, bubbles: true, composed: true });
  }
}

/** A chart was made a picture of: the person wants to keep it. */
export class ChartPictureEvent extends CustomEvent<{ readonly picture: Blob }> {
  constructor(picture: Blob) {
    super('rv-picture', { detail: { picture }, bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'rv-point': ChartPointEvent;
    'rv-picture': ChartPictureEvent;
  }
}
