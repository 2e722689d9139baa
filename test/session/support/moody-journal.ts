import { Failure, type FailureCode } from '../../../app/domain/failure/failure';
import type { Draft } from '../../../app/journal/journal';
import { FakeJournal } from '../../support/fake-journal';

/** A journal whose writes can be made to fail or to wait. */
export class MoodyJournal extends FakeJournal {
  readonly saveFailures: (FailureCode | null)[] = [];
  readonly draftFailures: FailureCode[] = [];
  readonly eraseFailures: FailureCode[] = [];
  draftsKept = 0;
  slow: Promise<void> | null = null;

  override async save(...args: Parameters<FakeJournal['save']>): Promise<void> {
    await this.slow;
    const failure = this.saveFailures.shift();
    if (failure) throw new Failure(failure);
    await super.save(...args);
  }

  override async dropDraft(entryId?: string): Promise<void> {
    const failure = this.eraseFailures.shift();
    if (failure) throw new Failure(failure);
    await super.dropDraft(entryId);
  }

  override async keepDraft(draft: Draft): Promise<void> {
    await this.slow;
    const failure = this.draftFailures.shift();
    if (failure) throw new Failure(failure);
    this.draftsKept++;
    await super.keepDraft(draft);
  }
}
