import { consume } from '@lit/context';
import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { asFailure, type Failure } from '../../domain/failure/failure';
import { plural } from '../../words/plural';
import { tooShortWords } from '../../words/settings/passphrase-words';
import '../../elements/marks/icon';
import type { IconName } from '../../elements/marks/icon-paths';
import '../../elements/drawings/scene';
import { isTooShort } from '../../domain/settings/passphrase';
import { passphraseHint } from '../../elements/fields/passphrase-hint';
import { sharedStyles } from '../../elements/styles/shared-styles';
import { failureNotice } from '../shared/failure-notice';
import { navigate } from '../shared/navigate';
import { Screen } from '../shared/screen';
import { lockSetupStyles } from './lock-setup-styles';
import '../../elements/fields/secret-field';
import type { SecretField } from '../../elements/fields/secret-field';
import { type Services, servicesContext } from '../../services/types';
import { pointStyles } from '../recall/point-styles';
import { stepStyles } from '../recall/step-styles';

/** What is being set up or changed. */
export type LockChange = 'new' | 'passphrase' | 'recovery' | 'renew' | 'passkey' | 'passkey-off' | 'off';
type Step = 'why' | 'current' | 'passphrase' | 'code' | 'confirm' | 'working' | 'done';

/** The steps of each change, in order; `working` is between the last of them and `done`. */
const STEPS: Readonly<Record<LockChange, readonly Step[]>> = {
  new: ['why', 'passphrase', 'code', 'confirm'],
  passphrase: ['current', 'passphrase'],
  recovery: ['current', 'code', 'confirm'],
  renew: ['current', 'passphrase', 'code', 'confirm'],
  passkey: ['current'],
  'passkey-off': ['current'],
  off: ['current'],
};

/** Which group of the code is asked for again, counted from 0: one that cannot be remembered from the screen's edges. */
const ASKED_GROUP = 3;

/** Sets up the lock, or changes what opens it: one thing per screen, and nothing takes effect before the last. */
@customElement('rv-lock-setup')
export class RvLockSetup extends Screen {
  @consume({ context: servicesContext })
  @property({ attribute: false })
  services!: Services;

  @property() what: LockChange = 'new';
  /** The passkey that `passkey-off` removes. */
  @property() passkey = '';
  @state() private step: Step = 'why';
  @state() private problem = '';
  @state() private failure: Failure | null = null;
  @state() private code = '';
  @query('rv-secret-field') private field!: SecretField | null;
  @query('#group') private group!: HTMLInputElement | null;
  #current = '';
  #passphrase = '';

  override connectedCallback(): void {
    super.connectedCallback();
    if (!(this.what in STEPS)) this.what = 'new';
    this.step = STEPS[this.what][0]!;
    void this.services.lock.newRecoveryCode().then((code) => {
      this.code = code;
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#forget();
  }

  protected override render(): TemplateResult {
    return html`<form class="step" novalidate @submit=${this.#next} @input=${this.#onInput}>
      ${this.step === 'done' ? nothing : html`<div class="spread bar"><p class="small">${this.#title()}</p><button type="button" class="link" @click=${this.#leave}>${msg('Cancel')}</button></div>`}
      ${this.#body()} ${this.failure ? failureNotice(this.failure) : nothing}
    </form>`;
  }

  #title(): string {
    const titles: Record<LockChange, string> = {
      new: msg('Lock your journal'),
      passphrase: msg('New passphrase'),
      recovery: msg('New recovery code'),
      renew: msg('Renew the lock'),
      passkey: msg('Add a passkey'),
      'passkey-off': msg('Remove the passkey'),
      off: msg('Remove the lock'),
    };
    return titles[this.what];
  }

  #body(): TemplateResult {
    switch (this.step) {
      case 'why':
        return this.#why();
      case 'current':
        return this.#askCurrent();
      case 'passphrase':
        return this.#askPassphrase();
      case 'code':
        return this.#showCode();
      case 'confirm':
        return this.#askGroup();
      case 'working':
        return html`<div class="grow calm"><h1 class="h1">${msg('Turning the key…')}</h1><p class="lede">${msg('This takes a moment on purpose: it’s what makes guessing slow.')}</p></div>`;
      case 'done':
        return this.#done();
    }
  }

  #why(): TemplateResult {
    return html`<h1 class="h1">${msg('For your eyes only.')}</h1>
      <ul class="points">
        ${point('lock', msg('What it does'), msg('Your journal is encrypted with a new key that only you can unlock. While it’s locked, no one who picks up this phone can read it, and no one who copies its files can read what you write from now on. Traces of earlier entries may stay in the browser’s files for a while.'))}
        ${point('edit', msg('A recovery code to keep safe'), msg('You’ll get a recovery code to write down. It opens the journal if you forget your passphrase.'))}
        ${point('warning', msg('There’s no reset'), msg('No one else has a key. If you lose both, the journal is lost too, and no one can bring it back.'))}
      </ul>
      <div class="actions"><button class="primary">${msg('Choose a passphrase')}</button></div>`;
  }

  #askCurrent(): TemplateResult {
    const off = this.what === 'off';
    return html`<h1 class="h1">${off ? msg('Remove the lock?') : msg('First, confirm it’s you.')}</h1>
      ${off ? html`<p class="lede">${msg('Your entries stay encrypted with a key this browser keeps, so anyone who can unlock this phone can read them. Your passphrase, recovery code and passkeys stop working.')}</p>` : nothing}
      <rv-secret-field label=${msg('Passphrase or recovery code')} autocomplete="current-password" ?invalid=${this.problem !== ''}></rv-secret-field>
      <p class="small problem" role="alert">${this.problem}</p>
      <div class="actions"><button class=${off ? 'danger' : 'primary'}>${off ? msg('Remove the lock') : msg('Continue')}</button></div>`;
  }

  #askPassphrase(): TemplateResult {
    return html`<h1 class="h1">${msg('Choose a passphrase.')}</h1>
      <p class="lede">${msg('A few words that only go together for you are easy to remember and hard to guess.')}</p>
      <rv-secret-field
        label=${msg('Passphrase')}
        autocomplete="new-password"
        hint=${passphraseHint(this.field?.value ?? '')}
      ></rv-secret-field>
      <p class="small problem" role="alert">${this.problem}</p>
      <div class="actions"><button class="primary">${msg('Continue')}</button></div>`;
  }

  #showCode(): TemplateResult {
    const groups = this.code.split('-');
    return html`<h1 class="h1">${msg('Write this down.')}</h1>
      <p class="lede">${msg('On paper or in your password manager, not in this phone’s notes. It’s only shown this once.')}</p>
      <ol class="code" aria-label=${msg('Recovery code')}>
        ${groups.map((group) => html`<li>${group}</li>`)}
      </ol>
      <div class="actions"><button class="primary">${msg('I’ve got it')}</button></div>`;
  }

  #askGroup(): TemplateResult {
    return html`<h1 class="h1">${msg('Just to be sure.')}</h1>
      <label class="field" for="group">
        <span>${plural(msg('Type group {number} of your code'), { number: ASKED_GROUP + 1 })}</span>
        <input id="group" type="text" maxlength="6" autocomplete="off" autocapitalize="characters" spellcheck="false" aria-invalid=${this.problem !== ''} />
      </label>
      <p class="small problem" role="alert">${this.problem}</p>
      <div class="actions">
        <button class="primary">${msg('Lock the journal')}</button>
        <button type="button" class="link" @click=${() => this.#to('code')}>${msg('Show the code again')}</button>
      </div>`;
  }

  #done(): TemplateResult {
    const words: Record<LockChange, readonly [string, string]> = {
      new: [
        msg('Your journal is locked to you.'),
        msg('From now on it asks each time it opens. You can also lock it at any time in Settings.'),
      ],
      passphrase: [
        msg('Your new passphrase works now.'),
        msg(
          'The old one no longer opens your journal, only backups you saved before. Your recovery code stays the same.',
        ),
      ],
      recovery: [
        msg('Your new recovery code works now.'),
        msg('The old one no longer opens your journal, only backups you saved before.'),
      ],
      renew: [
        msg('Your lock is new.'),
        msg('Use the new recovery code from now on. If you had passkeys, add them again in Settings.'),
      ],
      passkey: [
        msg('Your passkey works now too.'),
        msg('Keep your passphrase and recovery code all the same: a passkey can get lost along with its device.'),
      ],
      'passkey-off': [
        msg('The passkey no longer opens your journal.'),
        msg('Your passphrase and recovery code work as before.'),
      ],
      off: [msg('Your journal opens without a passphrase now.'), msg('You can lock it again at any time.')],
    };
    const [heading, text] = words[this.what];
    return html`<div class="grow calm">
        <rv-scene seed="lock"></rv-scene>
        <h1 class="h1">${heading}</h1>
        <p class="lede">${text}</p>
      </div>
      <div class="actions"><button type="button" class="primary" @click=${this.#leave}>${msg('Done')}</button></div>`;
  }

  /** What was wrong was wrong with what stood there before. The hint of a passphrase is about what stands there now. */
  readonly #onInput = (): void => {
    this.problem = '';
    this.requestUpdate();
  };

  readonly #next = (event: SubmitEvent): void => {
    event.preventDefault();
    if (this.step === 'working' || !this.#take()) return;
    const steps = STEPS[this.what];
    const next = steps[steps.indexOf(this.step) + 1];
    if (next) this.#to(next);
    else void this.#apply();
  };

  /** Takes what this step asked for; says what is wrong with it, and stays, where it will not do. */
  #take(): boolean {
    const typed = this.field?.value ?? '';
    switch (this.step) {
      case 'current':
        this.#current = typed;
        return typed.trim() !== '';
      case 'passphrase':
        this.#passphrase = typed;
        this.problem = isTooShort(typed) ? tooShortWords() : '';
        return this.problem === '';
      case 'confirm':
        this.problem = this.#isAskedGroup()
          ? ''
          : msg('That doesn’t match your code. Take another look at what you wrote down.');
        return this.problem === '';
      default:
        return true;
    }
  }

  #isAskedGroup(): boolean {
    const typed = (this.group?.value ?? '')
      .toUpperCase()
      .replace(/[\s-]/g, '')
      .replace(/O/g, '0')
      .replace(/[IL]/g, '1');
    return typed === this.code.split('-')[ASKED_GROUP];
  }

  async #apply(): Promise<void> {
    const { lock } = this.services;
    const last = this.step;
    this.#to('working');
    try {
      if (this.what === 'new') await lock.setUp(this.#passphrase, this.code);
      else if (this.what === 'passphrase') await lock.changePassphrase(this.#current, this.#passphrase);
      else if (this.what === 'recovery') await lock.changeRecoveryCode(this.#current, this.code);
      else if (this.what === 'renew') await lock.renew(this.#current, this.#passphrase, this.code);
      else if (this.what === 'passkey') await lock.addPasskey(this.#current);
      else if (this.what === 'passkey-off') await lock.removePasskey(this.#current, this.passkey);
      else await lock.remove(this.#current);
      this.#forget();
      this.#to('done');
    } catch (error) {
      const failure = asFailure(error, 'save-failed');
      const wrong = failure.code === 'secret-wrong';
      this.#to(wrong ? STEPS[this.what][0]! : last);
      if (wrong) this.problem = msg('That isn’t right. Nothing has changed.');
      else this.failure = failure;
    }
  }

  #to(step: Step): void {
    this.step = step;
    this.problem = '';
    this.failure = null;
    void this.updateComplete.then(() => {
      scrollTo({ top: 0 });
      if (this.field) void this.field.updateComplete.then(() => this.field?.focus());
      else (this.group ?? this.renderRoot.querySelector('h1'))?.focus({ preventScroll: true });
    });
  }

  #forget(): void {
    this.#current = '';
    this.#passphrase = '';
    this.code = '';
  }

  readonly #leave = (): void => navigate(this, '/settings', { replace: true });

  static override styles = [sharedStyles, stepStyles, pointStyles, lockSetupStyles];
}

const point = (icon: IconName, title: string, text: string): TemplateResult =>
  html`<li><span class="badge"><rv-icon name=${icon}></rv-icon></span><div><b>${title}</b><p>${text}</p></div></li>`;

declare global {
  interface HTMLElementTagNameMap {
    'rv-lock-setup': RvLockSetup;
  }
}
