/** What the person gave cannot be used: its message is the one line they are shown, and the exit code is 2. */
export class InputError extends Error {
  override name = 'InputError';
}
