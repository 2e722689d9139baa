/**
 * Throws where more than one thread is asked for and tfjs has fetched its build without threads. How many that build then
 * uses it decides itself: 4.22 tells of one, and is no faster with two (measured), whatever `setThreadsCount` was given.
 */
export function requireThreadedBuild(threads: number): void {
  const builds = performance
    .getEntriesByType('resource')
    .filter(({ name }) => /tfjs-backend-wasm[^/]*\.wasm$/.test(name));
  if (threads > 1 && !builds.some(({ name }) => name.includes('threaded'))) {
    throw new Error(`tfjs runs without threads (${builds.map(({ name }) => name).join(', ')})`);
  }
}
