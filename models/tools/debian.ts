import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

/**
 * What `find` finds; where that is nothing, what it finds once Debian's packages for it are installed, which takes root on Debian or
 * Ubuntu. Null where it cannot be had; the reason is then printed.
 */
export function findOrInstall(find: () => string | null, ...packages: readonly string[]): string | null {
  const found = find();
  if (found || !canInstall()) return found;
  try {
    install(packages);
  } catch (error) {
    console.error(String(error));
  }
  return find();
}

function canInstall(): boolean {
  if (process.getuid?.() !== 0 || !existsSync('/etc/os-release')) return false;
  return /^ID(_LIKE)?=.*(debian|ubuntu)/m.test(readFileSync('/etc/os-release', 'utf8'));
}

function install(packages: readonly string[]): void {
  console.error(`Installing ${packages.join(', ')} with apt-get.`);
  const options = { stdio: ['ignore', 'ignore', 'inherit'] as ['ignore', 'ignore', 'inherit'] };
  execFileSync('apt-get', ['update', '-qq'], options);
  // A minute's wait for another run of apt-get, which may be the system's own.
  const patience = ['-o', 'DPkg::Lock::Timeout=60'];
  execFileSync('apt-get', [...patience, 'install', '-y', '-qq', '--no-install-recommends', ...packages], {
    ...options,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
}
