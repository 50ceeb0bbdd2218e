import { Buffer } from 'node:buffer';
import type { Exchange, WireRequest } from '../../driver/exchange.ts';
import { plainRequest } from '../../driver/plain-request.ts';
import type { Wire } from './wire.ts';

/** Whether a target answers at all. Requests a list of one client, which changes nothing. */
export async function answersAnything({ target, send }: Wire): Promise<boolean> {
  const { response } = await send(plainRequest(target, 'POST', '/oauth/client/list', { length: 1 }));
  return response !== null;
}

/** Counts all requests of a suite, including repetitions and cleanup. */
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
 * Keeps an account from being locked because of wrong passwords. Requests with wrong credentials are sent one at a
 * time. After `inARow` of them, one with the right credentials is sent first. Other requests are not affected.
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
    ([name, value]) =>
      name.toLowerCase() === 'authorization' &&
      /^basic /i.test(value) &&
      value.replace(/^basic/i, 'Basic') !== right,
  );
}
