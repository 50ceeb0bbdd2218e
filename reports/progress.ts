import type { OperationRecord } from '../checks/verdict.ts';
import { countJudged, countVerdicts, settledRules } from './roll-up.ts';

/** Where progress is written: standard error, so that it never mixes with results. */
export interface ProgressStream {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
  /** Overwrites the line that was rewritten last, and leaves none if the new one is empty. */
  rewrite(line: string): unknown;
}

/** How far an operation is. */
export interface OperationProgress {
  readonly operation: string;
  readonly done: number;
  readonly total: number;
  /** What was found in this operation so far: violated rules, or differences. */
  readonly findings: number;
}

/** What a run reports while it is running. */
export interface Progress {
  /** Cases of an operation have been sent. Shown on terminals only. */
  readonly advance: (of: OperationProgress) => void;
  /** An operation is done. */
  readonly finish: (record: OperationRecord) => void;
  /** An operation is done, with a text of the caller's and the number of its findings. */
  readonly finishWith: (text: string, findings: number) => void;
  /** Nothing is reported until the next call of another function. Clears the line for whatever is printed next. */
  readonly close: () => void;
}

/** A person reads no faster, and writing takes time. */
const redrawMs = 100;
/** How often the time is shown to go by while no case ends. */
const tickMs = 1000;

/**
 * Progress of a run over a number of operations: one rewritten line on a terminal, otherwise one line per operation.
 * `now` is a clock in milliseconds.
 */
export function startProgress(
  stream: ProgressStream,
  operations: number,
  now: () => number = () => performance.now(),
): Progress {
  return stream.isTTY === true ? new LiveProgress(stream, operations, now) : lineProgress(stream, operations);
}

function lineProgress(stream: ProgressStream, operations: number): Progress {
  let finished = 0;
  const finishWith = (text: string): void => {
    finished += 1;
    stream.write(`[${finished}/${operations}] ${text}\n`);
  };
  return {
    advance: () => undefined,
    finish: (record) => {
      finishWith(finishedText(record));
    },
    finishWith,
    close: () => undefined,
  };
}

/** The rewritten line: how many operations are done, the time, the operation at hand, its pace, and all findings. */
class LiveProgress implements Progress {
  readonly #stream: ProgressStream;
  readonly #operations: number;
  readonly #now: () => number;
  readonly #startedAt: number;
  #finished = 0;
  #findings = 0;
  #current: OperationProgress | null = null;
  #currentSince: number;
  #drawnAt = -Infinity;
  #ticking: NodeJS.Timeout | undefined;

  constructor(stream: ProgressStream, operations: number, now: () => number) {
    this.#stream = stream;
    this.#operations = operations;
    this.#now = now;
    this.#startedAt = now();
    this.#currentSince = this.#startedAt;
  }

  readonly advance = (of: OperationProgress): void => {
    this.#current = of;
    this.#ticking ??= setInterval(() => {
      this.#draw();
    }, tickMs).unref();
    if (this.#now() - this.#drawnAt >= redrawMs) this.#draw();
  };

  readonly finish = (record: OperationRecord): void => {
    const { fail, warn, 'unexpected pass': unexpected } = countVerdicts(settledRules(record));
    this.finishWith('', fail + warn + unexpected);
  };

  readonly finishWith = (_text: string, findings: number): void => {
    this.#finished += 1;
    this.#findings += findings;
    this.#current = null;
    this.#currentSince = this.#now();
    this.close();
  };

  readonly close = (): void => {
    clearInterval(this.#ticking);
    this.#ticking = undefined;
    this.#drawnAt = -Infinity;
    this.#stream.rewrite('');
  };

  #draw(): void {
    if (this.#current === null) return;
    const now = this.#now();
    this.#drawnAt = now;
    const { operation, done, total, findings } = this.#current;
    const seconds = Math.floor((now - this.#startedAt) / 1000);
    const pace = Math.round(done / Math.max(0.001, (now - this.#currentSince) / 1000));
    const found = this.#findings + findings;
    const text = [
      `[${this.#finished}/${this.#operations}] ${seconds} s, ${operation} ${done}/${total} cases`,
      `${pace} cases/s`,
      `${found} ${found === 1 ? 'finding' : 'findings'}`,
    ].join(', ');
    // A line that wraps is hard to erase. All of it is ASCII: each character takes one column.
    this.#stream.rewrite(text.slice(0, (this.#stream.columns ?? 80) - 1));
  }
}

function finishedText(record: OperationRecord): string {
  const rules = settledRules(record);
  const counts = countVerdicts(rules);
  const clean = countJudged(rules) > 0 ? 'ok' : 'nothing judged';
  const found = [
    ...(counts.fail > 0 ? [`${counts.fail} fail`] : []),
    ...(counts['unexpected pass'] > 0 ? [`${counts['unexpected pass']} unexpected pass`] : []),
    ...(counts.broken > 0 ? [`${counts.broken} broken`] : []),
    ...(counts.warn > 0 ? [`${counts.warn} warn`] : []),
  ];
  const seconds = (record.durationMs / 1000).toFixed(1);
  return `${record.operation} ${found.join(', ') || clean}, ${record.requests} requests, ${seconds} s`;
}
