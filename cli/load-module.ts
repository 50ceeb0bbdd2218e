import { readFileSync } from 'node:fs';
import { UserError } from '../run/user-error.ts';

/** Node opens all modules at once that a module imports. What most systems allow is enough for that. */
const enoughFiles = 1024;

/**
 * Loads a module with all that it imports, when it is needed and not before: half of a second goes into loading what
 * drives a target, and a wrong option is told without it. Throws a {@link UserError} where too few files may be open.
 */
export async function loadModule<T>(load: () => Promise<T>): Promise<T> {
  // Asked first: there is no room for it afterwards.
  const limit = openFilesLimit();
  try {
    return await load();
  } catch (error) {
    // The loader takes what it could not open for something that is not there.
    if (limit === null || limit >= enoughFiles) throw error;
    throw new UserError(
      `only ${limit} files may be open at a time, too few to load this command: ulimit -n ${enoughFiles}`,
    );
  }
}

/** How many files this process may open; null where the system does not tell. */
function openFilesLimit(): number | null {
  try {
    const [, limit] = /^Max open files +(\d+)/m.exec(readFileSync('/proc/self/limits', 'utf8')) ?? [];
    return limit === undefined ? null : Number(limit);
  } catch {
    return null;
  }
}
