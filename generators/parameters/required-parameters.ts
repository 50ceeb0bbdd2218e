import fc from 'fast-check';
import type { Contract, Operation, Parameter } from '../../spec/operation.ts';
import type { OperationId } from '../../spec/operation-ids.ts';
import type { RequestTemplate } from '../case.ts';
import { UnbuildableSchema } from '../schema/schema-types.ts';
import { parameterText } from './parameter-text.ts';

/** The query parameters that families send of themselves, and leave out where a case is about that. */
const known: Readonly<Partial<Record<OperationId, readonly string[]>>> = {
  oauth_idp_callback_get: ['code', 'state'],
  oauth_revoke_token_post: ['token', 'token_type_hint'],
};

/** Required parameters of an operation that no family knows: headers, cookies, and other query parameters. */
export function requiredParameters({ id, parameters }: Operation): readonly Parameter[] {
  return parameters.filter(
    ({ name, in: place, required }) =>
      required && place !== 'path' && !(place === 'query' && known[id]?.includes(name) === true),
  );
}

/** A parameter with one of its values. */
export type GivenParameter = readonly [parameter: Parameter, text: string];

/** Values for all required parameters of an operation. Throws an `UnbuildableSchema` if one has none. */
export function parameterValues(operation: Operation): fc.Arbitrary<readonly GivenParameter[]> {
  return fc.tuple(
    ...requiredParameters(operation).map((parameter) =>
      parameterText(parameter).map((text): GivenParameter => [parameter, text]),
    ),
  );
}

/** Always the same values, for requests that a case is not about. */
export function usualValues(operation: Operation): readonly GivenParameter[] {
  return fc.sample(parameterValues(operation), { seed: 0, numRuns: 1 })[0] ?? [];
}

/** Why no request to an operation can have its required parameters, or null. */
export function whyUnsendable(operation: Operation): string | null {
  for (const parameter of requiredParameters(operation)) {
    try {
      fc.sample(parameterText(parameter), { seed: 0, numRuns: 20 });
    } catch (error) {
      if (!(error instanceof UnbuildableSchema)) throw error;
      return `${parameter.in} ${parameter.name}: ${error.detail}; it is required, so no valid request is sent`;
    }
  }
  return null;
}

/** The operations to whose requests required parameters are added. */
export function operationsToAdapt(contract: Contract): readonly Operation[] {
  return Object.values(contract.operations).filter(
    (operation) => requiredParameters(operation).length > 0 && whyUnsendable(operation) === null,
  );
}

/** Adds parameters to a request. All cookies share one header. */
export function withParameters(request: RequestTemplate, given: readonly GivenParameter[]): RequestTemplate {
  const of = (place: Parameter['in']): readonly (readonly [string, string])[] =>
    given.filter(([parameter]) => parameter.in === place).map(([{ name }, text]) => [name, text] as const);
  const cookies = of('cookie').map((pair) => pair.join('='));
  return {
    ...request,
    query: [...request.query, ...of('query')],
    headers: [
      ...request.headers,
      ...of('header'),
      ...(cookies.length === 0 ? [] : [['Cookie', cookies.join('; ')] as const]),
    ],
  };
}
