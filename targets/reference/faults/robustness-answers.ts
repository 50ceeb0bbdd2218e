import { setTimeout as pause } from 'node:timers/promises';
import { onWire, resetConnection } from '../wrap/change-answer.ts';
import {
  adfsLoginOperation,
  concerns,
  idpLoginOperation,
  jsonOperations,
  listOperation,
  namingOperations,
  queryOperations,
  readOperation,
  tokenOperation,
} from '../wrap/concern.ts';
import { bodyMembers } from '../wrap/read-call.ts';
import { writeRendered } from '../write-answer.ts';
import type { Fault } from './fault.ts';

/** Longer than the limit of detection, and shorter than its deadline. */
const delayMs = 600;

/** Faults in whether and how fast an answer arrives. */
export const robustnessAnswerFaults: readonly Fault[] = [
  {
    id: 'hang-on-bad-code',
    description: 'A bad code or refresh token is never answered.',
    trips: ['robustness.answer.in-time'],
    operations: tokenOperation,
    install: (behaviour) => {
      onWire(
        behaviour,
        (call, answer) =>
          answer.status === 400 &&
          concerns(tokenOperation, call) &&
          Buffer.from(call.body).includes('client_secret='),
        () => undefined,
      );
    },
  },
  {
    id: 'hang-on-empty-body',
    description: 'An empty body is waited for.',
    trips: ['robustness.answer.in-time'],
    operations: jsonOperations,
    install: (behaviour) => {
      onWire(
        behaviour,
        (call) => concerns(jsonOperations, call) && call.body.length === 0,
        () => undefined,
      );
    },
  },
  {
    id: 'hang-on-long-text',
    description: 'A text over the limit is never answered, as by a pattern that backtracks.',
    trips: ['robustness.answer.in-time'],
    operations: namingOperations,
    install: (behaviour) => {
      onWire(
        behaviour,
        (call, answer) =>
          answer.status === 400 && concerns(namingOperations, call) && call.body.length > 1000,
        () => undefined,
      );
    },
  },
  {
    id: 'login-sluggish',
    description: 'The redirect to ADFS takes its time.',
    trips: ['robustness.answer.prompt'],
    operations: adfsLoginOperation,
    install: (behaviour) => {
      behaviour.wrappers.push(async (call, next) => {
        if (concerns(adfsLoginOperation, call)) await pause(delayMs);
        return next(call);
      });
    },
  },
  {
    id: 'list-sluggish',
    description: 'A list takes its time.',
    trips: ['robustness.answer.prompt'],
    operations: listOperation,
    install: (behaviour) => {
      behaviour.wrappers.push(async (call, next) => {
        if (concerns(listOperation, call)) await pause(delayMs);
        return next(call);
      });
    },
  },
  {
    id: 'close-on-bad-escape',
    description: 'A bad percent escape in the query ends the worker.',
    trips: ['robustness.connection.kept'],
    operations: queryOperations,
    install: (behaviour) => {
      onWire(
        behaviour,
        (call) => concerns(queryOperations, call) && /%(?![0-9a-f]{2})/i.test(call.query),
        resetConnection,
      );
    },
  },
  {
    id: 'reset-on-deep-json',
    description: 'Deep JSON ends the worker.',
    trips: ['robustness.connection.kept'],
    operations: jsonOperations,
    install: (behaviour) => {
      onWire(
        behaviour,
        (call) =>
          concerns(jsonOperations, call) &&
          /(?:[[{][^[\]{}]{0,40}){32}/.test(Buffer.from(call.body).toString()),
        resetConnection,
      );
    },
  },
  {
    id: 'reset-on-null',
    description: 'A null where text is asked for ends the worker.',
    trips: ['robustness.connection.kept'],
    operations: jsonOperations,
    install: (behaviour) => {
      onWire(
        behaviour,
        (call, answer) =>
          answer.status === 400 &&
          concerns(jsonOperations, call) &&
          Object.values(bodyMembers(call)).includes(null),
        resetConnection,
      );
    },
  },
  {
    id: 'body-cut-short',
    description: 'A list is shorter than its Content-Length says.',
    trips: ['robustness.answer.whole'],
    operations: listOperation,
    install: (behaviour) => {
      onWire(
        behaviour,
        (call, answer) => answer.status === 200 && concerns(listOperation, call),
        (response, { status, headers, payload }) => {
          response.writeHead(status, headers);
          response.write(payload.subarray(0, payload.length - 1), () => response.destroy());
        },
      );
    },
  },
  {
    id: 'chunk-cut-short',
    description: 'A chunked answer ends without its last chunk.',
    trips: ['robustness.answer.whole'],
    operations: tokenOperation,
    install: (behaviour) => {
      onWire(
        behaviour,
        (call) => concerns(tokenOperation, call),
        (response, { status, headers, payload }) => {
          const rest = Object.entries(headers).filter(([name]) => name !== 'Content-Length');
          response.writeHead(status, Object.fromEntries(rest));
          response.write(payload, () => response.destroy());
        },
      );
    },
  },
  {
    id: 'status-line-malformed',
    description: 'The status line has no status.',
    trips: ['robustness.answer.whole'],
    operations: idpLoginOperation,
    install: (behaviour) => {
      onWire(
        behaviour,
        (call) => concerns(idpLoginOperation, call),
        (response) => {
          response.socket?.end('HTTP/1.1 Found\r\n\r\n');
        },
      );
    },
  },
  {
    id: 'answers-again-later',
    description:
      'A second answer follows after 20 milliseconds, when its connection may carry another request.',
    trips: ['robustness.answer.single'],
    operations: readOperation,
    install: (behaviour) => {
      onWire(
        behaviour,
        (call) => concerns(readOperation, call),
        (response, rendered) => {
          const { socket } = response;
          setTimeout(() => socket?.write('HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n'), 20).unref();
          writeRendered(response, rendered);
        },
      );
    },
  },
  {
    id: 'answers-twice',
    description: 'A second answer follows on the connection at once.',
    trips: ['robustness.answer.single'],
    operations: idpLoginOperation,
    install: (behaviour) => {
      onWire(
        behaviour,
        (call) => concerns(idpLoginOperation, call),
        (response, rendered) => {
          const { socket } = response;
          response.once('finish', () => socket?.write('HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n'));
          writeRendered(response, rendered);
        },
      );
    },
  },
];
