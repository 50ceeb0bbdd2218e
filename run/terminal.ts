import { paintFor, printableLine, terminalText } from '../reports/printable.ts';
import type { Paint } from '../reports/printable.ts';
import type { ProgressStream } from '../reports/progress.ts';

/** The line that is rewritten while work goes on, with its terminal. It is there once, on whichever stream. */
let live: { readonly stream: NodeJS.WriteStream; readonly width: number } | null = null;

/**
 * Erases the line that is rewritten, so that nothing is glued to it. A terminal that was made narrower has wrapped it
 * into several rows.
 */
export function eraseLiveLine(): void {
  if (live === null) return;
  const { stream, width } = live;
  live = null;
  const above = Math.max(0, Math.ceil(width / (stream.columns || usualColumns)) - 1);
  stream.write(`\r${above === 0 ? '' : `\u001b[${above}A`}\u001b[J`);
}

/** The width of a terminal that does not tell it. */
const usualColumns = 80;

/**
 * The only way to write to a terminal, for text from targets, files, libraries and the command line. Only our own
 * colours control the terminal, and lint rules forbid other ways. If the reader goes away early, as `head` does,
 * further output is dropped and the command goes on.
 */
export class Terminal implements ProgressStream {
  readonly stream: NodeJS.WriteStream;
  /** Whether notes are left out. */
  isQuiet = false;
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

  /** Whether lines can be rewritten: a terminal, and not one without control sequences. */
  get isTTY(): boolean {
    return this.stream.isTTY && process.env['TERM'] !== 'dumb';
  }

  get columns(): number {
    return this.stream.columns || usualColumns;
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
    eraseLiveLine();
    this.stream.write(terminalText(text));
  }

  /**
   * Writes lines. Line feeds within a line are escaped: otherwise text from elsewhere could start a line that looks
   * like ours.
   */
  lines(...lines: readonly string[]): void {
    this.write(lines.map((line) => `${printableLine(line)}\n`).join(''));
  }

  /** Writes what is good to know and no error, a line each, unless this terminal is quiet. */
  notes(...notes: readonly (string | null)[]): void {
    const told = notes.filter((note) => note !== null).map((note) => `note: ${note}`);
    if (!this.isQuiet && told.length > 0) this.lines(...told);
  }

  /** Replaces the line that is rewritten, if there is one; an empty line ends the rewriting. */
  rewrite(line: string): void {
    eraseLiveLine();
    if (line === '') return;
    const text = printableLine(line);
    this.stream.write(text);
    live = { stream: this.stream, width: text.length };
  }
}

/** Standard output: results. */
export const output = new Terminal(process.stdout);

/** Standard error: everything else. */
export const messages = new Terminal(process.stderr);

/** The last line of a summary says how the run ended, and with which exit code. */
export function lastLineOf(summary: string): string {
  return `${summary.trimEnd().split('\n').at(-1) ?? ''}\n`;
}
