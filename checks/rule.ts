import type { Exchange, HttpResponse } from '../driver/exchange.ts';
import type { Case } from '../generators/case.ts';
import type { SessionFamilyPrefix } from '../generators/session/family-name.ts';
import type { StepName } from '../generators/step-name.ts';
import type { SuiteId } from '../spec/operation-ids.ts';
import type { Contract, Operation } from '../spec/operation.ts';
import type { DifferenceClass, MockLevel, Need } from './rule-fields.ts';

/** RFC 2119 level. A MUST fails, a SHOULD warns, a MAY is noted. A rule never lowers its own. */
export type Level = 'MUST' | 'SHOULD' | 'MAY';

/** Where a rule comes from: `contract`, or a standard with its section. */
export interface Source {
  readonly document: 'contract' | `RFC ${number}` | 'BCP 240' | 'project';
  readonly section: string;
}

/** One departure from a rule. Texts may hold secrets until the driver has redacted them. */
export interface Violation {
  /** JSON pointer, `status`, or `header NAME`. */
  readonly at: string;
  readonly expected: string;
  readonly actual: string;
  /** Whether no other answer of the case could explain it, so that it need not show again to count. */
  readonly isConclusive?: boolean;
}

/** The exchanges of a case by the names of its steps. A name that no case has does not compile. */
export interface StepExchanges extends Omit<ReadonlyMap<string, Exchange>, 'get' | 'has'> {
  get(step: StepName): Exchange | undefined;
  has(step: StepName): boolean;
}

/** What a rule looks at: a case as it went, whether or not its main request was answered. */
export interface Attempt {
  readonly contract: Contract;
  readonly operation: Operation;
  readonly case: Case;
  /** The exchange of the main step. */
  readonly exchange: Exchange;
  /** Exchanges of all steps, by step name. */
  readonly exchanges: StepExchanges;
  /** Values that the target chose, by slot name. */
  readonly slots: ReadonlyMap<string, string>;
  /** Secrets that were sent or received in this case. */
  readonly secrets: readonly string[];
  /** The case ended in its set-up: `exchange` is then the one that was sent last. Absent: it was run to its end. */
  readonly isUnset?: true;
}

/** An attempt whose main request was answered. */
export interface Answered extends Attempt {
  readonly response: HttpResponse;
}

/** What a rule says of itself. */
export interface RuleDescription {
  /** `area.subject.claim`, for ever. */
  readonly id: string;
  readonly level: Level;
  /** The level of a mock at which it begins to keep the rule. */
  readonly mockLevel: MockLevel;
  /** What it means that only one of two targets violates it. */
  readonly differenceClass: DifferenceClass;
  /** Without which of these it cannot be judged. A rule that judges without them as well does not name them. */
  readonly needs: readonly Need[];
  readonly source: Source;
  /** Present tense, under 80 characters; the operation is its subject. */
  readonly claim: string;
}

interface RuleFacts extends RuleDescription {
  /** The operations it is judged on: `all` is the 12, and `session` the suite of sequences. */
  readonly operations: readonly SuiteId[] | 'all';
  /** Whether differently broken requests that violate it are different defects, each reported. */
  readonly perBreakage?: boolean;
  /** Whether it is judged on cases that ended in their set-up, too. Default: no. */
  readonly judgesUnset?: boolean;
  /** Beginnings of the names of the families that it is judged on; absent for any family. */
  readonly families?: readonly SessionFamilyPrefix[];
}

/** A rule over answers. Not judged where there is none. */
export interface AnswerRule extends RuleFacts {
  readonly on: 'answer';
  readonly appliesTo: (answered: Answered) => boolean;
  readonly judge: (answered: Answered) => readonly Violation[];
}

/** A rule over attempts, answered or not. */
export interface AttemptRule extends RuleFacts {
  readonly on: 'attempt';
  readonly appliesTo: (attempt: Attempt) => boolean;
  readonly judge: (attempt: Attempt) => readonly Violation[];
}

/** A rule over values collected from all answers of an operation's run, such as identifiers that must not repeat. */
export interface SampleRule extends RuleFacts {
  readonly on: 'sample';
  /** Whether its values may be shown. Default: they are secrets. */
  readonly isPublic?: boolean;
  readonly collect: (answered: Answered) => readonly string[];
  /** Whether all that was collected tells anything; absent: it does. */
  readonly appliesTo?: (values: readonly string[]) => boolean;
  /** Judged once a run, over all that was collected (at least one value). */
  readonly judge: (values: readonly string[]) => readonly Violation[];
}

/** A rule of the catalogue. */
export type Rule = AnswerRule | AttemptRule | SampleRule;

/** Rules in the order of their ids, wherever they stand. */
export function byId(rules: readonly Rule[]): readonly Rule[] {
  return rules.toSorted((one, other) => (one.id < other.id ? -1 : 1));
}
