/**
 * The shortest passphrase that is accepted, in characters, for the journal and for a backup alike: whoever has the phone's files
 * or the backup can guess at it without limit, and only Argon2id slows them down. Ours: between the 8 characters that
 * NIST SP 800-63B-4 asks for beside a second factor and the 15 it asks for without one.
 */
export const MIN_PASSPHRASE_LENGTH = 10;

/** Whether a new passphrase is too short. Blanks around it do not count; one that was set earlier is never checked again. */
export const isTooShort = (passphrase: string): boolean => [...passphrase.trim()].length < MIN_PASSPHRASE_LENGTH;
