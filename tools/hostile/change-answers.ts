import { isSuccess, renamed, type Tamper } from './foreign-way.ts';
import type { OthersClient } from './others.ts';
import type { RawRequest } from './raw-request.ts';
import type { TrueAnswer } from './stand-in-front.ts';

/** Makes an answer name somebody else's client. */
export type Change = (truth: TrueAnswer, client: OthersClient | undefined) => TrueAnswer;

/** Puts the client's id into an answer and leaves the rest unchanged. */
export const rename: Change = (truth, client) => renamed(truth, client?.id);

/** Changes the successful answers to some requests: those, numbered from 1, that `isHit` selects. */
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
