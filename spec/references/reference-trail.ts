import { formatPointer } from '../json-pointer.ts';
import { documentLimits } from '../parse-document.ts';
import type { Place } from './declared-names.ts';
import type { NodeKind } from './node-kind.ts';

/** A reference that is being followed. */
export interface TrailStep {
  /** Kind and place of its target. */
  readonly key: string;
  /** Where its target begins in its document. */
  readonly depth: number;
  /** Whether it applies to the same value as what refers to it, so that a circle of such references never ends. */
  readonly isInPlace: boolean;
}

/** Keywords that apply their schemas to the same value. */
const inPlace = /^(?:\/(?:allOf|anyOf|oneOf)\/\d+|\/(?:not|if|then|else)|\/dependentSchemas\/[^/]*)*$/;

/** A trail with the reference at a place, which leads to the target of the step. */
export function longerTrail(
  trail: readonly TrailStep[],
  { segments }: Place,
  { key, depth }: Pick<TrailStep, 'key' | 'depth'>,
): readonly TrailStep[] {
  const hop = formatPointer(segments.slice(trail.at(-1)?.depth ?? 0));
  return [...trail, { key, depth, isInPlace: inPlace.test(hop) }];
}

/** Why the last of several references that lead to one another cannot be followed, or null. */
export function circleProblem(trail: readonly TrailStep[], kind: NodeKind): string | null {
  const last = trail.at(-1);
  const start = trail.findIndex((step) => step.key === last?.key);
  const isCircle = start < trail.length - 1;
  if (isCircle && (kind !== 'schema' || trail.slice(start + 1).every((step) => step.isInPlace)))
    return 'leads back to itself without a member or item between';
  return !isCircle && trail.length > documentLimits.depth
    ? `is the last of ${documentLimits.depth} references that lead to one another`
    : null;
}
