import assert from 'node:assert/strict';
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { test } from 'node:test';

/** `npm run dev` when it is ready, on a port that is free, and its address. */
function startedDev(): Promise<{ readonly npm: ChildProcessWithoutNullStreams; readonly url: string }> {
  const npm = spawn('npm', ['run', 'dev', '--', '--port', '0'], { stdio: 'pipe' });
  let said = '';
  npm.stderr.on('data', (text) => {
    said += text;
  });
  return new Promise((resolve, reject) => {
    npm.on('close', () => reject(new Error(`npm run dev ended: ${said}`)));
    npm.stdout.setEncoding('utf8').on('data', (text) => {
      said += text;
      const [, url] = /sources: (http:\S+)[\s\S]*Ctrl\+C/.exec(said) ?? [];
      if (url) resolve({ npm, url });
    });
  });
}

for (const signal of ['SIGTERM', 'SIGINT', 'SIGKILL'] as const) {
  test(`npm run dev that is ended by ${signal} leaves no process behind`, { timeout: 120_000 }, async () => {
    const { npm, url } = await startedDev();
    assert.equal((await fetch(url)).status, 200);
    // Each process below npm holds its output open: it closes when the last of them has ended.
    const closed = once(npm, 'close');
    npm.kill(signal);
    await closed;
    await assert.rejects(fetch(url), 'nobody answers any more');
  });
}
