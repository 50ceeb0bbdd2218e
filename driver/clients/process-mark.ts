import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';

/** Identifies a process, so that another process can tell later whether it still runs. */
export interface ProcessMark {
  readonly pid: number;
  /** Where the process id is valid: the machine and, where the system tells, its boot and its process namespace. */
  readonly machine: string;
  /** When the process started, in the system's own units; null if the system does not tell. */
  readonly born: string | null;
}

export function ownProcess(): ProcessMark {
  return { pid: process.pid, machine: machine(), born: bornOf(process.pid) };
}

/**
 * Whether a process still runs; `unknown` if it belongs to another machine or container. A reused process id does not
 * count, where the system tells when processes started.
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
    // A process of another user, which we may not signal.
    return typeof error === 'object' && error !== null && 'code' in error && error.code === 'EPERM';
  }
}

function machine(): string {
  const boot = orNothing(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim());
  const table = orNothing(() => readlinkSync('/proc/self/ns/pid'));
  return [hostname(), boot, table].filter((part) => part !== '').join(' ');
}

/** Field 22 of the process's line (proc(5)), counted from after its program name, which may contain anything. */
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
