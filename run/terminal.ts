import { paintFor, printableLine, terminalText } from '../reports/printable.ts';
import type { Paint } from '../reports/printable.ts';
import type { ProgressStream } from '../reports/progress.ts';

const eraseLine = '\r\u001b[2K';

/**
 * The only way to write to a terminal, for text from targets, files, libraries and the command line. Only our own
 * colours control the terminal, and lint rules forbid other ways. If the reader goes away early, as `head` does,
 * further output is dropped and the command goes on.
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

  /** Why the output could not be written; null if it could, or if the reader has gone away. */
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

  /** The most columns of a line of text: those of a terminal, and any number in a pipe, where nothing wraps. */
  get width(): number {
    return this.stream.isTTY ? this.columns : Infinity;
  }

  /** Colours, if the terminal supports them and the user wants them. */
  get paint(): Paint {
    return paintFor(this.stream, process.env);
  }

  write(text: string): void {
    this.stream.write(terminalText(text));
  }

  /**
   * Writes lines. Line feeds within a line are escaped: otherwise text from elsewhere could start a line that looks
   * like ours.
   */
  lines(...lines: readonly string[]): void {
    this.write(lines.map((line) => `${printableLine(line)}\n`).join(''));
  }

  /** Overwrites the current line. */
  rewrite(line: string): void {
    this.stream.write(eraseLine + terminalText(line));
  }
}

/** Standard output: results. */
export const output = new Terminal(process.stdout);

/** Standard error: everything else. */
export const messages = new Terminal(process.stderr);
