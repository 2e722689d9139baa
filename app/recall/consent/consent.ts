import { msg } from '@lit/localize';
import type { ConsentPart } from '../../domain/settings/consents';

/** Raise it whenever what a point or a part asked before a recall says changes: everybody is then asked again. */
export const CONSENT_VERSION = 3;

/** The version of the text of each part; those that are asked together have one text. */
export const TEXT_VERSIONS: Readonly<Record<ConsentPart, number>> = {
  face: CONSENT_VERSION,
  readings: CONSENT_VERSION,
  reminders: 1,
};

/** What can be agreed to on its own. */
export interface ConsentWords {
  readonly title: string;
  readonly text: string;
}

/** Each part is agreed to, and taken back, by itself. */
export const consentParts = (): Readonly<Record<ConsentPart, ConsentWords>> => ({
  face: {
    title: msg('Read my face while I remember'),
    text: msg('On this phone. Your expression becomes numbers; pictures are discarded at once.'),
  },
  readings: {
    title: msg('Keep those numbers with the entry'),
    text: msg('In this browser only. Otherwise you see them once.'),
  },
  reminders: {
    title: msg('Remind me'),
    text: msg(
      'At the times you choose. If you want notifications, those times and the last day you kept something stay readable on this phone, outside the lock.',
    ),
  },
});

/** What has to be known before agreeing, in a line each; `consentPoints` says all of it. */
export const consentLimits = (): readonly string[] => [
  msg('It can be wrong. What you say is what counts.'),
  msg('Hard memories can be upsetting. Stop whenever you like.'),
  msg('Only your own face, nobody else’s.'),
  msg('Not a medical device, and not for judging anyone.'),
  msg('You can take any of it back in Settings.'),
];

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

/** All that the person agrees to before the camera is used for the first time, most important first. */
export const consentPoints = (): readonly ConsentPoint[] => [...onTheCamera(), ...onThePerson(), ...onTheLimits()];

const onTheCamera = (): readonly ConsentPoint[] => [
  {
    id: 'read',
    title: msg('What the camera reads'),
    text: msg(
      'While you remember, the camera looks at your face. Your face’s position, angle, eyes and expression are turned into numbers, up to ten times a second.',
    ),
  },
  {
    id: 'no-picture',
    title: msg('No pictures are kept'),
    text: msg('No photo, video or sound is stored or sent. Each frame is discarded as soon as it has been read.'),
  },
  {
    id: 'stored',
    title: msg('What is saved, and where'),
    text: msg(
      'Your words, your ratings and those numbers, in this browser on this device. Nothing leaves it unless you export it or back it up yourself.',
    ),
  },
  {
    id: 'uncertain',
    title: msg('It can be wrong'),
    text: msg(
      'Faces differ between people and cultures, and a face doesn’t tell you what someone feels. What you say is what counts; your face is shown beside it. Often nothing shows at all, and that’s fine.',
    ),
  },
];

const onThePerson = (): readonly ConsentPoint[] => [
  {
    id: 'upsetting',
    title: msg('Hard memories can be upsetting'),
    text: msg('Only choose something you feel up to today. You can stop at any time, for any reason.'),
  },
  {
    id: 'withdraw',
    title: msg('You can change your mind'),
    text: msg(
      'Stop and delete a recall, and everything it has collected is gone. Settings show each thing you agreed to, and you can take it back there: it stops at once. You can delete any entry, or the whole journal, for good.',
    ),
  },
  {
    id: 'help',
    title: msg('If it gets too much'),
    text: msg(
      'Talk to someone you trust, a doctor, or a crisis line near you; findahelpline.com lists them by country. In an emergency, call your local emergency number.',
    ),
  },
];

const onTheLimits = (): readonly ConsentPoint[] => [
  {
    id: 'not-medical',
    title: msg('Not a medical device'),
    text: msg('It doesn’t diagnose or treat anything, and it’s no substitute for a doctor or therapist.'),
  },
  {
    id: 'alone',
    title: msg('Only your own face'),
    text: msg('Make sure you’re alone in view. Don’t use it to read anyone else’s face, even with their permission.'),
  },
  {
    id: 'adults',
    title: msg('For adults'),
    text: msg('Please only use it if you’re 18 or older.'),
  },
  {
    id: 'not-for',
    title: msg('Not for judging people'),
    text: msg('Not for work, school, hiring, policing or diagnosis, and never to keep tabs on someone.'),
  },
];
