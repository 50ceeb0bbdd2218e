import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';

/** Which process it is, so that another one can tell later whether it still runs. */
export interface ProcessMark {
  readonly pid: number;
  /** Whose process ids they are: the machine, and where the system tells, its start and its table of processes. */
  readonly machine: string;
  /** When the process began, in the system's own count; null where the system does not tell. */
  readonly born: string | null;
}

/** The mark of this process. */
export function ownProcess(): ProcessMark {
  return { pid: process.pid, machine: machine(), born: bornOf(process.pid) };
}

/**
 * Whether a process still runs: `unknown` where it is one of another machine or container. A number that was given to
 * another process since does not count where the system tells when processes began.
 */
export function processState({ pid, machine: where, born }: ProcessMark): 'runs' | 'gone' | 'unknown' {
  if (where !== machine()) return 'unknown';
  if (!exists(pid)) return 'gone';
  const now = bornOf(pid);
  return born !== null && now !== null && born !== now ? 'gone' : 'runs';
}

function exists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Of another user, whom no signal of ours reaches.
    return typeof error === 'object' && error !== null && 'code' in error && error.code === 'EPERM';
  }
}

function machine(): string {
  const boot = orNothing(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim());
  const table = orNothing(() => readlinkSync('/proc/self/ns/pid'));
  return [hostname(), boot, table].filter((part) => part !== '').join(' ');
}

/** Field 22 of the process's line (proc(5)), counted behind the name of its program, which may hold anything. */
function bornOf(pid: number): string | null {
  const line = orNothing(() => readFileSync(`/proc/${pid}/stat`, 'utf8'));
  return line.slice(line.lastIndexOf(')') + 2).split(' ')[19] ?? null;
}

function orNothing(read: () => string): string {
  try {
    return read();
  } catch {
    return '';
  }
}
