import { Buffer } from 'node:buffer';
import { drip, writeOn } from './bodies.ts';
import { bothTimes, type Misbehaviour } from './misbehaviour.ts';
import { render, type Mangler, type TrueAnswer } from './stand-in-front.ts';

const notWhole = { exit: 1, rule: 'robustness.answer.whole' } as const;
const notInTime = { exit: 1, rule: 'robustness.answer.in-time' } as const;
const serverError = { exit: 1, rule: 'robustness.server-error.none' } as const;
const noAnswer = { exit: 3, says: /does not answer/ } as const;
const noPrism = { exit: 3, says: /unlike a Prism/ } as const;
const conforms = { exit: 0 } as const;

/** The faithful answer with another status line. */
function statusLine(line: string): Mangler {
  return (socket, truth) => socket.write(render(withStatusLine(truth, line)));
}

function withStatusLine(truth: TrueAnswer, line: string): TrueAnswer {
  return { ...truth, head: truth.head.replace(/^[^\r]*/, line) };
}

function inOldVersion(truth: TrueAnswer): TrueAnswer {
  return { ...truth, head: truth.head.replace(/^HTTP\/1.1/, 'HTTP/1.0') };
}

/** The faithful answer with more headers. */
export function withHeaders(headers: string): Mangler {
  return (socket, truth) => socket.write(render({ ...truth, head: `${truth.head}\r\n${headers}` }));
}

const text =
  (words: string): Mangler =>
  (socket) =>
    socket.write(words);

const misbehaviours: readonly Misbehaviour[] = [
  {
    name: 'head-slow-drip',
    answer: (socket) => {
      socket.write('HTTP/1.1 200 OK\r\nX-Slow: ');
      drip(socket, 'x');
    },
    later: notInTime,
    atOnce: noAnswer,
  },
  {
    name: 'head-endless',
    answer: (socket) => {
      socket.write('HTTP/1.1 200 OK\r\n');
      writeOn(socket, Buffer.from('X-More: and more\r\n'.repeat(1000)));
    },
    later: notWhole,
    atOnce: noAnswer,
  },
  {
    name: 'head-of-10-mb',
    answer: withHeaders(`X-Long: ${'x'.repeat(10_000_000)}`),
    later: notWhole,
    atOnce: noAnswer,
  },
  {
    name: 'head-with-10000-cookies',
    answer: withHeaders(Array.from({ length: 10_000 }, (_, at) => `Set-Cookie: c${at}=v`).join('\r\n')),
    later: { exit: 0 },
    atOnce: { exit: 0 },
  },
  {
    name: 'interim-100-flood',
    answer: (socket) => {
      writeOn(socket, Buffer.from('HTTP/1.1 100 Continue\r\n\r\n'.repeat(1000)));
    },
    later: notWhole,
    atOnce: noAnswer,
  },
  {
    name: 'interim-103-flood',
    answer: (socket) => {
      writeOn(socket, Buffer.from('HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n'.repeat(1000)));
    },
    later: notWhole,
    atOnce: noAnswer,
  },
  {
    name: 'interim-103-first',
    answer: (socket, truth) =>
      socket.write(
        Buffer.concat([Buffer.from('HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n'), render(truth)]),
      ),
    later: conforms,
  },
  {
    name: 'switch-to-another-protocol',
    answer: text(
      'HTTP/1.1 101 Switching Protocols\r\nConnection: upgrade\r\nUpgrade: websocket\r\n\r\n\u0081\u0005hello',
    ),
    later: notWhole,
    atOnce: noAnswer,
  },
  { name: 'status-000', answer: statusLine('HTTP/1.1 000 None'), later: notWhole, atOnce: noAnswer },
  { name: 'status-999', answer: statusLine('HTTP/1.1 999 Denied'), later: serverError, atOnce: noPrism },
  { name: 'status-no-number', answer: statusLine('HTTP/1.1 abc OK'), later: notWhole },
  { name: 'status-of-4-digits', answer: statusLine('HTTP/1.1 2000 OK'), later: notWhole },
  {
    name: 'http-1.0-with-length',
    answer: (socket, truth) => socket.write(render(inOldVersion(truth))),
    later: conforms,
  },
  {
    name: 'http-1.0-to-close',
    answer: (socket, truth) => {
      const { head, body } = inOldVersion(truth);
      socket.end(render({ head: head.replace(/\r\ncontent-length: *\d+/i, ''), body }));
    },
    later: conforms,
  },
  {
    name: 'http-0.9',
    answer: (socket) => socket.end('<html>It works!</html>'),
    later: notWhole,
  },
  {
    name: 'http-2-preface',
    answer: text('PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\u0004\0\0\0\0\0'),
    later: notWhole,
    atOnce: noAnswer,
  },
  {
    name: 'http-2-settings',
    answer: text(
      '\0\0\u0012\u0004\0\0\0\0\0\0\u0003\0\0\0\u0080\0\u0004\0\u0001\0\0\0\u0005\0\u00ff\u00ff\u00ff',
    ),
    later: notWhole,
  },
  { name: 'header-with-nul', answer: withHeaders('X-Nul: a\0b'), later: notWhole, atOnce: noAnswer },
  { name: 'header-without-colon', answer: withHeaders('nonsense'), later: notWhole },
  { name: 'header-folded', answer: withHeaders('X-Fold: a\r\n b'), later: notWhole },
  {
    name: 'lines-without-cr',
    answer: (socket, truth) => socket.write(`${truth.head.replaceAll('\r', '')}\n\n${truth.body.toString()}`),
    later: notWhole,
  },
];

/** Status lines and headers that are unusual, huge or endless. */
export const heads = misbehaviours.flatMap(bothTimes);
