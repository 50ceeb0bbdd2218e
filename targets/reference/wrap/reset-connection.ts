import type { Wire } from '../answer.ts';

/** Ends the connection with a TCP reset instead of an answer. */
export const resetConnection: Wire = (response) => {
  response.socket?.resetAndDestroy();
};
