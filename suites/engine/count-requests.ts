import type { Wire } from './run-case.ts';

/** Counts all requests of a suite, those of repetitions and of tidying up too. */
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
