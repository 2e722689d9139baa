import { expect } from 'chai';
import { render } from 'lit';
import { LONGEST_NOTE, noteLeft } from '../../../app/elements/fields/note-left';

describe('the length of a note', () => {
  const said = (length: number): string => {
    const host = document.createElement('div');
    render(noteLeft('x'.repeat(length)), host);
    return host.textContent!.trim();
  };

  it('is told once little more fits, and where nothing does', () => {
    expect(said(0)).to.equal('');
    expect(said(LONGEST_NOTE - 301)).to.equal('');
    expect(said(LONGEST_NOTE - 300)).to.equal('300 more characters fit.');
    expect(said(LONGEST_NOTE - 1)).to.equal('One more character fits.');
    expect(said(LONGEST_NOTE)).to.equal('That’s as long as a note can be.');
    expect(said(2 * LONGEST_NOTE)).to.equal('That’s as long as a note can be.');
  });
});
