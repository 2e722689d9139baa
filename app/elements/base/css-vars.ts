import { nothing } from 'lit';
import { Directive, directive, type ElementPart, PartType } from 'lit/directive.js';

/**
 * Sets CSS custom properties on an element through the CSSOM: `<i ${cssVars({ '--at': '40%' })}></i>`.
 *
 * The content security policy allows no style attribute, and Lit's `styleMap` writes one on its first render. Numbers are
 * written as they are; `null` removes the property.
 */
class CssVars extends Directive {
  #set: ReadonlySet<string> = new Set();

  render(_properties: Readonly<Record<`--${string}`, string | number | null>>) {
    return nothing;
  }

  override update(part: ElementPart, [properties]: Parameters<CssVars['render']>) {
    if (part.type !== PartType.ELEMENT) throw new Error('cssVars stands in the element, not in an attribute');
    const { style } = part.element as HTMLElement | SVGElement;
    for (const name of this.#set) if (!(name in properties)) style.removeProperty(name);
    for (const [name, value] of Object.entries(properties)) {
      if (value === null) style.removeProperty(name);
      else style.setProperty(name, String(value));
    }
    this.#set = new Set(Object.keys(properties));
    return nothing;
  }
}

export const cssVars = directive(CssVars);
