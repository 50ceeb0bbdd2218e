import { spawn } from 'node:child_process';
import type { ChildProcess, ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';

/** 10,000 results take 10 s to 15 s on two cores. Anything over this limit is a hang. */
const timeoutMs = 120_000;

/** What the program has to do: its arguments, and the folder to work in. */
interface AllureTask {
  readonly words: readonly string[];
  readonly workDir: string;
}

/**
 * A module that the process loads first: it loads what the program consists of, which takes as long as the report of a
 * usual run, and waits until standard input tells the task. It ends the process when the parent process is gone, for
 * whatever reason.
 */
const preload = `
import { text } from 'node:stream/consumers';
import { pathToFileURL } from 'node:url';
const parent = process.ppid;
setInterval(() => process.ppid === parent || process.exit(1), 500).unref();
await import(new URL('dist/commands/index.js', pathToFileURL(process.argv[1]))).catch(() => null);
const task = await text(process.stdin);
if (task === '') process.exit(1);
const { words, workDir } = JSON.parse(task);
process.chdir(workDir);
process.argv.push(...words);
`;

/**
 * Allure's own program, which can be loaded before its task is known. It has a process of its own, because it exits on
 * errors, without our environment, because that contains the target's password.
 */
export class AllureProgram {
  #process = start();

  /**
   * Runs the program once, and returns when it has ended. Throws an error with what it wrote if it has failed, or the
   * signal is aborted.
   */
  async run(task: AllureTask, signal?: AbortSignal): Promise<void> {
    // A Ctrl+C ends all processes of a terminal, though the run still writes its report.
    if (hasEnded(this.#process)) this.#process = start();
    const { stdin, stdout, stderr } = this.#process;
    const close = (): void => {
      this.close();
    };
    const timer = setTimeout(close, timeoutMs);
    signal?.addEventListener('abort', close);
    if (signal?.aborted === true) close();
    try {
      const ended = once(this.#process, 'close') as Promise<[code: number | null]>;
      stdin.on('error', () => null).end(JSON.stringify(task));
      const [[code], ...written] = await Promise.all([ended, text(stdout), text(stderr)]);
      if (code !== 0) throw new Error(written.join('\n').trim() || 'Allure was ended before it was done');
    } finally {
      clearTimeout(timer);
      signal?.removeEventListener('abort', close);
    }
  }

  /** Ends the process, whatever it does. */
  close(): void {
    this.#process.kill('SIGKILL');
  }
}

function start(): ChildProcessWithoutNullStreams {
  const words = ['--import', `data:text/javascript,${encodeURIComponent(preload)}`, allureCli()];
  const started = spawn(process.execPath, words, { env: { NO_COLOR: '1' } });
  // Told when the program is needed.
  return started.on('error', () => null);
}

function hasEnded({ pid, exitCode, signalCode }: ChildProcess): boolean {
  return pid === undefined || exitCode !== null || signalCode !== null;
}

/** Located next to the folder of the package's main module, because the package does not export its path. */
function allureCli(): string {
  const main = createRequire(import.meta.url).resolve('allure');
  return join(dirname(main), '..', 'cli.js');
}
