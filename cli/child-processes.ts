import type { ChildProcess } from 'node:child_process';
import { subscribe } from 'node:diagnostics_channel';

const running = new Set<ChildProcess>();

/** The processes that this one has started since {@link watchChildren}, and that go on. */
export function children(): readonly ChildProcess[] {
  return [...running];
}

/** Keeps account of the processes that this one starts, whoever does it, and ends them when it ends itself. */
export function watchChildren(): void {
  subscribe('child_process', (message) => {
    const { process: child } = message as { readonly process: ChildProcess };
    running.add(child);
    child.once('exit', () => running.delete(child));
  });
  process.once('exit', () => {
    killChildren(() => true);
  });
}

/** Ends processes at once, also those that are deaf. */
export function killChildren(isMeant: (child: ChildProcess) => boolean): void {
  for (const child of running) if (isMeant(child)) child.kill('SIGKILL');
}

/** Whether Jest has started a process to run suites. */
export function isJestWorker({ spawnargs }: ChildProcess): boolean {
  return spawnargs.some((word) => word.includes('jest-worker') && word.includes('processChild'));
}
