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

/** The steps of a form operation, with the parameters in any order and spaces written in either way. */
export function formSteps(
  operation: OperationId,
  cases: fc.Arbitrary<FormCase>,
  mediaTypes: fc.Arbitrary<string> = fc.constant(formMediaType),
): fc.Arbitrary<readonly Step[]> {
  const spaces = fc.constantFrom('+' as const, '%20' as const);
  return fc.tuple(cases, spaces, fc.nat(23), mediaTypes).map(([{ before, form }, space, turn, mediaType]) => {
    const body: BodyTemplate = { type: 'form', pairs: rotate(form, turn), mediaType, space };
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
