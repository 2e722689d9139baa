/**
 * A failure the person running the conversion can act on: it is printed as one line and ends the run with exit code 2.
 * Anything else that is thrown is a bug and keeps its stack.
 */
export class ConvertError extends Error {
  override name = 'ConvertError';
}
