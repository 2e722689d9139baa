import { msg } from '@lit/localize';

/** Raise it whenever the meaning of a point changes: everybody is then asked again. */
export const CONSENT_VERSION = 1;

export interface ConsentPoint {
  /** Stable name, for tests and anchors. */
  readonly id:
    | 'read'
    | 'no-picture'
    | 'stored'
    | 'uncertain'
    | 'upsetting'
    | 'withdraw'
    | 'not-medical'
    | 'alone'
    | 'adults'
    | 'not-for'
    | 'help';
  readonly title: string;
  readonly text: string;
}

/** What the person agrees to before the camera is used for the first time, most important first. */
export const consentPoints = (): readonly ConsentPoint[] => [...onTheCamera(), ...onThePerson(), ...onTheLimits()];

const onTheCamera = (): readonly ConsentPoint[] => [
  {
    id: 'read',
    title: msg('What is read'),
    text: msg(
      'While you remember, the camera looks at your face. Where it is, how it turns, your eyes, and which expression it shows become numbers, up to ten times a second.',
    ),
  },
  {
    id: 'no-picture',
    title: msg('No picture is kept'),
    text: msg('No photo, no video and no sound is stored or sent. Each picture is forgotten as soon as it was read.'),
  },
  {
    id: 'stored',
    title: msg('What is kept, and where'),
    text: msg(
      'Your words, your ratings and those numbers, in this browser on this device. Nothing leaves it unless you export it yourself.',
    ),
  },
  {
    id: 'uncertain',
    title: msg('It can be wrong'),
    text: msg(
      'Faces differ between people and cultures, and a face does not tell what someone feels. What you say is the record; the face stands beside it. Often nothing shows at all, and that is fine.',
    ),
  },
];

const onThePerson = (): readonly ConsentPoint[] => [
  {
    id: 'upsetting',
    title: msg('Hard memories can upset'),
    text: msg('Choose only what you want to meet today. You can stop at any moment, without a reason.'),
  },
  {
    id: 'withdraw',
    title: msg('You can take it all back'),
    text: msg(
      'Stopping erases what that recall had gathered. Any entry, or the whole journal, can be erased later, for good.',
    ),
  },
  {
    id: 'help',
    title: msg('If it gets too much'),
    text: msg(
      'Talk to someone you trust, a doctor, or a crisis line near you; findahelpline.com lists them by country. In danger, call your emergency number.',
    ),
  },
];

const onTheLimits = (): readonly ConsentPoint[] => [
  {
    id: 'not-medical',
    title: msg('Not a medical device'),
    text: msg('It does not diagnose or treat anything, and it replaces no doctor or therapist.'),
  },
  {
    id: 'alone',
    title: msg('Only your own face'),
    text: msg('Be alone in view. Do not read the face of anyone else, not even with their permission.'),
  },
  {
    id: 'adults',
    title: msg('For adults'),
    text: msg('Please use it only if you are 18 or older.'),
  },
  {
    id: 'not-for',
    title: msg('Not for judging people'),
    text: msg('Not for work, school, hiring, policing or diagnosis, and never to check on somebody.'),
  },
];
