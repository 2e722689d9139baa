import { BackupProblem } from '../../domain/backup/backup';
import { Failure } from '../../domain/failure/failure';

/**
 * What `open` makes of the first of these secrets that it takes. Rejects with the first error that says more than that a secret
 * was wrong, such as damage, else with the first error.
 */
export async function openFirst<S, T>(secrets: readonly [S, ...S[]], open: (secret: S) => Promise<T>): Promise<T> {
  const problems: unknown[] = [];
  for (const secret of secrets) {
    try {
      return await open(secret);
    } catch (error) {
      problems.push(error);
    }
  }
  throw problems.find((problem) => !isWrongSecret(problem)) ?? problems[0];
}

/** Whether an error says that a secret was wrong, and nothing else. */
export const isWrongSecret = (error: unknown): boolean =>
  (error instanceof Failure && error.code === 'secret-wrong') ||
  (error instanceof BackupProblem && error.code === 'wrong-secret');
