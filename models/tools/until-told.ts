/** How often a process looks whether its parent is still there; no platform tells it. */
const LOOK_MS = 500;

/**
 * Resolves when this process is told to stop: by SIGINT, SIGTERM or SIGHUP, or because the process that started it is gone. npm
 * passes on no signal that ends it at once, and then a server would go on and keep its port.
 */
export function untilTold(): Promise<void> {
  const parent = process.ppid;
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve());
    const look = setInterval(() => {
      if (process.ppid === parent) return;
      clearInterval(look);
      resolve();
    }, LOOK_MS);
    look.unref();
  });
}
