import type { OperationRecord } from '../checks/verdict.ts';
import { countJudged, countVerdicts, settledRules } from './roll-up.ts';

/** Where progress is written: standard error, so that it never mixes with results. */
export interface ProgressStream {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
  /** Overwrites the current line. */
  rewrite(line: string): unknown;
}

/** What a run reports while it is running. */
export interface Progress {
  /** This many cases of an operation have been sent. Shown on terminals only. */
  readonly advance: (operation: string, cases: number, planned: number) => void;
  /** An operation is done. */
  readonly finish: (record: OperationRecord) => void;
  /** An operation is done, with a text of the caller's. */
  readonly finishWith: (text: string) => void;
  /** Nothing more will be reported. Clears the line for whatever is printed next. */
  readonly close: () => void;
}

/**
 * Progress of a run over a number of operations: one rewritten line on a terminal, otherwise one line per operation.
 */
export function startProgress(stream: ProgressStream, operations: number): Progress {
  let finished = 0;
  const isTerminal = stream.isTTY === true;
  const rewrite = (text: string): void => {
    // A line that wraps cannot be erased.
    stream.rewrite(text.slice(0, (stream.columns ?? 80) - 1));
  };
  const finishWith = (line: string): void => {
    finished += 1;
    const text = `[${finished}/${operations}] ${line}`;
    if (isTerminal) rewrite(text);
    else stream.write(`${text}\n`);
  };
  return {
    advance: (operation, cases, planned) => {
      if (isTerminal) rewrite(`[${finished}/${operations}] ${operation} ${cases}/${planned} cases`);
    },
    finish: (record) => {
      finishWith(finishedText(record));
    },
    finishWith,
    close: () => {
      if (isTerminal) stream.rewrite('');
    },
  };
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
