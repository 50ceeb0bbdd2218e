import { effortArguments } from '../generators/effort.ts';
import type { Effort } from '../generators/effort.ts';
import type { Comparison, DifferenceRecord } from '../fidelity/comparison.ts';
import { suiteIds } from '../spec/operation-ids.ts';
import { printableLine } from './printable.ts';
import { runFinished } from './rule-facts.ts';
import type { RunReport } from './run-report.ts';

/** Quotes a word for a POSIX shell if necessary. */
export function quoteWord(word: string): string {
  const text = printableLine(word);
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`;
}

/** How the tool is called in a checkout of this project. */
export const checkoutInvocation = 'npm run -s conformance --';

/** How the tool is called once installed. */
export const installedInvocation = 'npx prism-oauth-conformance';

/** What all replays of a run have in common. */
export interface ReplayContext {
  readonly invocation: string;
  /** Null for the embedded reference target. */
  readonly targetUrl: string | null;
  readonly seed: number;
  readonly runs: Effort;
  readonly carriedArguments: readonly string[];
}

/** A case to replay. */
export interface ReplayedCase {
  readonly operation: string;
  readonly rule: string;
  readonly path: string;
}

export function replayContextOf(report: RunReport): ReplayContext {
  return {
    invocation: report.options.invocation,
    targetUrl: report.target.isEmbedded || report.target.trace !== undefined ? null : report.target.url,
    seed: report.seed,
    runs: report.options.runs,
    carriedArguments: report.options.carriedArguments,
  };
}

/**
 * The command that sends a case again and judges it by one rule. A finding over a whole sample has no case of its own,
 * so its command repeats the operation's run. Credentials still come from the environment.
 */
export function replayCommand(context: ReplayContext, { operation, rule, path }: ReplayedCase): string {
  const words = [
    ...targetWords(context),
    ...context.carriedArguments,
    ...['--operation', operation],
    // It is not in the catalogue, and is always judged.
    ...(rule === runFinished.id ? [] : ['--rule', rule]),
    ...(path === ''
      ? ['--seed', String(context.seed), ...effortArguments(context.runs)]
      : ['--replay', `${context.seed}:${path}`]),
  ];
  return `${context.invocation} run ${words.map(quoteWord).join(' ')}`;
}

/** The command that explains a rule: what it asks, who says so, and what to do about a violation. */
export function explainCommand({ invocation }: Pick<ReplayContext, 'invocation'>, rule: string): string {
  return `${invocation} explain ${quoteWord(rule)}`;
}

/** The command that sends all cases of a run again. */
export function runCommand(report: RunReport): string {
  const { shard, options } = report;
  const context = replayContextOf(report);
  const suites = shard?.suites ?? options.operations;
  const words = [
    ...targetWords(context),
    ...context.carriedArguments,
    ...(suites.length === suiteIds.length ? [] : suites.flatMap((suite) => ['--operation', suite])),
    ...options.rules.flatMap((rule) => ['--rule', rule]),
    ...(shard === null ? [] : ['--shard', `${shard.index}/${shard.of}`]),
    ...['--seed', String(context.seed), ...effortArguments(context.runs)],
  ];
  return `${context.invocation} run ${words.map(quoteWord).join(' ')}`;
}

function targetWords({ targetUrl }: ReplayContext): readonly string[] {
  return targetUrl === null ? [] : ['--target', withoutUserInfo(targetUrl)];
}

/** A URL without the user name and password that it may contain. */
export function withoutUserInfo(url: string): string {
  return url.replace(/^([a-z][a-z0-9+.-]*:\/\/)[^/?#]*@/i, '$1');
}

/**
 * The command that sends the case of a difference to both targets again. For a difference over all cases, it repeats
 * the operation's run.
 */
export function comparisonCommand(
  { invocation, targets, carriedArguments, seed }: Comparison,
  { operation, path }: Pick<DifferenceRecord, 'operation' | 'path'>,
): string {
  const words = [
    ...[targets.a, targets.b],
    ...['--operation', operation],
    ...(path === '' ? ['--seed', String(seed)] : ['--replay', `${seed}:${path}`]),
    ...carriedArguments,
  ];
  return `${invocation} compare ${words.map(quoteWord).join(' ')}`;
}
