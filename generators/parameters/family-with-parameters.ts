import fc from 'fast-check';
import type { Contract, Operation } from '../../spec/operation.ts';
import type { Scene } from '../broken/scene.ts';
import type { Step } from '../case.ts';
import type { Family } from '../family.ts';
import type { GivenParameter } from './required-parameters.ts';
import {
  operationsToAdapt,
  parameterValues,
  requiredParameters,
  usualValues,
  whyUnsendable,
  withParameters,
} from './required-parameters.ts';

type Usual = ReadonlyMap<Step['operation'], readonly GivenParameter[]>;

/**
 * The families, with the required parameters that they do not know in the requests of their cases: drawn ones in the
 * main request, and else always the same. Unchanged if the contract has no such parameters. `isMainDone`: the main
 * requests have theirs already, and may be broken in them.
 */
export function familiesWithParameters(
  contract: Contract,
  families: readonly Family[],
  { isMainDone }: { readonly isMainDone: boolean },
): readonly Family[] {
  const operations = operationsToAdapt(contract);
  if (operations.length === 0) return families;
  const usual: Usual = new Map(operations.map((operation) => [operation.id, usualValues(operation)]));
  const values = fc.tuple(...operations.map((operation) => parameterValues(operation)));
  const adapted = (step: Step, ofMain: readonly GivenParameter[]): Step => {
    const isMain = step.role === 'main' || step.name === 'replay';
    if (isMain && isMainDone) return step;
    const own = isMain ? ofMain : (usual.get(step.operation) ?? []);
    return { ...step, request: withParameters(step.request, own) };
  };
  return families.map((family) => ({
    ...family,
    cases: fc.tuple(family.cases, values).map(([testCase, drawn]) => {
      const ofMain = drawn[operations.findIndex(({ id }) => id === testCase.operation)] ?? [];
      return { ...testCase, steps: testCase.steps.map((step) => adapted(step, ofMain)) };
    }),
  }));
}

/** Requests to an operation, with drawn values of its required parameters. */
export function scenesWithParameters(operation: Operation, scenes: fc.Arbitrary<Scene>): fc.Arbitrary<Scene> {
  if (requiredParameters(operation).length === 0 || whyUnsendable(operation) !== null) return scenes;
  return fc
    .tuple(scenes, parameterValues(operation))
    .map(([scene, given]) => ({ ...scene, request: withParameters(scene.request, given) }));
}
