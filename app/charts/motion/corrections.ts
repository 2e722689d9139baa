import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { isMisread, isMovement, type Misread, type Seen, withMisread, withoutMisread } from '../../domain/face/misread';
import { allMisreadWords, seenLabel, seenSpan } from '../../words/face/seen-words';

interface Corrections {
  /** All that was seen over the recall. */
  readonly all: readonly Seen[];
  readonly misread: readonly Misread[];
  readonly correct: (misread: readonly Misread[]) => void;
}

/** What was read at a moment: each to be taken back by the person it was read of, and given back. */
export function corrections(going: readonly Seen[], { all, misread, correct }: Corrections): TemplateResult {
  const marked = going.filter((seen) => isMisread(seen, misread));
  const chip = (seen: Seen): TemplateResult => {
    const change = marked.includes(seen) ? withoutMisread : withMisread;
    return html`<button
      type="button"
      class="chip"
      aria-pressed=${marked.includes(seen)}
      aria-label=${seenSpan(seen)}
      aria-describedby="hint"
      @click=${() => correct(change(misread, [seen]))}
    >
      ${seenLabel(seen)}
    </button>`;
  };
  /** Where one stretch is marked and another of its name is not. */
  const leaveOutAll = (seen: Seen): TemplateResult | typeof nothing => {
    const alike = all.filter((other) => nameOf(other) === nameOf(seen));
    if (alike.every((one) => isMisread(one, misread))) return nothing;
    return html`<button type="button" class="every" @click=${() => correct(withMisread(misread, alike))}>
      ${allMisreadWords(seen)}
    </button>`;
  };
  return html`<div class="going">
    ${going.map(chip)}
    ${
      going.length > 0
        ? html`<p class="small" id="hint">
            ${marked.length > 0 ? msg('Left out of everything that’s counted. Tap it again to count it.') : msg('Tap what isn’t right, and it’s left out.')}
          </p>`
        : nothing
    }
    ${marked.map(leaveOutAll)}
  </div>`;
}

const nameOf = (seen: Seen): string => (isMovement(seen) ? seen.name : seen.state);
