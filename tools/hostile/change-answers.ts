import { isSuccess, renamed, type Tamper } from './foreign-way.ts';
import type { OthersClient } from './others.ts';
import type { RawRequest } from './raw-request.ts';
import type { TrueAnswer } from './stand-in-front.ts';

/** Makes an answer name somebody else's client. */
export type Change = (truth: TrueAnswer, client: OthersClient | undefined) => TrueAnswer;

/** Puts the id of the client into an answer that is else as it was. */
export const rename: Change = (truth, client) => renamed(truth, client?.id);

/** Changes the successes of some requests: those of them, by their number from 1, that `isHit` picks. */
export function on(
  isMeant: (request: RawRequest) => boolean,
  change: Change,
  isHit: (number: number) => boolean = () => true,
): () => Tamper {
  return () => {
    let number = 0;
    return (truth, request, { clients }) => {
      if (!isMeant(request) || !isSuccess(truth)) return truth;
      number += 1;
      return isHit(number) ? change(truth, clients[number % clients.length]) : truth;
    };
  };
}
