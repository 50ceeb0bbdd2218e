import type { Wire } from './run-case.ts';

/** A wire that counts what is sent over it. */
export function countRequests(wire: Wire): Wire & { readonly count: () => number } {
  let requests = 0;
  return {
    target: wire.target,
    send: (request) => {
      requests += 1;
      return wire.send(request);
    },
    count: () => requests,
  };
}
