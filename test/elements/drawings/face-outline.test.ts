import { expect } from 'chai';
import '../../../app/elements/drawings/face-outline';
import { contourPath, type FaceOutline } from '../../../app/elements/drawings/face-outline';
import { DRAWN, fakeLandmarks } from '../../support/fake-face';

describe('rv-face-outline', () => {
  let outline: FaceOutline;

  beforeEach(async () => {
    outline = document.createElement('rv-face-outline');
    outline.style.cssText = 'position:absolute;left:0;top:0;width:300px;height:400px';
    document.body.append(outline);
    await outline.updateComplete;
  });
  afterEach(() => outline.remove());

  it('draws nothing while there is no face', () => {
    expect(outline.renderRoot.querySelectorAll('path, circle').length).to.equal(0);
  });

  it('draws oval, both eyes, both lips and both irises', async () => {
    outline.landmarks = fakeLandmarks();
    await outline.updateComplete;
    expect(outline.renderRoot.querySelectorAll('path').length).to.equal(5);
    expect(outline.renderRoot.querySelectorAll('circle').length).to.equal(2);
  });

  it('lies where object-fit: cover puts the picture, cut at the sides', async () => {
    outline.landmarks = fakeLandmarks();
    await outline.updateComplete;
    // 640 x 480 covering 300 x 400 is scaled by 400 / 480 and hangs over by (533.3 - 300) / 2 on either side.
    const scale = 400 / 480;
    const { x, y, rx } = DRAWN.oval;
    const box = outline.renderRoot.querySelector('.oval')!.getBoundingClientRect();
    expect(box.left + box.width / 2).to.be.closeTo(x * 640 * scale - (640 * scale - 300) / 2, 1.5);
    expect(box.top + box.height / 2).to.be.closeTo(y * 480 * scale, 1.5);
    expect(box.width).to.be.closeTo(2 * rx * 640 * scale, 4);
  });
});

describe('contourPath', () => {
  it('is a closed path in pixels of the frame', () => {
    const mesh = new Float32Array([0, 0, 0, 0.5, 0.25, 0, 1, 1, 0]);
    expect(contourPath(mesh, [0, 1, 2], 640, 480)).to.equal('M0.0 0.0L320.0 120.0L640.0 480.0Z');
  });
});
