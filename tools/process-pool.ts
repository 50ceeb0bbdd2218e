import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { availableParallelism } from 'node:os';

/** A process has ended before its task. */
class LostTaskError extends Error {
  readonly code = 'TASK_LOST';
}

/** A pool of processes: the file they run, its arguments, and how a task is named. */
export interface PoolPlan<Task> {
  /** A compiled file that answers each message (a task) with one message (its result). Both are plain JSON. */
  readonly entry: string;
  readonly arguments: readonly string[];
  readonly nameOf: (task: Task) => string;
}

/** Half of a task's time is waiting: for tokens to expire, and for answers that never come. */
const tasksPerCore = 3;

/** Runs tasks concurrently, each alone in a process, and yields each result as it arrives. */
export async function* runInProcesses<Task extends object, Result>(
  tasks: readonly Task[],
  plan: PoolPlan<Task>,
): AsyncGenerator<Result> {
  const waiting = [...tasks];
  const width = Math.min(tasksPerCore * availableParallelism(), tasks.length);
  const children = Array.from({ length: width }, () => fork(plan.entry, plan.arguments));
  const next = (child: ChildProcess): Promise<Run<Result>> => runNext(child, waiting, plan.nameOf);
  const running = new Map(children.map((child) => [child, next(child)]));
  try {
    while (running.size > 0) {
      const { child, result } = await Promise.race(running.values());
      if (result === null) {
        running.delete(child);
        continue;
      }
      running.set(child, next(child));
      yield result;
    }
  } finally {
    for (const child of children) child.kill();
  }
}

interface Run<Result> {
  readonly child: ChildProcess;
  /** Null if no task was left. */
  readonly result: Result | null;
}

async function runNext<Task extends object, Result>(
  child: ChildProcess,
  waiting: Task[],
  nameOf: PoolPlan<Task>['nameOf'],
): Promise<Run<Result>> {
  const task = waiting.shift();
  if (task === undefined) return { child, result: null };
  const ended = new AbortController();
  try {
    child.send(task);
    const lost = once(child, 'exit', { signal: ended.signal }).then(() => {
      throw new LostTaskError(`${nameOf(task)}: its process ended`);
    });
    const message: Promise<readonly unknown[]> = once(child, 'message', { signal: ended.signal });
    const [result] = await Promise.race([message, lost]);
    return { child, result: result as Result };
  } finally {
    ended.abort();
  }
}
