import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

/** Whether packages can be installed without asking anybody: as root on Debian or Ubuntu. */
export function canInstall(): boolean {
  if (process.getuid?.() !== 0 || !existsSync('/etc/os-release')) return false;
  return /^ID(_LIKE)?=.*(debian|ubuntu)/m.test(readFileSync('/etc/os-release', 'utf8'));
}

/** Installs packages with apt-get. Throws where that fails. */
export function install(...packages: readonly string[]): void {
  console.error(`Installing ${packages.join(', ')} with apt-get.`);
  const options = { stdio: ['ignore', 'ignore', 'inherit'] as ['ignore', 'ignore', 'inherit'] };
  execFileSync('apt-get', ['update', '-qq'], options);
  // A minute's wait for another run of apt-get, which may be a system's own.
  const patience = ['-o', 'DPkg::Lock::Timeout=60'];
  execFileSync('apt-get', [...patience, 'install', '-y', '-qq', '--no-install-recommends', ...packages], {
    ...options,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
}
