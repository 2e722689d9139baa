/** A random identifier (RFC 9562 version 4 UUID). Random, not time-ordered: an id must not tell when something was written. */
export const newId = (): string => crypto.randomUUID();
