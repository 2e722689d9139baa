interface Live {
  /** Of the entry it is to become. */
  readonly entryId: string;
  readonly ended: boolean;
}

/**
 * The sessions of one kind on this page: the one that is shown, and those that were left for another's draft before they had
 * ended. What is in them may be nowhere else, so each stays until it ends by itself, and can be gone on with.
 */
export class LiveSessions<S extends Live> {
  #all: readonly S[] = [];

  /** The one that was shown last; null where all have ended. */
  get current(): S | null {
    return this.underWay.at(-1) ?? null;
  }

  get underWay(): readonly S[] {
    return this.#all.filter(({ ended }) => !ended);
  }

  /** The one under way that is to become this entry. */
  of(entryId: string): S | null {
    return this.underWay.find((session) => session.entryId === entryId) ?? null;
  }

  /** From here on this one is shown. */
  show(session: S): S {
    this.#all = [...this.underWay.filter((other) => other !== session), session];
    return session;
  }
}
