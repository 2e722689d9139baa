/**
 * An error on its way to the person: `code` says which words they are told, `detail` is technical and never shown first.
 */
export class CodedError<Code extends string> extends Error {
  constructor(
    readonly code: Code,
    readonly detail = '',
    options?: ErrorOptions,
  ) {
    super(detail ? `${code}: ${detail}` : code, options);
  }
}
