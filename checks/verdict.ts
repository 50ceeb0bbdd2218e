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

/** What became of a rule on an operation. */
export type Verdict = (typeof verdicts)[number];

/** A violation with the evidence for it: the smallest case that still shows it. */
export interface Finding {
  readonly at: string;
  readonly expected: RedactedText;
  readonly actual: RedactedText;
  /** Family of the case and how it was broken, such as `broken.body.missing-member:/client_name`. */
  readonly family: string;
  /** `FAMILY/CHUNK/PATH`: with the seed, what `--replay` takes. */
  readonly path: string;
  /** How many cases of the run violated the rule in this way. */
  readonly count: number;
  /** How many times the case was made smaller. */
  readonly shrinks: number;
  /** Whether sending the case again showed the violation again. */
  readonly isReproduced: boolean;
  readonly exchanges: readonly RedactedExchange[];
}

/** A rule judged over an operation's run. Plain JSON: this is what suites hand to reports. */
export interface RuleRecord {
  readonly operation: SuiteId;
  readonly rule: string;
  readonly level: Level;
  readonly verdict: Verdict;
  readonly judged: number;
  readonly violated: number;
  readonly findings: readonly Finding[];
  /** Why it is not applicable, a known deviation or broken. */
  readonly reason: string | null;
}

/** A violation that did not show again and that a gateway under load may have made: told, and not held against a target. */
export interface Flake {
  readonly rule: string;
  /** How many cases showed it. */
  readonly count: number;
  /** Where, and what was seen there. */
  readonly example: RedactedText;
}

/** How long answers took, milliseconds. */
export interface Latency {
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly max: number;
}

/** An operation's run. Plain JSON. */
export interface OperationRecord {
  readonly operation: SuiteId;
  readonly rules: readonly RuleRecord[];
  readonly cases: { readonly valid: number; readonly broken: number };
  /** Families of which no case was sent because there are more of them than runs. */
  readonly leftOut: number;
  readonly requests: number;
  /** How many of them were sent again because a gateway had turned them away. */
  readonly repeats: number;
  readonly flaky: readonly Flake[];
  /** Of the main requests that were answered; null where none was. */
  readonly latency: Latency | null;
  readonly startedAt: string;
  readonly durationMs: number;
  /** SHA-256 over the sorted log of cases: equal for equal seeds, whatever the concurrency or filter. */
  readonly caseHash: string;
  /** How many errors came in which form: see `checks/read/dialect.ts`. */
  readonly dialects: Readonly<Record<string, number>>;
  readonly residue: { readonly created: number; readonly removed: number; readonly left: readonly string[] };
  /** Set where the run of the operation could not be finished, such as a target that is gone. */
  readonly broken: string | null;
}
