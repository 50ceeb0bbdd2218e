import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { ApartTask } from './apart-thread.ts';
import { UnreadableError } from './parse-document.ts';

/** A large description takes two seconds on a slow machine, start of the thread included. */
const timeoutMs = 20_000;

/** Of values; a large description takes a quarter. With the rest of the process that stays under 400 MiB. */
const heapMib = 224;

/**
 * Does what can take a parser or a validator for ever, or fill the memory, in a thread of its own, and gives it up when
 * it has had its time or memory. Throws an {@link UnreadableError} then. What the task itself throws is thrown here,
 * as a copy: its message is all that can be relied upon.
 */
export async function runApart(task: ApartTask): Promise<unknown> {
  const worker = new Worker(findEntry(), {
    workerData: task,
    resourceLimits: { maxOldGenerationSizeMb: heapMib, maxYoungGenerationSizeMb: 16 },
    execArgv: [],
  });
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise((resolve, reject) => {
      timer = setTimeout(() => {
        reject(new UnreadableError(`takes more than ${timeoutMs / 1000} seconds to read`));
      }, timeoutMs);
      worker.once('message', resolve);
      worker.once('error', (error: unknown) => {
        reject(isOutOfMemory(error) ? new UnreadableError('takes too much memory to read') : asError(error));
      });
      worker.once('exit', () => {
        reject(new UnreadableError('cannot be read: its reader ended'));
      });
    });
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}

/** The compiled entry, whether this file runs compiled or from its source. */
function findEntry(): string {
  const here = dirname(fileURLToPath(import.meta.url));
  const entry = ['apart-thread.js', '../dist/spec/apart-thread.js']
    .map((path) => join(here, path))
    .find((path) => existsSync(path));
  if (entry === undefined) throw new Error('the project is not built: run `npm run build`');
  return entry;
}

function isOutOfMemory(error: unknown): boolean {
  return (
    typeof error === 'object' &&
    error !== null &&
    'code' in error &&
    error.code === 'ERR_WORKER_OUT_OF_MEMORY'
  );
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
