import { msg } from '@lit/localize';
import { customElement } from 'lit/decorators.js';
import { sharedStyles } from '../../elements/styles/shared-styles';
import { stepStyles } from './step-styles';
import { StepView } from './step-view';
import { baselineStep } from './timed-parts';
import { timedStyles } from './timed-styles';

/**
 * The second baseline, before a memory that is told aloud: a face that says something of no weight. What its mouth does is what talking
 * alone does to it.
 */
@customElement('rv-step-talking')
export class StepTalking extends StepView {
  override render() {
    return baselineStep(this.session, this.snapshot, {
      text: msg('Now talk a little.'),
      hint: msg('Say the days of the week, or what you had for breakfast. Nothing is listened to.'),
    });
  }

  static override styles = [sharedStyles, stepStyles, timedStyles];
}

declare global {
  interface HTMLElementTagNameMap {
    'rv-step-talking': StepTalking;
  }
}
