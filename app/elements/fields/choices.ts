import { html, type TemplateResult } from 'lit';

interface Choice<Value> {
  readonly value: Value;
  readonly word: string;
}

/**
 * One of a few, as radio buttons that look like chips: arrow keys move between them, as the platform does it. Put it in a
 * `<fieldset>` with a `<legend>`.
 */
export const choices = <Value extends string | number>(
  name: string,
  options: readonly Choice<Value>[],
  chosen: Value,
  choose: (value: Value) => void,
): TemplateResult =>
  html`<div class="choices">
    ${options.map(
      ({ value, word }) =>
        html`<label class="chip">
          <input type="radio" name=${name} .checked=${value === chosen} @change=${() => choose(value)} />
          <span>${word}</span>
        </label>`,
    )}
  </div>`;
