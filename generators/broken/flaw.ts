import type * as fc from 'fast-check';
import type { BreakageKind } from '../breakage-kind.ts';
import type { Aspect, Breakage, Expectation } from '../case.ts';
import type { Edit } from './edit-request.ts';

/** One named way to break a request. The rest of the request stays as it was. */
export interface Flaw {
  readonly breakage: Breakage;
  readonly aspect: Aspect;
  readonly expectation: Expectation;
  /** More cases than this add nothing. */
  readonly enough: number;
  /** Every edit that is drawn, or reached by shrinking, breaks the request in this way and in no other. */
  readonly edits: fc.Arbitrary<Edit>;
  /** Whether such requests are known to end servers. Default: no. */
  readonly isCrashProne?: boolean;
}

/** How many cases are worth sending of a flaw without values of its own: only the rest of the request varies. */
export const enoughOfOne = 3;

/** How many cases are worth sending of a closed list: each value with two different requests. */
export function enoughOfList(values: readonly unknown[]): number {
  return values.length * 2;
}

type MakeFlaw = (kind: BreakageKind, at: string, edits: fc.Arbitrary<Edit>, enough?: number) => Flaw;

function makerOf(expectation: Expectation): MakeFlaw {
  return (kind, at, edits, enough = enoughOfOne) => ({
    breakage: { kind, at },
    aspect: 'input',
    expectation,
    enough,
    edits,
  });
}

/** A request that the contract makes invalid (reading rule 2): it must be refused with the error model. */
export const inputFlaw = makerOf('refuse');

/** A request that may be taken or refused, each as documented. */
export const eitherFlaw = makerOf('either');

/** A request that the contract leaves open (reading rule 2): any clean answer will do. */
export const oddFlaw = makerOf('clean');
