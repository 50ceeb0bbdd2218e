import type { Step } from '../generators/case.ts';

/** The aspects of an answer that facts describe. */
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

export type Facet = (typeof facets)[number];

/** One observation about an answer, independent of the values that the target chose. */
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
