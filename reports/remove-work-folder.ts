import { rm } from 'node:fs/promises';

/**
 * Removes a folder for files that were needed only while a command ran. A process that was killed may still be writing
 * there for a moment. What then cannot be removed is left to the system, and is no reason to fail.
 */
export async function removeWorkFolder(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }).catch(() => undefined);
}
