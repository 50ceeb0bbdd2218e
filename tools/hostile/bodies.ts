import { Buffer } from 'node:buffer';
import type { Socket } from 'node:net';
import { bothTimes, type Misbehaviour } from './misbehaviour.ts';
import { render, withBody, type TrueAnswer } from './stand-in-front.ts';

const notWhole = { exit: 1, rule: 'robustness.answer.whole' } as const;
const notInTime = { exit: 1, rule: 'robustness.answer.in-time' } as const;
const noSuccess = { exit: 1, rule: 'response.schema.valid' } as const;
const noAnswer = { exit: 3, says: /does not answer/ } as const;
const noPrism = { exit: 3, says: /unlike a Prism/ } as const;

const million = Buffer.alloc(1_000_000, 'x');
const fiftyMegabytes = Buffer.from(`{"client_id":"${'x'.repeat(50_000_000)}"}`);
const belowTheLimit = Buffer.from(`{"client_id":"${'x'.repeat(2_000_000)}"}`);
const manyMembers = Buffer.from(
  JSON.stringify(Object.fromEntries(Array.from({ length: 100_000 }, (_, at) => [`m${at}`, at]))),
);

/** Keeps writing for as long as somebody reads. */
export function writeOn(socket: Socket, piece: Buffer): void {
  const write = (): void => {
    while (!socket.destroyed && socket.write(piece));
  };
  socket.on('drain', write);
  write();
}

/** Writes a piece every 20 ms for as long as the socket is open. */
export function drip(socket: Socket, piece: string): void {
  const timer = setInterval(() => socket.write(piece), 20);
  socket.once('close', () => {
    clearInterval(timer);
  });
}

const headOf = (length: string): string =>
  `HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n${length}\r\n\r\n`;

function declare(truth: TrueAnswer, more: number): Buffer {
  const length = `Content-Length: ${truth.body.length + more}`;
  return render({ ...truth, head: truth.head.replace(/content-length: *\d+/i, length) });
}

const misbehaviours: readonly Misbehaviour[] = [
  {
    name: 'body-endless-chunked',
    answer: (socket) => {
      socket.write(headOf('Transfer-Encoding: chunked'));
      writeOn(socket, Buffer.concat([Buffer.from('f4240\r\n'), million, Buffer.from('\r\n')]));
    },
    later: notWhole,
    atOnce: noPrism,
  },
  {
    name: 'body-endless-to-close',
    answer: (socket) => {
      socket.write(headOf('Connection: close'));
      writeOn(socket, million);
    },
    later: notWhole,
    atOnce: noPrism,
  },
  {
    name: 'body-slow-drip',
    answer: (socket) => {
      socket.write(headOf('Content-Length: 100000'));
      drip(socket, ' ');
    },
    later: notInTime,
    atOnce: noAnswer,
  },
  {
    name: 'body-shorter-than-declared',
    answer: (socket, truth) => socket.end(declare(truth, 100)),
    later: notWhole,
    atOnce: noAnswer,
  },
  {
    name: 'body-shorter-and-open',
    answer: (socket, truth) => socket.write(declare(truth, 100)),
    later: notInTime,
  },
  {
    name: 'body-longer-than-declared',
    answer: (socket, truth) => socket.write(declare(truth, -truth.body.length + 2)),
    later: noSuccess,
    atOnce: noPrism,
  },
  {
    name: 'body-50-mb-of-json',
    answer: (socket, truth) => socket.write(render(withBody(truth, fiftyMegabytes))),
    later: notWhole,
    atOnce: noPrism,
  },
  {
    name: 'body-100000-levels',
    answer: (socket, truth) =>
      socket.write(render(withBody(truth, '{"a":'.repeat(100_000) + '1' + '}'.repeat(100_000)))),
    later: noSuccess,
    atOnce: noPrism,
  },
  {
    name: 'body-list-of-100000-levels',
    answer: (socket, truth) =>
      socket.write(
        render(withBody(truth, `{"entities":${'['.repeat(100_000)}${']'.repeat(100_000)},"metadata":{}}`)),
      ),
    later: noSuccess,
    atOnce: { exit: 3 },
  },
  {
    name: 'body-100000-members',
    answer: (socket, truth) => socket.write(render(withBody(truth, manyMembers))),
    later: noSuccess,
  },
  {
    name: 'body-of-2-mb',
    answer: (socket, truth) => socket.write(render(withBody(truth, belowTheLimit))),
    later: noSuccess,
  },
  {
    name: 'body-invalid-utf-8',
    answer: (socket, truth) => {
      const body = Buffer.from(truth.body);
      body.fill(0xff, 5, 12);
      socket.write(render({ ...truth, body }));
    },
    later: { exit: 1, rule: 'response.json.utf-8' },
  },
  {
    name: 'body-of-nul-bytes',
    answer: (socket, truth) => socket.write(render({ ...truth, body: Buffer.alloc(truth.body.length) })),
    later: noSuccess,
  },
  {
    name: 'body-empty',
    answer: (socket, truth) => socket.write(render(withBody(truth, ''))),
    later: noSuccess,
  },
];

/** Endless bodies, bodies of unusual length, and bodies with unusual bytes. */
export const bodies = misbehaviours.flatMap(bothTimes);
