import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Trial, TrialResult } from './trial.ts';

/** A trial's process has ended before its trial had. */
class LostTrialError extends Error {
  readonly code = 'TRIAL_LOST';
}

const entry = path.join(path.dirname(fileURLToPath(import.meta.url)), 'trial-process.js');

/** Half of what a trial takes is waiting: for tokens to expire, and for answers that do not come. */
const trialsPerCore = 2;

/** Drives trials side by side, each in a process with no other, and gives each result as it comes. */
export async function* runTrials(trials: readonly Trial[], seed: number): AsyncGenerator<TrialResult> {
  const waiting = [...trials];
  const width = Math.min(trialsPerCore * availableParallelism(), trials.length);
  const children = Array.from({ length: width }, () => fork(entry, [String(seed)]));
  const running = new Map(children.map((child) => [child, runNext(child, waiting)]));
  try {
    while (running.size > 0) {
      const { child, result } = await Promise.race(running.values());
      if (result === null) {
        running.delete(child);
        continue;
      }
      running.set(child, runNext(child, waiting));
      yield result;
    }
  } finally {
    for (const child of children) child.kill();
  }
}

interface Run {
  readonly child: ChildProcess;
  /** Null where no trial was left. */
  readonly result: TrialResult | null;
}

async function runNext(child: ChildProcess, waiting: Trial[]): Promise<Run> {
  const trial = waiting.shift();
  if (trial === undefined) return { child, result: null };
  const ended = new AbortController();
  try {
    child.send(trial);
    const lost = once(child, 'exit', { signal: ended.signal }).then(() => {
      throw new LostTrialError(`${trial.kind} ${trial.id}: its process ended`);
    });
    const message: Promise<readonly unknown[]> = once(child, 'message', { signal: ended.signal });
    const [result] = await Promise.race([message, lost]);
    return { child, result: result as TrialResult };
  } finally {
    ended.abort();
  }
}
