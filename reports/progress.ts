import type { OperationRecord } from '../checks/verdict.ts';
import { countJudged, countVerdicts, settledRules } from './roll-up.ts';

/** Where progress is written: standard error, so that it never mixes with results. */
export interface ProgressStream {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
  /** Writes over the line that was begun. */
  rewrite(line: string): unknown;
}

/** What a run tells while it goes on. */
export interface Progress {
  /** So many cases of an operation have been sent. Shown on terminals only. */
  readonly advance: (operation: string, cases: number, planned: number) => void;
  /** An operation is done. */
  readonly finish: (record: OperationRecord) => void;
  /** The same, told in other words. */
  readonly finishWith: (text: string) => void;
  /** Nothing more comes: leaves the line free for what is printed next. */
  readonly close: () => void;
}

/** Progress of a run over so many operations: one rewritten line on a terminal, elsewhere a line an operation. */
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
