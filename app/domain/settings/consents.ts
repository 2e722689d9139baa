/**
 * What a person may agree to, each on its own, in the order it is shown: that their face is read, that what was read is kept, and
 * that they are reminded. `asked`: before the first recall, or when they switch it on themselves. `needs`: what it makes no sense
 * without.
 */
const CONSENTS = {
  face: { asked: 'before-recall', needs: null },
  readings: { asked: 'before-recall', needs: 'face' },
  reminders: { asked: 'when-switched-on', needs: null },
} as const;

export type ConsentPart = keyof typeof CONSENTS;
export const CONSENT_PARTS = Object.keys(CONSENTS) as readonly ConsentPart[];

/** What is asked before the camera is used for the first time. */
export type CameraPart = {
  [P in ConsentPart]: (typeof CONSENTS)[P]['asked'] extends 'before-recall' ? P : never;
}[ConsentPart];
export const CAMERA_PARTS = CONSENT_PARTS.filter(
  (part): part is CameraPart => CONSENTS[part].asked === 'before-recall',
);

/** The part without which this one makes no sense, because what isn't read can't be kept; null if it stands alone. */
export const neededBy = (part: ConsentPart): ConsentPart | null => CONSENTS[part].needs;

/** One time a person agreed to something, or took it back. */
export interface ConsentSaid {
  /** A `ConsentPart`, or one that a newer app asks for: it stays in the list all the same. */
  readonly part: string;
  readonly given: boolean;
  /** Version of the text that was on the screen. */
  readonly textVersion: number;
  readonly atMs: number;
}

/** Everything a person ever said about it, oldest first. The list only grows: the last of a part holds. */
export type Consents = readonly ConsentSaid[];

/** What a recall may do now, by part. */
export type Permits = { readonly [P in CameraPart]: boolean };

/** What was last said of a part; null if nothing was. */
export const lastSaid = (consents: Consents, part: ConsentPart): ConsentSaid | null =>
  consents.findLast((said) => said.part === part) ?? null;

/**
 * Whether a part is given to this version of the text. Null if the person has to be asked: they never were, or they agreed to
 * another text. A no holds whatever the text was.
 */
export function consentTo(consents: Consents, part: ConsentPart, textVersion: number): boolean | null {
  const last = lastSaid(consents, part);
  if (!last) return null;
  if (!last.given) return false;
  return last.textVersion === textVersion ? true : null;
}

/** What is given to this version of the text. */
export const permitsOf = (consents: Consents, textVersion: number): Permits => ({
  face: consentTo(consents, 'face', textVersion) === true,
  readings: consentTo(consents, 'readings', textVersion) === true,
});

/** The list with what is said now at its end; what was said before, in the same words, is not said twice. */
export function withSaid(
  consents: Consents,
  said: Readonly<Partial<Record<ConsentPart, boolean>>>,
  about: Pick<ConsentSaid, 'textVersion' | 'atMs'>,
): Consents {
  const news = CONSENT_PARTS.flatMap((part) => {
    const given = said[part];
    if (given === undefined) return [];
    const last = lastSaid(consents, part);
    const isSame = last?.given === given && last.textVersion === about.textVersion;
    return isSame ? [] : [{ part, given, ...about }];
  });
  return [...consents, ...news];
}
