import { readdirSync, readFileSync } from 'node:fs';

/** Samples the memory of a process and all its descendants. */
export interface PeakMemory {
  /** Stops sampling and returns the highest sum of resident memory in MiB, or null if it cannot be measured. */
  readonly stop: () => number | null;
}

/** Often enough to catch bodies that are dropped as soon as they are judged. */
const everyMs = 25;

/** Starts sampling. Shared pages are counted once per process, so the result is never too low. */
export function watchMemory(pid: number): PeakMemory {
  if (process.platform !== 'linux') return { stop: () => null };
  let peak = 0;
  const sample = (): void => {
    peak = Math.max(peak, residentKiB(pid));
  };
  const timer = setInterval(sample, everyMs);
  return {
    stop: () => {
      clearInterval(timer);
      return peak / 1024;
    },
  };
}

function residentKiB(pid: number): number {
  return [pid, ...descendants(pid)].reduce((sum, one) => sum + ownKiB(one), 0);
}

function ownKiB(pid: number): number {
  return Number(/^VmRSS:\s*(\d+)/m.exec(read(`/proc/${pid}/status`))?.[1] ?? 0);
}

/** Each thread of a process lists its children in its own file. */
function descendants(pid: number): readonly number[] {
  const children = list(`/proc/${pid}/task`)
    .flatMap((thread) => read(`/proc/${pid}/task/${thread}/children`).split(' '))
    .filter((word) => word !== '')
    .map(Number);
  return children.flatMap((child) => [child, ...descendants(child)]);
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

function list(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
