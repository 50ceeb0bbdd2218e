import { availableParallelism } from 'node:os';
import { Worker } from 'jest-worker';

/** What is done by processes. */
export interface PoolPlan<Task> {
  /** A compiled module that exports `run`, which takes a task and resolves with its result. Plain JSON both. */
  readonly entry: string;
  /** How a task is called in what is said of one that failed. */
  readonly nameOf: (task: Task) => string;
}

/** Half of what a task takes is waiting: for tokens to expire, and for answers that do not come. */
const tasksPerCore = 3;

/** Does tasks side by side, each in a process with no other at the time, and gives their results in order. */
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
  // Those behind one that failed are not waited for.
  for (const result of results) result.catch(() => undefined);
  try {
    for (const result of results) yield await result;
  } finally {
    await pool.end();
  }
}
