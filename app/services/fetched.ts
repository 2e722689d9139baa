import { asFailure } from '../domain/failure/failure';

/** Gives a capability, fetched if it is not there yet: always the same instance. Rejects with Failure `not-fetched`. */
export type Fetched<T> = () => Promise<T>;

/**
 * A capability whose code is fetched when somebody first asks for it. Whoever asks meanwhile waits for the same one. If it could not
 * be fetched or opened, the next who asks tries again.
 *
 * @param fetch imports the code; its rejection becomes Failure `not-fetched`
 * @param page what `open` of that code is given; its rejection passes through as it is
 */
export function fetched<Given extends readonly unknown[], T>(
  fetch: () => Promise<{ readonly open: (...page: Given) => T }>,
  ...page: Given
): Fetched<Awaited<T>> {
  let ready: Promise<Awaited<T>> | null = null;
  const bring = async (): Promise<Awaited<T>> => {
    try {
      return await (await fetch().catch(notFetched)).open(...page);
    } catch (error) {
      ready = null;
      throw error;
    }
  };
  return () => {
    ready ??= bring();
    return ready;
  };
}

const notFetched = (error: unknown): never => {
  throw asFailure(error, 'not-fetched');
};
