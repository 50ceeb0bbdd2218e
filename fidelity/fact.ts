import type { Step } from '../generators/case.ts';

/** What of an answer a fact is about. */
export const facets = [
  'outcome',
  'media type',
  'header',
  'incidental header',
  'form',
  'reason',
  'constant',
  'relation',
  'redirect',
] as const;

/** One of the ways in which answers can be compared. */
export type Facet = (typeof facets)[number];

/** One thing that is seen of an answer, whatever the target chose to put there. */
export interface AnswerFact {
  readonly facet: Facet;
  /** JSON pointer with `*` for any index, the name of a header, or a part of a redirect. */
  readonly at: string;
  readonly value: string;
}

/** A fact with the step that shows it. */
export interface Fact extends AnswerFact {
  readonly step: string;
  readonly role: Step['role'];
}
