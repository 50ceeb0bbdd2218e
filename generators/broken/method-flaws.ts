import fc from 'fast-check';
import { operationIds } from '../../spec/operation-ids.ts';
import type { Contract, Operation } from '../../spec/operation.ts';
import { methodNames } from '../breakage-kind.ts';
import type { BodyTemplate, Expectation, RequestTemplate } from '../case.ts';
import { jsonMediaType } from '../request/build-request.ts';
import { fixtureClient } from '../setup/fixture-client.ts';
import type { Edit } from './edit-request.ts';
import type { Flaw } from './flaw.ts';

type Method = (typeof methodNames)[number];

/** Methods whose requests have no meaningful body (RFC 9110 section 9.3). */
const bodiless = ['GET', 'HEAD', 'DELETE', 'OPTIONS', 'TRACE'];

/**
 * Sends a valid request with a method that the contract does not have on its path. Only the first operation of a path
 * has these cases, since they are about the path.
 */
export function methodFlaws(contract: Contract, operation: Operation): readonly Flaw[] {
  const same = operationIds
    .map((id) => contract.operations[id])
    .filter(({ path }) => path === operation.path);
  if (same[0]?.id !== operation.id) return [];
  const documented = same.map(({ method }): string => method);
  const hasClient = same.some(({ body }) => body?.mediaType === jsonMediaType);
  return methodNames
    .filter((method) => !documented.includes(method))
    .map((method) => ({
      ...methodFlaw(method, documented, fitsOther(method, operation, contract)),
      edits: fc.constant(withMethod(method, hasClient)),
    }));
}

/**
 * Whether the path also fits the template of another operation: `GET /oauth/client/list` may be read as a request for
 * the client `list`. HEAD counts as GET.
 */
function fitsOther(method: string, operation: Operation, contract: Contract): boolean {
  return operationIds
    .map((id) => contract.operations[id])
    .some(
      (other) =>
        other.method === (method === 'HEAD' ? 'GET' : method) &&
        other.path !== operation.path &&
        covers(other.path, operation.path),
    );
}

function covers(template: string, path: string): boolean {
  const segments = path.split('/');
  const wanted = template.split('/');
  return (
    wanted.length === segments.length &&
    wanted.every((segment, index) => segment === segments[index] || segment.startsWith('{'))
  );
}

const otherClient: BodyTemplate = {
  type: 'json',
  value: fixtureClient('undocumented-method'),
  mediaType: jsonMediaType,
};

function methodFlaw(method: Method, documented: readonly string[], isOther: boolean): Omit<Flaw, 'edits'> {
  return {
    breakage: {
      kind: `method.${isOther ? 'of-other-path' : 'undocumented'}.${lowerCase(method)}`,
      at: 'method',
    },
    // Read as another operation of the contract, it names an unknown client, so 404 is as valid as 405.
    aspect: isOther ? 'path' : 'method',
    expectation: expectationOf(method, documented),
    enough: 1,
  };
}

function lowerCase<Text extends string>(text: Text): Lowercase<Text> {
  return text.toLowerCase() as Lowercase<Text>;
}

/** RFC 9110 section 9.1: any server may offer OPTIONS, and HEAD belongs to GET. */
function expectationOf(method: string, documented: readonly string[]): Expectation {
  const isLawful = method === 'OPTIONS' || (method === 'HEAD' && documented.includes('GET'));
  return isLawful ? 'clean' : 'refuse';
}

/**
 * Moves a form to the query where the method takes no body. Adds a client to a request without a body where another
 * operation on the path takes one. A target that runs the operation whatever the method would then succeed.
 */
function withMethod(method: string, hasClient: boolean): Edit {
  return (request): RequestTemplate => {
    if (!bodiless.includes(method)) {
      const client = hasClient ? otherClient : null;
      return { ...request, method, body: request.body ?? client };
    }
    const pairs = request.body?.type === 'form' ? request.body.pairs : [];
    return { ...request, method, query: [...request.query, ...pairs], body: null };
  };
}
