import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { ApartTask } from './apart-thread.ts';
import { UnreadableError } from './parse-document.ts';

/** A large description takes two seconds on a slow machine, including the start of the thread. */
const timeoutMs = 20_000;

/**
 * Limit for the heap of the thread; a large description needs a quarter of it. The whole process stays under 400 MiB.
 */
const heapMib = 224;

/**
 * Runs a task in a thread of its own, since the input can make a parser or validator run for ever or fill the memory.
 * Ends the thread and throws an {@link UnreadableError} when the task exceeds its time or memory. An error of the task
 * itself is thrown here as a copy: only its message can be relied upon.
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

/** Finds the compiled entry, whether this file runs compiled or from source. */
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
