import { availableParallelism } from 'node:os';
import { Worker } from 'jest-worker';

/** A pool of processes: the module they run, and how a task is named. */
export interface PoolPlan<Task> {
  /** A compiled module that exports `run`, which takes a task and resolves with its result. Both are plain JSON. */
  readonly entry: string;
  /** The name of a task in the error of one that failed. */
  readonly nameOf: (task: Task) => string;
}

/** Half of a task's time is waiting: for tokens to expire, and for answers that never come. */
const tasksPerCore = 3;

/** Runs tasks concurrently, each alone in a process at the time, and yields their results in order. */
export async function* runInProcesses<Task, Result>(
  tasks: readonly Task[],
  { entry, nameOf }: PoolPlan<Task>,
): AsyncGenerator<Result> {
  const numWorkers = Math.min(tasksPerCore * availableParallelism(), tasks.length);
  const pool = new Worker(entry, { numWorkers, exposedMethods: ['run'], maxRetries: 0 });
  const { run } = pool as unknown as { readonly run: (task: Task) => Promise<Result> };
  const results = tasks.map((task) =>
    run(task).catch((error: unknown) => {
      throw new Error(`${nameOf(task)}: ${error instanceof Error ? error.message : String(error)}`);
    }),
  );
  // After a failure, nobody waits for the results behind it.
  for (const result of results) result.catch(() => undefined);
  try {
    for (const result of results) yield await result;
  } finally {
    await pool.end();
  }
}
