import { paintFor, printableLine, terminalText } from '../reports/printable.ts';
import type { Paint } from '../reports/printable.ts';
import type { ProgressStream } from '../reports/progress.ts';

const eraseLine = '\r\u001b[2K';

/**
 * The one way to a terminal, for what comes from a target, a file, a library or the command line alike: nothing but
 * colours of ours steers it. Lint knows no other. Whoever reads may go away before the end, as `head` does: what is
 * written after that is lost, and the command goes on.
 */
export class Terminal implements ProgressStream {
  readonly stream: NodeJS.WriteStream;
  #problem: Error | null = null;

  constructor(stream: NodeJS.WriteStream) {
    this.stream = stream;
    stream.on('error', (error: Error) => {
      this.#problem ??= error;
    });
  }

  /** Why what was written did not get there; null where it did, or where the reader wanted no more. */
  get problem(): Error | null {
    const hasLeft = this.#problem !== null && 'code' in this.#problem && this.#problem.code === 'EPIPE';
    return hasLeft ? null : this.#problem;
  }

  get isTTY(): boolean {
    return this.stream.isTTY;
  }

  get columns(): number {
    return this.stream.columns;
  }

  /** Colours, where it shows them and the user wants them. */
  get paint(): Paint {
    return paintFor(this.stream, process.env);
  }

  write(text: string): void {
    this.stream.write(terminalText(text));
  }

  /** Writes lines. A line feed in one of them is shown: it would let a text from elsewhere begin a line of ours. */
  lines(...lines: readonly string[]): void {
    this.write(lines.map((line) => `${printableLine(line)}\n`).join(''));
  }

  /** Writes over the line that was begun. */
  rewrite(line: string): void {
    this.stream.write(eraseLine + terminalText(line));
  }
}

/** Standard output: what was asked for. */
export const output = new Terminal(process.stdout);

/** Standard error: what is to be told besides. */
export const messages = new Terminal(process.stderr);
