import { Buffer } from 'node:buffer';
import { bothTimes, type Misbehaviour } from './misbehaviour.ts';
import { render, type Mangler, type TrueAnswer } from './stand-in-front.ts';

const notWhole = { exit: 1, rule: 'robustness.answer.whole' } as const;
const notInTime = { exit: 1, rule: 'robustness.answer.in-time' } as const;
const notSingle = { exit: 1, rule: 'robustness.answer.single' } as const;
const noAnswer = { exit: 3, says: /does not answer/ } as const;

function framed({ head }: TrueAnswer, headers: string): string {
  return `${head.replace(/\r\ncontent-length: *\d+/i, '')}\r\n${headers}\r\n\r\n`;
}

/** The whole body as one chunk, followed by `rest`. */
function chunked(rest: string, size = (length: number) => length.toString(16)): Mangler {
  return (socket, truth) => {
    const { body } = truth;
    socket.write(
      Buffer.concat([
        Buffer.from(framed(truth, 'Transfer-Encoding: chunked')),
        Buffer.from(`${size(body.length)}\r\n`),
        body,
        Buffer.from(rest),
      ]),
    );
  };
}

let previous: TrueAnswer | null = null;

const misbehaviours: readonly Misbehaviour[] = [
  {
    name: 'chunk-size-no-number',
    answer: chunked('\r\n0\r\n\r\n', () => 'zz'),
    later: notWhole,
    atOnce: noAnswer,
  },
  {
    name: 'chunk-size-negative',
    answer: chunked('\r\n0\r\n\r\n', () => '-5'),
    later: notWhole,
  },
  {
    name: 'chunk-size-of-17-digits',
    answer: chunked('\r\n0\r\n\r\n', () => 'f'.repeat(17)),
    later: notWhole,
  },
  {
    name: 'chunk-size-too-small',
    answer: chunked('\r\n0\r\n\r\n', (length) => Math.max(0, length - 3).toString(16)),
    later: notWhole,
  },
  { name: 'chunks-without-end', answer: chunked('\r\n'), later: notInTime, atOnce: noAnswer },
  {
    name: 'chunks-cut-off',
    answer: (socket, truth, request) => {
      chunked('\r\n')(socket, truth, request);
      socket.end();
    },
    later: notWhole,
  },
  {
    name: 'trailers',
    answer: chunked('\r\n0\r\nX-Checksum: 1\r\nSet-Cookie: a=b\r\n\r\n'),
    later: { exit: 0 },
  },
  {
    name: 'length-twice',
    answer: (socket, truth) =>
      socket.write(
        Buffer.concat([Buffer.from(framed(truth, 'Content-Length: 3\r\nContent-Length: 5')), truth.body]),
      ),
    later: notWhole,
    atOnce: noAnswer,
  },
  {
    name: 'length-and-chunked',
    answer: (socket, truth) =>
      socket.write(
        `${framed(truth, 'Content-Length: 3\r\nTransfer-Encoding: chunked')}${truth.body.length.toString(16)}\r\n${truth.body.toString()}\r\n0\r\n\r\n`,
      ),
    later: notWhole,
    atOnce: noAnswer,
  },
  {
    name: 'length-no-number',
    answer: (socket, truth) =>
      socket.write(`${framed(truth, 'Content-Length: many')}${truth.body.toString()}`),
    later: notWhole,
  },
  {
    name: 'length-of-20-digits',
    answer: (socket, truth) =>
      socket.write(`${framed(truth, 'Content-Length: 99999999999999999999')}${truth.body.toString()}`),
    later: notWhole,
  },
  {
    // Response smuggling: the second answer waits for the next request on the connection.
    name: 'two-answers-to-one-request',
    answer: (socket, truth) => socket.write(Buffer.concat([render(truth), render(truth)])),
    later: notSingle,
    atOnce: notSingle,
  },
  {
    name: 'answers-swapped',
    answer: (socket, truth) => {
      socket.write(render(previous ?? truth));
      previous = truth;
    },
    later: { exit: 1, rule: 'client.read.equal' },
  },
];

/** Wrong lengths and chunk sizes. */
export const framing = misbehaviours.flatMap(bothTimes);
