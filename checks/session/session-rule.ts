import type { Attempt, AttemptRule, Level, Source, Violation } from '../rule.ts';

/** What of a session is judged, and how. */
export interface Judgement {
  /** Whether the steps that it looks at were answered in a way that tells something. */
  readonly appliesTo: (attempt: Attempt) => boolean;
  readonly judge: (attempt: Attempt) => readonly Violation[];
}

/** A rule over sessions, as it is written down. */
export interface SessionRulePlan {
  readonly id: string;
  readonly level: Level;
  readonly source: Source;
  readonly claim: string;
  /** Beginnings of the names of the families it is judged on. */
  readonly families: readonly string[];
  /** What has to have happened before, such as a set-up step that succeeded. */
  readonly when?: (attempt: Attempt) => boolean;
  readonly judgement: Judgement;
}

/** A rule over the sessions of some families. Where its preconditions do not hold it is not applicable. */
export function sessionRule({ families, when, judgement, ...facts }: SessionRulePlan): AttemptRule {
  return {
    on: 'attempt',
    ...facts,
    families,
    operations: ['session'],
    appliesTo: (attempt) =>
      families.some((family) => attempt.case.family.startsWith(family)) &&
      (when === undefined || when(attempt)) &&
      judgement.appliesTo(attempt),
    judge: judgement.judge,
  };
}
