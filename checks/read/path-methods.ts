import type { Contract, Operation } from '../../spec/operation.ts';

/** The methods that the contract defines on the path of an operation. */
export function pathMethods(contract: Contract, { path }: Operation): ReadonlySet<string> {
  return new Set(
    Object.values(contract.operations)
      .filter((other) => other.path === path)
      .map(({ method }) => method),
  );
}

/**
 * The methods that another path of the contract has where it takes the operation's path in as well:
 * `/oauth/client/list` is also `/oauth/client/{client_id}` with `list` as the id, and routers differ on it.
 */
export function overlappingMethods(contract: Contract, { path }: Operation): ReadonlySet<string> {
  const segments = path.split('/');
  return new Set(
    Object.values(contract.operations)
      .filter((other) => other.path !== path && takesIn(other.path.split('/'), segments))
      .map(({ method }) => method),
  );
}

function takesIn(template: readonly string[], segments: readonly string[]): boolean {
  return (
    template.length === segments.length &&
    template.every((part, index) => part === segments[index] || part.startsWith('{'))
  );
}

const commonMethods: ReadonlySet<string> = new Set(['GET', 'HEAD', 'POST', 'PUT', 'DELETE']);

/** Tells whether a server may not implement a method at all, and so answer 501 to it (RFC 9110 section 15.6.2). */
export function isUncommonMethod(method: string): boolean {
  return !commonMethods.has(method);
}
