/**
 * The only way the app writes to the console. Entries, feelings and readings are never passed to it: a log can end up in a
 * bug report, and this journal leaks nothing.
 */
export const log = {
  info: (message: string, ...details: unknown[]): void => console.info(`[reverie] ${message}`, ...details),
  warn: (message: string, ...details: unknown[]): void => console.warn(`[reverie] ${message}`, ...details),
  error: (message: string, ...details: unknown[]): void => console.error(`[reverie] ${message}`, ...details),
};
