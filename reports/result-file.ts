import type {
  FamilyCount,
  Flake,
  Latency,
  CutCases,
  OperationRecord,
  RuleRecord,
  Verdict,
} from '../checks/verdict.ts';
import type { Level } from '../checks/rule.ts';
import type { BaselineComparison, RunReport, TraceFacts } from './run-report.ts';
import { findAllCauses } from './causes/find-causes.ts';
import { resultCauses } from './causes/result-causes.ts';
import type { ResultCause } from './causes/result-causes.ts';
import { fingerprintOf } from './fingerprint.ts';
import { familiesOf, leadingFinding } from './failure-text.ts';
import { printable } from './printable.ts';
import { replayCommand, replayContextOf, withoutUserInfo } from './replay-command.ts';
import type { ReplayContext } from './replay-command.ts';
import { distinctViolations } from './result-violations.ts';
import type { ResultViolation } from './result-violations.ts';
import { resultShard } from './result-shard.ts';
import type { ResultShard } from './result-shard.ts';
import { countVerdicts, ruleRecords } from './roll-up.ts';
import { runLevels } from './run-levels.ts';
import type { RunLevels } from './run-levels.ts';
import { writeWhole } from './write-whole.ts';

/** How to reproduce a violation. */
export interface ResultReplay {
  readonly seed: number;
  readonly path: string;
  readonly command: string;
  readonly curl: string;
}

/** A rule judged on an operation. `fingerprint` and `replay` belong to its first violation. */
export interface ResultVerdict {
  readonly operation: string;
  readonly rule: string;
  readonly level: Level;
  readonly verdict: Verdict;
  readonly judged: number;
  readonly violations: readonly ResultViolation[];
  /** All families of cases that violate the rule. Not in older files. */
  readonly families?: readonly FamilyCount[];
  readonly fingerprint: string | null;
  readonly replay: ResultReplay | null;
  readonly reason: string | null;
}

/** What was sent for one operation. Equal seeds give equal hashes, whatever the concurrency or filter. */
export interface ResultCases {
  readonly operation: string;
  readonly valid: number;
  readonly broken: number;
  readonly requests: number;
  readonly hash: string;
}

/** The result file, version 1. `result.schema.json` describes it. Any change needs a new version. */
export interface ResultFile {
  readonly schemaVersion: 1;
  readonly tool: RunReport['tool'];
  readonly target: {
    readonly url: string;
    readonly profile: string | null;
    readonly build: string | null;
    readonly trace?: TraceFacts;
  };
  readonly contract: RunReport['contract'];
  readonly seed: number;
  readonly startedAt: string;
  readonly durationMs: number;
  readonly requests: number;
  readonly summary: Readonly<Record<Verdict, number>>;
  /** Which levels of a mock the target reaches. Files of the first version do not have it. */
  readonly levels?: RunLevels;
  readonly cases: readonly ResultCases[];
  /** How many errors of each operation came in each format, such as `status envelope` or `HTML`. */
  readonly dialects: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly verdicts: readonly ResultVerdict[];
  /** What explains the verdicts that are not good, the worst and widest first. Not in older files. */
  readonly causes?: readonly ResultCause[];
  readonly residue: OperationRecord['residue'];
  /** Of the answered main requests of each operation, in milliseconds. */
  readonly latency: Readonly<Record<string, Latency>>;
  /** What was not sent since the target is slow. Not in older files, nor if nothing was left out. */
  readonly leftOut?: readonly (CutCases & { readonly operation: string })[];
  /** Requests that were sent again because a gateway had turned them away. */
  readonly repeats: number;
  /**
   * Violations that did not reproduce and that a gateway under load may have caused. They do not count as violations.
   */
  readonly flaky: readonly (Omit<Flake, 'example'> & {
    readonly operation: string;
    readonly example: string;
  })[];
  /** What became of the defects of the earlier result, if one was given. */
  readonly baseline?: BaselineComparison;
  /** In the result of a shard: what the command `merge` needs. */
  readonly shard?: ResultShard;
}

/** The result of a run in the format of the result file. */
export function buildResult(report: RunReport): ResultFile {
  const records = ruleRecords(report);
  const context = replayContextOf(report);
  const shard = resultShard(report);
  const cuts = report.records.flatMap(({ operation, cut }) =>
    cut === undefined ? [] : [{ operation, ...cut }],
  );
  return {
    schemaVersion: 1,
    tool: report.tool,
    target: resultTarget(report.target),
    contract: report.contract,
    seed: report.seed,
    startedAt: report.startedAt,
    durationMs: report.durationMs,
    requests: report.requests,
    summary: countVerdicts(records),
    levels: runLevels(records),
    cases: report.records.map(({ operation, cases, requests, caseHash }) => ({
      operation,
      ...cases,
      requests,
      hash: caseHash,
    })),
    dialects: Object.fromEntries(report.records.map(({ operation, dialects }) => [operation, dialects])),
    verdicts: records.map((record) => resultVerdict(record, context)),
    causes: resultCauses(findAllCauses(report)),
    residue: totalResidue(report),
    latency: Object.fromEntries(
      report.records.flatMap(({ operation, latency }) => (latency === null ? [] : [[operation, latency]])),
    ),
    ...(cuts.length === 0 ? {} : { leftOut: cuts }),
    repeats: report.records.reduce((sum, { repeats }) => sum + repeats, 0),
    flaky: report.records.flatMap(({ operation, flaky }) =>
      flaky.map((flake) => ({ ...flake, operation, example: printable(flake.example) })),
    ),
    ...(report.baseline === null ? {} : { baseline: report.baseline }),
    ...(shard === null ? {} : { shard }),
  };
}

function resultTarget({ url, profile, build, trace }: RunReport['target']): ResultFile['target'] {
  return { url: withoutUserInfo(url), profile, build, ...(trace === undefined ? {} : { trace }) };
}

/** Writes the result file of a run. The write is atomic, because scripts read the file. */
export async function writeResult(file: string, report: RunReport): Promise<void> {
  await writeWhole(file, `${JSON.stringify(buildResult(report), null, 2)}\n`);
}

/** What a run created on its target, and what is still there. */
export function totalResidue({ residue, records }: RunReport): OperationRecord['residue'] {
  return residue ?? sumResidue(records);
}

/** The sum of what the suites of a run counted. */
export function sumResidue(records: readonly OperationRecord[]): OperationRecord['residue'] {
  return {
    created: records.reduce((total, { residue }) => total + residue.created, 0),
    removed: records.reduce((total, { residue }) => total + residue.removed, 0),
    left: records.flatMap(({ residue }) => residue.left),
  };
}

function resultVerdict(record: RuleRecord, context: ReplayContext): ResultVerdict {
  return {
    operation: record.operation,
    rule: record.rule,
    level: record.level,
    verdict: record.verdict,
    judged: record.judged,
    violations: distinctViolations(record),
    families: familiesOf(record).map(({ family, count }) => ({ family: printable(family), count })),
    fingerprint: fingerprintOf(record),
    replay: replayOf(record, context),
    reason: record.reason === null ? null : printable(record.reason),
  };
}

function replayOf(record: RuleRecord, context: ReplayContext): ResultReplay | null {
  const finding = leadingFinding(record);
  if (finding === undefined) return null;
  const exchange = finding.exchanges.find(({ step }) => step === 'main') ?? finding.exchanges.at(-1);
  return {
    seed: context.seed,
    path: finding.path,
    command: replayCommand(context, { ...record, path: finding.path }),
    curl: printable(exchange?.curl ?? ''),
  };
}
