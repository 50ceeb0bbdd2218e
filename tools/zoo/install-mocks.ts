import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { copyFile, readFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { packageRoot } from '../../run/package-facts.ts';
import { ZooError } from './mock.ts';

/** Where the mocks are pinned and installed, so that their 360 MB stay out of the project's own packages. */
export const mocksFolder = path.join(packageRoot, 'tools', 'zoo', 'mocks');

const lockFile = path.join(mocksFolder, 'package-lock.json');
/** A copy of the installed lock file, to detect changes. */
const installedLock = path.join(mocksFolder, 'node_modules', '.installed-lock.json');

/** Whether the pinned versions of the mocks are installed. */
export async function areInstalled(): Promise<boolean> {
  if (!existsSync(installedLock)) return false;
  return (await readFile(installedLock, 'utf8')) === (await readFile(lockFile, 'utf8'));
}

/**
 * Installs the pinned versions of the mocks, unless that has been done. Install scripts do not run: the only one just
 * reports the installation.
 */
export async function installMocks(): Promise<void> {
  if (await areInstalled()) return;
  process.stdout.write('installing the mocks (360 MB) …\n');
  const words = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--prefix', mocksFolder];
  try {
    await promisify(execFile)('npm', words, { maxBuffer: 64 * 1024 * 1024 });
  } catch (error) {
    const [reason = ''] = String((error as { readonly stderr?: unknown }).stderr ?? error)
      .split('\n')
      .filter((line) => line.startsWith('npm error'));
    throw new ZooError(`the mocks could not be installed: ${reason || 'npm ci failed'}`);
  }
  await copyFile(lockFile, installedLock);
}

/** The installed version of a dependency. */
export async function installedVersion(dependency: string): Promise<string> {
  const manifest = path.join(mocksFolder, 'node_modules', dependency, 'package.json');
  const { version } = JSON.parse(await readFile(manifest, 'utf8')) as { readonly version: string };
  return version;
}
