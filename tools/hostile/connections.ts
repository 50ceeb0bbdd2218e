import type { Socket } from 'node:net';
import type { HostileBehaviour } from './behaviour.ts';
import { serve } from './hostile-server.ts';
import { bothTimes, readsClient, type Misbehaviour } from './misbehaviour.ts';
import { render, standInFront, type Mangler } from './stand-in-front.ts';

/** How a connection ends: closed properly or reset. */
const ends: readonly (readonly [name: string, end: (socket: Socket) => unknown])[] = [
  [
    'closed',
    (socket) => {
      socket.destroySoon();
    },
  ],
  ['reset', (socket) => socket.resetAndDestroy()],
];

/** How much of an answer has been sent by then. */
const stages: readonly (readonly [name: string, part: (answer: Buffer) => number, isStarted: boolean])[] = [
  ['after-request', () => 0, false],
  ['in-status-line', () => 7, true],
  ['after-status-line', (answer) => answer.indexOf('\r\n') + 2, true],
  ['in-headers', (answer) => answer.indexOf('\r\n') + 20, true],
  ['after-headers', (answer) => answer.indexOf('\r\n\r\n') + 4, true],
  ['in-body', (answer) => answer.length - 3, true],
];

const noAnswer = { exit: 3, says: /does not answer/ } as const;

function stopAt(part: (answer: Buffer) => number, end: (socket: Socket) => unknown): Mangler {
  return (socket, truth) => {
    const answer = render(truth);
    // Before a close, data handed to the system are still sent, but a reset drops them. So wait until they are sent.
    socket.write(answer.subarray(0, part(answer)));
    setTimeout(() => end(socket), 20);
  };
}

const atEachStage = ends.flatMap(([how, end]) =>
  stages.map(([stage, part, isStarted]): Misbehaviour => {
    const rule =
      part.length > 0 && isStarted && /after-headers|body/.test(stage)
        ? 'robustness.answer.whole'
        : 'robustness.connection.kept';
    return {
      name: `${how}-${stage}`,
      answer: stopAt(part, end),
      later: { exit: 1, rule },
      ...(stage === 'in-body' ? { atOnce: noAnswer } : {}),
    };
  }),
);

const onConnection = ends.map(([how, end]): HostileBehaviour => ({
  name: `${how}-on-accept`,
  exit: 3,
  says: /does not answer/,
  start: () => serve(() => undefined, end),
}));

/** Ends the connection when the head of a request has arrived but not its body. */
const onRequestHead = ends.map(([how, end]): HostileBehaviour => ({
  name: `${how}-on-request-head`,
  exit: 3,
  says: /does not answer/,
  start: () =>
    serve(
      () => undefined,
      (socket) => {
        socket.once('data', () => end(socket));
      },
    ),
}));

const others: readonly HostileBehaviour[] = [
  {
    name: 'accepts-and-says-nothing',
    exit: 3,
    says: /does not answer/,
    start: () =>
      serve(
        () => undefined,
        () => undefined,
      ),
  },
  {
    name: 'answers-before-it-is-asked',
    exit: 3,
    says: /does not answer|unlike a Prism/,
    start: () =>
      serve(
        () => undefined,
        (socket) => {
          socket.write('HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}');
          socket.resume();
        },
      ),
  },
  {
    name: 'there-for-the-pre-flight-only',
    exit: 3,
    says: /stopped answering|nothing could be judged/,
    start: (reference) =>
      standInFront(
        reference,
        (_, number) => number > 1,
        (socket) => socket.destroy(),
      ),
  },
  {
    name: 'dies-in-the-middle',
    exit: 1,
    rule: 'run.operation.finished',
    says: /none, and nobody listens any more/,
    // The suite waits for a target that may be restarted.
    words: ['--runs', '200', '--max-time', '20'],
    start: async (reference) => {
      const server = await standInFront(
        reference,
        (_, number) => number === 100,
        () => void server.close(),
      );
      return server;
    },
  },
  {
    name: 'silent-from-the-middle',
    exit: 3,
    says: /stopped answering/,
    words: ['--runs', '200'],
    start: (reference) =>
      standInFront(
        reference,
        (_, number) => number >= 100,
        () => undefined,
      ),
  },
  {
    name: 'one-silent-request-in-ten',
    exit: 0,
    says: /flaky|again/,
    start: (reference) =>
      standInFront(
        reference,
        (request, number) => readsClient(request) && number % 10 === 9,
        () => undefined,
      ),
  },
];

/** Connections that end early, or on which nothing ever happens. */
export const connections = [...atEachStage.flatMap(bothTimes), ...onConnection, ...onRequestHead, ...others];
