import { Buffer } from 'node:buffer';
import type { Exchange, WireRequest } from '../../driver/exchange.ts';
import { plainRequest } from '../../driver/plain-request.ts';
import type { Wire } from './wire.ts';

/** Asks a target for one client of its list, which changes nothing: whether it answers at all, whatever it says. */
export async function answersAnything({ target, send }: Wire): Promise<boolean> {
  const { response } = await send(plainRequest(target, 'POST', '/oauth/client/list', { length: 1 }));
  return response !== null;
}

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

/**
 * Keeps an account from being locked by wrong passwords: requests with wrong credentials go one at a time, and after
 * so many in a row one with the right ones goes first. Nothing is changed about other requests.
 */
export function withCredentialsGate(wire: Wire, inARow: number): Wire {
  const right = `Basic ${Buffer.from(`${wire.target.username}:${wire.target.password}`).toString('base64')}`;
  let wrong = 0;
  let last: Promise<unknown> = Promise.resolve();
  const sendNext = async (request: WireRequest): Promise<Exchange> => {
    if (wrong >= inARow) {
      await wire.send(plainRequest(wire.target, 'POST', '/oauth/client/list', { length: 1 }));
      wrong = 0;
    }
    wrong += 1;
    return wire.send(request);
  };
  return {
    ...wire,
    send: (request) => {
      if (!isWrong(request, right)) return wire.send(request);
      const next = last.then(() => sendNext(request));
      last = next.catch(() => undefined);
      return next;
    },
  };
}

function isWrong({ headers }: WireRequest, right: string): boolean {
  return headers.some(
    ([name, value]) => name === 'Authorization' && /^basic /i.test(value) && value !== right,
  );
}
