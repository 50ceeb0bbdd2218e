import { Buffer } from 'node:buffer';
import type { RawRequest } from './raw-request.ts';
import { render, withBody, type Mangler } from './stand-in-front.ts';

/** Ways in which an answer can keep a run from ending, by name. */
export const troubles = {
  none: (socket, truth) => socket.write(render(truth)),
  hang: () => undefined,
  drip: (socket, truth) => {
    drip(socket, render(truth));
  },
  flood: (socket, truth) => socket.write(render(withBody(truth, flood))),
} as const satisfies Readonly<Record<string, Mangler>>;

/** The requests that they can affect, by name. */
export const places = {
  anywhere: () => true,
  lists: ({ path }) => path.endsWith('/oauth/client/list'),
  registrations: ({ method, path }) => method === 'POST' && path.endsWith('/oauth/client'),
  reads: ({ method, path }) => method === 'GET' && path.includes('/oauth/client/'),
  removals: ({ method }) => method === 'DELETE',
} as const satisfies Readonly<Record<string, (request: RawRequest) => boolean>>;

/** As much of an answer as is read, full of values that look like secrets. */
const flood = Buffer.from(
  `{${Array.from({ length: 40_000 }, (_, index) => `"m${index}":{"token":"flooded-token-${index}"}`).join(',')}}`,
);

/** Sends an answer at one byte per second. */
function drip(socket: Parameters<Mangler>[0], bytes: Buffer): void {
  let sent = 0;
  const timer = setInterval(() => {
    if (socket.destroyed || sent >= bytes.length) clearInterval(timer);
    else socket.write(bytes.subarray(sent, (sent += 1)));
  }, 1000);
}
