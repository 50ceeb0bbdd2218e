import type { Exchange, HttpResponse } from '../driver/exchange.ts';
import type { Case } from '../generators/case.ts';
import type { SessionFamilyPrefix } from '../generators/session/family-name.ts';
import type { StepName } from '../generators/step-name.ts';
import type { SuiteId } from '../spec/operation-ids.ts';
import type { Contract, Operation } from '../spec/operation.ts';
import type { DifferenceClass, MockLevel, Need } from './rule-fields.ts';

/** RFC 2119 level. A MUST fails, a SHOULD warns, a MAY is noted. A rule never lowers its own level. */
export type Level = 'MUST' | 'SHOULD' | 'MAY';

/** Where a rule comes from: the contract, a standard or this project, with the section. */
export interface Source {
  readonly document: 'contract' | `RFC ${number}` | 'BCP 240' | 'project';
  readonly section: string;
}

/** One departure from a rule. Its texts may contain secrets until the driver redacts them. */
export interface Violation {
  /** JSON pointer, `status`, or `header NAME`. */
  readonly at: string;
  readonly expected: string;
  readonly actual: string;
  /** Whether no other answer in the case could explain it, so that it counts without being reproduced. */
  readonly isConclusive?: boolean;
  /** Whether chance could explain it, so that it counts only if it is seen again when the case is sent again. */
  readonly hasToShowAgain?: boolean;
}

/** The exchanges of a case by step name. A name that no case has does not compile. */
export interface StepExchanges extends Omit<ReadonlyMap<string, Exchange>, 'get' | 'has'> {
  get(step: StepName): Exchange | undefined;
  has(step: StepName): boolean;
}

/** What a rule looks at: a case as it ran, whether or not its main request was answered. */
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
  /** Set if the case ended during set-up: `exchange` is then the last one sent. Absent if the case ran to its end. */
  readonly isUnset?: true;
}

export interface Answered extends Attempt {
  readonly response: HttpResponse;
}

/** The metadata of a rule. */
export interface RuleDescription {
  /** `area.subject.claim`. Never changes. */
  readonly id: string;
  readonly level: Level;
  /** The lowest mock level at which a mock keeps the rule. */
  readonly mockLevel: MockLevel;
  /** What it means if only one of two targets violates it. */
  readonly differenceClass: DifferenceClass;
  /** What the rule cannot be judged without. A rule that can also be judged without a need does not list it. */
  readonly needs: readonly Need[];
  readonly source: Source;
  /** Present tense, under 80 characters. The subject is the operation. */
  readonly claim: string;
}

interface RuleFacts extends RuleDescription {
  /** The operations it is judged on: `all` means the 12 operations, and `session` the suite of sequences. */
  readonly operations: readonly SuiteId[] | 'all';
  /** Whether requests that are broken in different ways and violate the rule are separate defects, each reported. */
  readonly perBreakage?: boolean;
  /** Whether it is also judged on cases that ended during set-up. Default: no. */
  readonly judgesUnset?: boolean;
  /** Name prefixes of the families it is judged on; absent for any family. */
  readonly families?: readonly SessionFamilyPrefix[];
}

/** A rule on answers. Not judged if there is no answer. */
export interface AnswerRule extends RuleFacts {
  readonly on: 'answer';
  readonly appliesTo: (answered: Answered) => boolean;
  readonly judge: (answered: Answered) => readonly Violation[];
}

/** A rule on attempts, answered or not. */
export interface AttemptRule extends RuleFacts {
  readonly on: 'attempt';
  /** For a rule whose verdict is chance: how often the case gave chance an opportunity. Default: once. */
  readonly looks?: (attempt: Attempt) => number;
  readonly appliesTo: (attempt: Attempt) => boolean;
  readonly judge: (attempt: Attempt) => readonly Violation[];
}

/** A rule on values collected from all answers in an operation's run, such as identifiers that must not repeat. */
export interface SampleRule extends RuleFacts {
  readonly on: 'sample';
  /** Whether its values may be shown. Default: they are secrets. */
  readonly isPublic?: boolean;
  readonly collect: (answered: Answered) => readonly string[];
  /** Whether a value can be the one with which the values violate the rule. If absent, each can. */
  readonly isTelling?: (value: string) => boolean;
  /** Whether the collected values are conclusive. If absent, they are. */
  readonly appliesTo?: (values: readonly string[]) => boolean;
  /** Judged once per run, on all collected values (at least one). */
  readonly judge: (values: readonly string[]) => readonly Violation[];
}

export type Rule = AnswerRule | AttemptRule | SampleRule;

/** Rules sorted by id. */
export function byId(rules: readonly Rule[]): readonly Rule[] {
  return rules.toSorted((one, other) => (one.id < other.id ? -1 : 1));
}
