import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'yaml';
import { packageRoot } from '../../run/package-facts.ts';
import type { RunFile } from '../zoo/finding.ts';

/** What a person found when a finding was read against the library's code. */
export interface HandVerdict {
  readonly operation: string;
  readonly rule: string;
  /** Whether the library really departs from the sentence; false for a false alarm of the suite. */
  readonly isTrue: boolean;
  /** The text that obliges the server, or the one that allows what it does. */
  readonly sentence: string;
  /** What the library does. */
  readonly because: string;
}

/** A finding at MUST, with its judgement if there is one. */
export interface JudgedFinding {
  readonly operation: string;
  readonly rule: string;
  readonly judgement: HandVerdict | null;
}

/** The judgements of an adapter's servers; those for other versions of it do no harm. */
export async function readJudgements(id: string): Promise<readonly HandVerdict[]> {
  const file = path.join(packageRoot, 'tools', 'servers', 'verdicts', `${id}.yaml`);
  const text = await readFile(file, 'utf8').catch(() => '[]');
  return parse(text) as readonly HandVerdict[];
}

/** The findings at MUST of a run, in its order. */
export function judgeFindings(
  { verdicts }: RunFile,
  known: readonly HandVerdict[],
): readonly JudgedFinding[] {
  return verdicts
    .filter(({ verdict }) => verdict === 'fail')
    .map(({ operation, rule }) => ({
      ...{ operation, rule },
      judgement: known.find((one) => one.operation === operation && one.rule === rule) ?? null,
    }));
}

/** How a run differs from what was judged by hand: findings that nobody has read, and judged ones that went away. */
export function differences(
  found: readonly JudgedFinding[],
  known: readonly HandVerdict[],
): readonly string[] {
  const isFound = ({ operation, rule }: HandVerdict): boolean =>
    found.some((one) => one.operation === operation && one.rule === rule);
  return [
    ...found
      .filter(({ judgement }) => judgement === null)
      .map(({ operation, rule }) => `${operation} ${rule}: found, and judged by nobody`),
    ...known
      .filter((one) => one.isTrue && !isFound(one))
      .map(({ operation, rule }) => `${operation} ${rule}: true, and not found`),
    ...known
      .filter((one) => !one.isTrue && isFound(one))
      .map(({ operation, rule }) => `${operation} ${rule}: a false alarm`),
  ];
}
