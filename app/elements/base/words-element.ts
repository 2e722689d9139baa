import { updateWhenLocaleChanges } from '@lit/localize';
import { LitElement } from 'lit';

/** What every element that shows words extends: it draws itself again when the page speaks another language. See: [Note: The one locale] */
export class WordsElement extends LitElement {
  constructor() {
    super();
    updateWhenLocaleChanges(this);
  }
}
