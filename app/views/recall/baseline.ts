import { msg } from '@lit/localize';
import { customElement } from 'lit/decorators.js';
import { sharedStyles } from '../../elements/styles/shared-styles';
import { stepStyles } from './step-styles';
import { StepView } from './step-view';
import { baselineStep } from './timed-parts';
import { timedStyles } from './timed-styles';

/** A still face to compare with: nothing to do but look at a dot. */
@customElement('rv-step-baseline')
export class StepBaseline extends StepView {
  override render() {
    return baselineStep(this.session, this.snapshot, {
      text: msg('Just look at the dot.'),
      hint: this.snapshot.looksUnlike
        ? msg('Your face looks different today, so it takes a few seconds longer.')
        : msg('The camera reads your face at rest, so that it can tell what changes.'),
    });
  }

  static override styles = [sharedStyles, stepStyles, timedStyles];
}

declare global {
  interface HTMLElementTagNameMap {
    'rv-step-baseline': StepBaseline;
  }
}
