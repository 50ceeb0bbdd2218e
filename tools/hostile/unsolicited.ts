import type { Socket } from 'node:net';
import { bothTimes, type Misbehaviour } from './misbehaviour.ts';
import { render, type Mangler } from './stand-in-front.ts';

const notSingle = { exit: 1, rule: 'robustness.answer.single' } as const;
const second = 'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}';

/** A faithful answer, followed by something else. */
function followed(follow: (socket: Socket) => unknown): Mangler {
  return (socket, truth) => {
    socket.write(render(truth));
    follow(socket);
  };
}

function later(bytes: string, delayMs: number): (socket: Socket) => unknown {
  return (socket) => setTimeout(() => !socket.destroyed && socket.write(bytes), delayMs);
}

const misbehaviours: readonly Misbehaviour[] = [
  { name: 'second-answer-after-5-ms', answer: followed(later(second, 5)), later: notSingle },
  { name: 'second-answer-after-50-ms', answer: followed(later(second, 50)), later: notSingle },
  {
    name: 'bytes-beyond-the-length',
    answer: followed((socket) => socket.write('extra')),
    later: notSingle,
    atOnce: notSingle,
  },
  {
    name: 'hint-after-the-answer',
    answer: followed(later('HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n', 1)),
    later: notSingle,
  },
  // Allowed: empty lines, and the end of an idle connection.
  {
    name: 'empty-lines-after-the-answer',
    answer: followed((socket) => socket.write('\r\n\r\n')),
    later: { exit: 0 },
  },
  {
    name: 'idle-connection-ended-by-408',
    answer: followed((socket) => {
      const read = socket.bytesRead;
      setTimeout(() => {
        if (socket.bytesRead === read)
          socket.end('HTTP/1.1 408 Request Timeout\r\nConnection: close\r\n\r\n');
      }, 5);
    }),
    later: { exit: 0 },
  },
];

/** Data that arrive on a connection unrequested. */
export const unsolicited = misbehaviours.flatMap(bothTimes);
