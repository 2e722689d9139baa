import { admitOwnScripts } from '../base/own-scripts';

/** What a page can send or receive with past its content policy: `connect-src` knows nothing of WebRTC. */
const WITHOUT_POLICY = ['RTCPeerConnection', 'webkitRTCPeerConnection'];

/**
 * Closes what the content policy leaves open in this page, before any other script runs; it cannot close another page. On a host
 * that sends no headers it also keeps the page out of frames, which a policy in the page itself cannot.
 *
 * Resolves with whether the page goes on: in a frame, nothing of it is left but a way out.
 */
export function closePage(page: Window = window): boolean {
  admitOwnScripts(page);
  for (const name of WITHOUT_POLICY) Reflect.deleteProperty(page, name);
  if (page.top === page.self) return true;
  const way = Object.assign(page.document.createElement('a'), {
    href: page.location.href,
    target: '_top',
    textContent: 'Reverie',
  });
  page.document.documentElement.replaceChildren(way);
  // Neither the rest of the page nor its scripts come any more.
  page.stop();
  return false;
}
