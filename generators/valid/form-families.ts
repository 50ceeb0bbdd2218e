import fc from 'fast-check';
import type { OperationId } from '../../spec/operation-ids.ts';
import type { BodyTemplate, Step } from '../case.ts';
import { buildRequest, formMediaType } from '../request/build-request.ts';
import type { Pair } from '../request/build-request.ts';
import { mainRequestStep } from '../setup/setup-steps.ts';
import { pathSegment } from '../text/characters.ts';

/** The main request of a form operation, and the steps before it. */
export interface FormCase {
  readonly before: readonly Step[];
  readonly form: readonly Pair[];
}

/** How a form is written. None of it may change its meaning. */
export interface FormSpelling {
  readonly mediaType?: string;
  readonly space?: '+' | '%20';
}

/** The steps of a form operation, with the parameters in any order and spaces written in either way. */
export function formSteps(
  operation: OperationId,
  cases: fc.Arbitrary<FormCase>,
  { mediaType = formMediaType, space }: FormSpelling = {},
): fc.Arbitrary<readonly Step[]> {
  const spaces = space === undefined ? fc.constantFrom('+' as const, '%20' as const) : fc.constant(space);
  return fc.tuple(cases, spaces, fc.nat(23)).map(([{ before, form }, ownSpace, turn]) => {
    const body: BodyTemplate = { type: 'form', pairs: rotate(form, turn), mediaType, space: ownSpace };
    return [...before, mainRequestStep(operation, buildRequest(operation, { body }))];
  });
}

/** The last two are properties that objects inherit in some languages. */
const unknownNames = ['x_conformance', 'x-conformance', 'constructor', 'toString'];

/** Adds an unknown parameter, which must be ignored (RFC 6749 sections 3.1 and 3.2). */
export function withUnknownParameter(cases: fc.Arbitrary<FormCase>): fc.Arbitrary<FormCase> {
  return fc
    .tuple(cases, fc.constantFrom(...unknownNames), pathSegment)
    .map(([{ before, form }, name, value]) => ({ before, form: [...form, [name, value]] }));
}

function rotate<Item>(items: readonly Item[], turn: number): readonly Item[] {
  const start = turn % items.length;
  return [...items.slice(start), ...items.slice(0, start)];
}
