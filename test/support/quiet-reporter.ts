import type { Reporter, TestSession } from '@web/test-runner';

/** What the app's own log begins with: see app/base/log.ts. */
const OWN = '[reverie]';

/**
 * A reporter that leaves out what the app logged in a file whose tests all passed: many provoke what it warns of. In a file
 * with a failure every line is told, and so is everywhere what is not the app's own.
 */
export const quietReporter = (reporter: Reporter): Reporter => ({
  ...reporter,
  reportTestFileResults: (args) =>
    reporter.reportTestFileResults?.({ ...args, sessionsForTestFile: args.sessionsForTestFile.map(quiet) }),
});

const quiet = (session: TestSession): TestSession =>
  session.passed ? { ...session, logs: session.logs.filter(([first]) => !String(first).startsWith(OWN)) } : session;
