import type { Contract, RequiredParts } from '../../spec/operation.ts';
import { buildRequest } from '../request/build-request.ts';
import { operationsToAdapt, usualValues, withParameters } from './required-parameters.ts';

/** What requests outside of cases need: the preflight, the sweep, and looks at the credentials. */
export function requiredParts(contract: Contract): readonly RequiredParts[] {
  return operationsToAdapt(contract).map((operation) => {
    const { method, path } = operation;
    const { query, headers } = withParameters(buildRequest(operation.id), usualValues(operation));
    const pairs = query.flatMap(([name, value]): readonly (readonly [string, string])[] =>
      typeof name === 'string' && typeof value === 'string' ? [[name, value]] : [],
    );
    return { method, path, query: pairs, headers };
  });
}
