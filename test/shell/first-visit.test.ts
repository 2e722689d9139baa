import { resetMouse, sendMouse } from '@web/test-runner-commands';
import { expect } from 'chai';
import { giveWay, keepEarlyLink, keepEarlyPress, onEarlyPress, takeEarlyLink } from '../../app/shell/first-visit';
import { until } from '../support/mount';

describe('the first visit', () => {
  const root = document.documentElement;
  let first: HTMLElement;
  let next: HTMLElement;

  beforeEach(() => {
    first = Object.assign(document.createElement('div'), { id: 'skeleton', textContent: 'first' });
    first.setAttribute('style', 'position: fixed; inset: 0; z-index: 99');
    next = Object.assign(document.createElement('div'), { textContent: 'app' });
    document.body.append(first);
  });
  afterEach(async () => {
    for (const element of [first, next]) element.remove();
    delete root.dataset.first;
    delete root.dataset.pressed;
    delete root.dataset.open;
    await resetMouse();
  });

  const drawn = (): boolean => next.dispatchEvent(new CustomEvent('rv-screen'));

  it('gives out what was pressed once, what is pressed later, and nothing that no button says', () => {
    const presses: string[] = [];
    keepEarlyPress('relive');
    keepEarlyPress('own');
    const stop = onEarlyPress((press) => presses.push(press));
    expect(presses).to.deep.equal(['own']);
    keepEarlyPress('note');
    keepEarlyPress('erase');
    keepEarlyPress(undefined);
    expect(presses).to.deep.equal(['own', 'note']);
    stop();
    keepEarlyPress('note');
    expect(presses).to.have.length(2);
  });

  it('holds a link until the journal is open, and none after', () => {
    const clicked = (pathname: string, init: MouseEventInit = {}) => {
      const event = new MouseEvent('click', { cancelable: true, ...init });
      return [keepEarlyLink({ pathname }, event), event.defaultPrevented];
    };
    expect(clicked('/settings', { ctrlKey: true })).to.deep.equal([false, false]);
    expect(clicked('/rescue.html')).to.deep.equal([false, false]);
    expect(clicked('/history')).to.deep.equal([true, true]);
    expect(clicked('/settings')).to.deep.equal([true, true]);
    expect(takeEarlyLink()).to.equal('/settings');
    expect(takeEarlyLink()).to.equal(null);
    expect(clicked('/settings')).to.deep.equal([false, false]);
    keepEarlyPress('note');
    expect(takeEarlyLink()).to.equal(null);
  });

  it('gives way at once where nothing but the name is shown', async () => {
    await giveWay(next);
    expect(first.isConnected).to.equal(false);
    expect(next.isConnected).to.equal(true);
  });

  it('stays on top until the first screen is drawn', async () => {
    root.dataset.first = '';
    let gone = false;
    const done = giveWay(next).then(() => (gone = true));
    expect(next.isConnected).to.equal(true);
    await new Promise((resolve) => setTimeout(resolve));
    expect([gone, first.isConnected]).to.deep.equal([false, true]);
    drawn();
    await done;
    expect(first.isConnected).to.equal(false);
    expect(root.dataset.first).to.equal(undefined);
  });

  it('does not vanish under a finger: the press that began on it ends on it', async () => {
    root.dataset.first = '';
    let clicks = 0;
    first.addEventListener('click', () => (clicks += 1));
    await sendMouse({ type: 'move', position: [50, 50] });
    await sendMouse({ type: 'down' });
    await until(() => first.matches(':active'), 'the finger on it');
    const done = giveWay(next);
    drawn();
    await new Promise((resolve) => setTimeout(resolve));
    expect(first.isConnected).to.equal(true);
    await sendMouse({ type: 'up' });
    await done;
    expect(clicks).to.equal(1);
    expect(first.isConnected).to.equal(false);
  });
});
