import { setTimeout as pause } from 'node:timers/promises';
import { randomText } from '../behaviour.ts';
import {
  deletionsAnswer,
  encodeWhere,
  onAnswer,
  onWire,
  withHeader,
  withoutDate,
} from '../wrap/change-answer.ts';
import { writeRendered } from '../write-answer.ts';
import type { Variant } from './variant.ts';

/** Lawful ways to write answers. */
export const responseVariants: readonly Variant[] = [
  {
    id: 'cache-headers-of-2025',
    description: 'Answers forbid caches to store them with the headers of gateways of 2025.',
    install: (behaviour) => {
      onAnswer(behaviour, 'all', (answer) => ({
        ...answer,
        headers: {
          ...answer.headers,
          'Cache-Control': 'no-cache, no-store',
          Pragma: 'no-cache',
          Expires: '0',
        },
      }));
    },
  },
  {
    id: 'charset-parameter',
    description: 'JSON has a charset parameter.',
    install: (behaviour) => {
      onAnswer(behaviour, 'all', (answer) =>
        answer.body === null ? answer : withHeader(answer, 'Content-Type', 'application/json; charset=UTF-8'),
      );
    },
  },
  {
    id: 'chunked-answers',
    description: 'Answers are chunked.',
    install: (behaviour) => {
      onWire(
        behaviour,
        (_call, answer) => answer.body !== null,
        (response, { status, headers, payload }) => {
          const rest = Object.entries(headers).filter(([name]) => name !== 'Content-Length');
          response.writeHead(status, Object.fromEntries(rest));
          response.write(payload.subarray(0, 10));
          response.end(payload.subarray(10));
        },
      );
    },
  },
  {
    id: 'compressed-where-accepted',
    description: 'Answers are compressed unless the client accepts the identity coding only.',
    install: (behaviour) => {
      encodeWhere(behaviour, ({ headers }) => headers['accept-encoding'] !== 'identity');
    },
  },
  {
    id: 'connection-close',
    description: 'Every answer closes its connection.',
    install: (behaviour) => {
      onAnswer(behaviour, 'all', (answer) => withHeader(answer, 'Connection', 'close'));
    },
  },
  {
    id: 'delete-answers-null',
    description: 'A deletion is answered with 200 and null.',
    install: deletionsAnswer('null'),
  },
  {
    id: 'escaped-json',
    description: 'JSON is ASCII, with escapes for all other characters.',
    install: (behaviour) => {
      onAnswer(behaviour, 'all', (answer) =>
        answer.body === null
          ? answer
          : {
              ...answer,
              payload: JSON.stringify(answer.body).replace(
                /[\u0080-\uffff]/g,
                (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
              ),
            },
      );
    },
  },
  {
    id: 'extra-headers',
    description: 'Answers have the headers and the cookie that gateways in the field send.',
    install: (behaviour) => {
      onAnswer(behaviour, 'all', (answer) => ({
        ...answer,
        headers: {
          ...answer.headers,
          Server: 'envoy',
          'X-Ntnx-Env': 'pc',
          'X-Dns-Prefetch-Control': 'off',
          'Content-Security-Policy': "default-src 'self'",
          Vary: 'Origin, Accept-Encoding',
          'Set-Cookie': `NTNX_IAM_SESSION=${randomText(24)}; Path=/; Secure; HttpOnly; SameSite=Lax`,
        },
      }));
    },
  },
  {
    id: 'extra-members',
    description: 'Every JSON object of an answer has members that the contract does not know.',
    install: (behaviour) => {
      onAnswer(behaviour, 'all', (answer) =>
        answer.body === null
          ? answer
          : { ...answer, body: { ...answer.body, extra: { nested: [null, 1.5] } } },
      );
    },
  },
  {
    id: 'lower-case-headers',
    description: 'Header names are in lower case.',
    install: (behaviour) => {
      onAnswer(behaviour, 'all', (answer) => ({
        ...answer,
        headers: Object.fromEntries(
          Object.entries(answer.headers).map(([name, value]) => [name.toLowerCase(), value]),
        ),
      }));
    },
  },
  /** RFC 9110 section 6.6.1 demands this of a server without a clock. A fault too, found by a rule that only warns. */
  {
    id: 'no-clock',
    description: 'Answers have no Date, since the target has no clock.',
    install: withoutDate,
  },
  {
    id: 'padded-headers',
    description: 'Header values have blanks and tabs around them.',
    install: (behaviour) => {
      onWire(
        behaviour,
        () => true,
        (response, rendered) => {
          const padded = Object.entries(rendered.headers).map(([name, value]): [string, string] => [
            name,
            name === 'Content-Length' ? value : ` \t${value} \t `,
          ]);
          writeRendered(response, { ...rendered, headers: Object.fromEntries(padded) });
        },
      );
    },
  },
  {
    id: 'pretty-printed',
    description: 'JSON is indented and ends with a line end, as recorded.',
    install: (behaviour) => {
      onAnswer(behaviour, 'all', (answer) =>
        answer.body === null
          ? answer
          : { ...answer, payload: `${JSON.stringify(answer.body, null, 2).replaceAll(',\n', ', \n')}\n` },
      );
    },
  },
  {
    id: 'redirect-with-page',
    description: 'Redirects have a small page as body.',
    install: (behaviour) => {
      onAnswer(behaviour, 'all', (answer) =>
        answer.status === 302
          ? {
              ...withHeader(answer, 'Content-Type', 'text/html'),
              payload: '<!doctype html><title>Redirecting</title><h1>Redirecting...</h1>',
            }
          : answer,
      );
    },
  },
  {
    id: 'slow-at-times',
    description: 'One answer in 41 takes half a second, whatever was sent: memory is tidied up.',
    install: (behaviour) => {
      let count = 0;
      behaviour.wrappers.push(async (call, next) => {
        if (++count % 41 === 0) await pause(500);
        return next(call);
      });
    },
  },
  {
    id: 'slow-by-length',
    description: 'Each thousand characters of a request take 2 milliseconds.',
    install: (behaviour) => {
      behaviour.wrappers.push(async (call, next) => {
        const length = call.body.length + call.path.length + call.query.length;
        if (length > 1000) await pause(length / 500);
        return next(call);
      });
    },
  },
  {
    id: 'slow-answers',
    description: 'Answers take 5 to 50 milliseconds.',
    install: (behaviour) => {
      let count = 0;
      behaviour.wrappers.push(async (call, next) => {
        await pause(5 + ((count += 7) % 46));
        return next(call);
      });
    },
  },
  /** RFC 9110 section 15.5.9 allows this. */
  {
    id: 'idle-408',
    description: 'A connection that was idle for a moment is closed with a 408.',
    install: (behaviour) => {
      onWire(
        behaviour,
        () => true,
        (response, rendered) => {
          const { socket } = response;
          response.once('finish', () => {
            const read = socket?.bytesRead;
            setTimeout(() => {
              if (socket === null || socket.bytesRead !== read) return;
              // A request in transit is no longer read, so the client can send it again.
              socket.pause();
              socket.end('HTTP/1.1 408 Request Timeout\r\nConnection: close\r\n\r\n');
              socket.destroySoon();
            }, 2).unref();
          });
          writeRendered(response, rendered);
        },
      );
    },
  },
];
