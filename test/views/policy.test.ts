import { expect } from 'chai';

describe('content security policy', () => {
  it('is kept by every element and screen', async () => {
    const told = new Promise<MessageEvent>((resolve) => window.addEventListener('message', resolve, { once: true }));
    const frame = document.createElement('iframe');
    frame.src = '/test/views/strict-page.html';
    document.body.append(frame);
    const { data } = (await told) as { data: { violations: string[]; titles: string[]; at: string } };
    frame.remove();
    expect(data.violations).to.deep.equal([]);
    expect(data.titles).to.have.length(5);
    expect(data.at).to.equal('40px');
  });
});
