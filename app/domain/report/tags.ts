/** What a tag names. */
export const TAG_KINDS = ['person', 'place', 'activity', 'own'] as const;
export type TagKind = (typeof TAG_KINDS)[number];

/** Somebody who was there, a place, something that was done, or anything else, in the person's own words. */
export interface Tag {
  readonly kind: TagKind;
  readonly name: string;
}

/** The longest tag, in UTF-16 units. */
export const LONGEST_TAG = 40;

export const isSameTag = (one: Tag, other: Tag): boolean => one.kind === other.kind && one.name === other.name;
