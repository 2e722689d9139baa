import { msg } from '@lit/localize';
import type { Framing } from '../../domain/face/framing';

/** One short sentence that says what to change so that the face can be read; for `ok`, that nothing has to be. */
export function framingWords(framing: Framing): string {
  switch (framing) {
    case 'ok':
      return msg('Good. Your face is easy to read here.');
    case 'no-face':
      return msg('No face in view yet. Hold the phone in front of you at eye level.');
    case 'too-dark':
      return msg('There’s too little light on your face. Turn towards a window or a lamp.');
    case 'too-bright':
      return msg('There’s too much light on your face. Turn away from it a little.');
    case 'several-faces':
      return msg('Someone else is in view. Please make sure it’s just you.');
    case 'too-far':
      return msg('A little closer, please.');
    case 'too-close':
      return msg('A little further away, please.');
    case 'off-centre':
      return msg('Move your face to the middle of the picture.');
    case 'blurred':
      return msg('The picture is blurred. Wipe the lens, and hold the phone still.');
    case 'covered':
      return msg('Part of your face is hidden, maybe by a hand or by hair. It can only be read when it’s free.');
    case 'turned-away':
      return msg('Turn your face towards the phone.');
  }
}
