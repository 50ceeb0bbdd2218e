import type { SuiteId } from '../spec/operation-ids.ts';
import type { RedactedExchange, RedactedText } from '../driver/secrets/redacted.ts';
import type { Level } from './rule.ts';

/** All verdicts, from best to worst. */
export const verdicts = [
  'pass',
  'not applicable',
  'note',
  'warn',
  'known deviation',
  'unexpected pass',
  'fail',
  'broken',
] as const;

/** The outcome of a rule on an operation. */
export type Verdict = (typeof verdicts)[number];

/** A violation with its evidence: the smallest case that still shows it. */
export interface Finding {
  readonly at: string;
  readonly expected: RedactedText;
  readonly actual: RedactedText;
  /** The family of the case and how it was broken, such as `broken.body.missing-member:/client_name`. */
  readonly family: string;
  /** `FAMILY/CHUNK/PATH`: the argument of `--replay`, together with the seed. */
  readonly path: string;
  /** How many cases of the run violated the rule in this way. */
  readonly count: number;
  /** How many times the case was shrunk. */
  readonly shrinks: number;
  /** Whether the violation reproduced when the case was sent again; null if it could not be sent again. */
  readonly isReproduced: boolean | null;
  readonly exchanges: readonly RedactedExchange[];
}

/** How many cases of a family violated a rule. */
export interface FamilyCount {
  readonly family: string;
  readonly count: number;
}

/** The result of a rule on an operation's run. Plain JSON that suites hand to reports. */
export interface RuleRecord {
  readonly operation: SuiteId;
  readonly rule: string;
  readonly level: Level;
  readonly verdict: Verdict;
  readonly judged: number;
  readonly violated: number;
  /** Set if the verdict is chance: `judged` is how often the run looked, and `violated` how often it saw a violation. */
  readonly isByChance?: true;
  readonly findings: readonly Finding[];
  /** All families with violations, most violations first; there may be more than findings. Absent: those of the findings. */
  readonly families?: readonly FamilyCount[];
  /**
   * How many cases of the operation violate this rule and another one, by the id of the other; by its own id, how many
   * violate it. Absent for rules over samples of values, and in older records.
   */
  readonly together?: Readonly<Record<string, number>>;
  /** Why the rule is not applicable, a known deviation or broken. */
  readonly reason: string | null;
}

/**
 * A violation that did not reproduce and that a gateway under load may have caused. Reported, but not held against the
 * target.
 */
export interface Flake {
  readonly rule: string;
  /** How many cases showed it. */
  readonly count: number;
  /** Where it was, and what was seen there. */
  readonly example: RedactedText;
}

/** How long answers took, in milliseconds. */
export interface Latency {
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly max: number;
}

/** What a run did not send to an operation because the target is slow. */
export interface CutCases {
  readonly cases: number;
  /** Families of which no case was sent. */
  readonly families: number;
  /** Families of which no more cases were sent after some that were never answered. */
  readonly hanging: readonly string[];
  /** Families of which no more cases were sent because answers to them take long. */
  readonly slow: readonly string[];
  /** Whether the time was up. */
  readonly isTimeUp: boolean;
}

/** The record of an operation's run. Plain JSON. */
export interface OperationRecord {
  readonly operation: SuiteId;
  readonly rules: readonly RuleRecord[];
  readonly cases: { readonly valid: number; readonly broken: number };
  /** Families without any case, because there are more families than runs. */
  readonly leftOut: number;
  /** Set if cases were left out because the target is slow. */
  readonly cut?: CutCases;
  readonly requests: number;
  /** How many of the requests were sent again because a gateway had turned them away. */
  readonly repeats: number;
  readonly flaky: readonly Flake[];
  /** Of the main requests that were answered; null if none was. */
  readonly latency: Latency | null;
  readonly startedAt: string;
  readonly durationMs: number;
  /** SHA-256 over the sorted log of cases. Equal seeds give equal hashes, whatever the concurrency or filter. */
  readonly caseHash: string;
  /** How many errors came in each format: see `checks/read/dialect.ts`. */
  readonly dialects: Readonly<Record<string, number>>;
  readonly residue: { readonly created: number; readonly removed: number; readonly left: readonly string[] };
  /** Set if the operation's run could not be completed, for example because the target is gone. */
  readonly broken: string | null;
  /** Set if the run sent one case again: its path, and what was sent and answered. */
  readonly replayed?: { readonly path: string; readonly exchanges: readonly RedactedExchange[] };
  /** Set if the target ended while it was driven: the case that did it, and how many cases of each family may have. */
  readonly crash?: { readonly finding: Finding; readonly families: readonly FamilyCount[] };
}
