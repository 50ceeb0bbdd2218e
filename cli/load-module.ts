import { readFileSync } from 'node:fs';
import { UserError } from '../run/user-error.ts';

/** Node opens all imported modules of a module at the same time. The usual limit of most systems is enough for that. */
const enoughFiles = 1024;

/**
 * Loads a module and its imports only when they are needed: loading what drives a target takes half a second, and a
 * wrong option can be reported without it. Throws a {@link UserError} if too few files may be open.
 */
export async function loadModule<T>(load: () => Promise<T>): Promise<T> {
  // Read first, because afterwards no file descriptor may be free.
  const limit = openFilesLimit();
  try {
    return await load();
  } catch (error) {
    // The module loader reports files that it could not open as missing.
    if (limit === null || limit >= enoughFiles) throw error;
    throw new UserError(
      `only ${limit} files may be open at a time, too few to load this command: ulimit -n ${enoughFiles}`,
    );
  }
}

/** How many files this process may have open; null if the system does not say. */
function openFilesLimit(): number | null {
  try {
    const [, limit] = /^Max open files +(\d+)/m.exec(readFileSync('/proc/self/limits', 'utf8')) ?? [];
    return limit === undefined ? null : Number(limit);
  } catch {
    return null;
  }
}
