import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where the peers are installed: beside the project's own packages, never among them. */
export const PEERS_FOLDER = 'node_modules/.cache/reverie/peers';

/** What is measured against, by exact version. tfjs-backend-wasm holds the files human needs to run on wasm at all. */
const PEERS: Readonly<Record<string, string>> = {
  '@vladmandic/human': '3.3.6',
  '@vladmandic/face-api': '1.7.15',
  '@tensorflow/tfjs-backend-wasm': '4.22.0',
};

/** Installs the peers from the npm registry unless they are there; no script of theirs is run. */
export function installPeers(): void {
  if (Object.entries(PEERS).every(([name, version]) => installedVersion(name) === version)) return;
  console.error('Installing the peers to measure against ...');
  mkdirSync(PEERS_FOLDER, { recursive: true });
  writeFileSync(join(PEERS_FOLDER, 'package.json'), JSON.stringify({ private: true, dependencies: PEERS }));
  execFileSync('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--silent'], {
    cwd: PEERS_FOLDER,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

function installedVersion(name: string): string | null {
  const file = join(PEERS_FOLDER, 'node_modules', name, 'package.json');
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version : null;
}
