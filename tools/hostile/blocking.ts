import { Buffer } from 'node:buffer';
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { HostileBehaviour } from './behaviour.ts';
import type { RawRequest } from './raw-request.ts';
import { render, standInFront, withBody, type Mangler } from './stand-in-front.ts';

/**
 * A process that is busy with an answer cannot handle signals. On a busy machine, it must handle one within this time.
 * The work after that has its usual time.
 */
const withinMs = 16_000;

function many(count: number, text: (index: number) => string, separator: string): string {
  return Array.from({ length: count }, (_, index) => text(index)).join(separator);
}

/** The faithful answer with additional header lines. */
function withLines(lines: string): Mangler {
  return (socket, { head, body }) => socket.write(render({ head: `${head}\r\n${lines}`, body }));
}

function instead(body: Buffer | string): Mangler {
  return (socket, truth) => socket.write(render(withBody(truth, body)));
}

const cookies = many(7000, (index) => `Set-Cookie: s${index}=0123456789abcdef`, '\r\n');
const codes = many(9000, (index) => `code=code-${index}-given`, '&');
const tokens = `{${many(40_000, (index) => `"m${index}":{"token":"a-token-${index}"}`, ',')}}`;
const entries = `{"entities":[${many(20_000, (index) => `{"client_id":"${index}","client_name":5}`, ',')}],"metadata":{}}`;

interface Blocking {
  readonly name: string;
  readonly operation: string;
  readonly answer: Mangler;
  readonly words?: readonly string[];
}

const all: readonly Blocking[] = [
  {
    name: 'cookies-7000',
    operation: 'oauth_client_client_id_get',
    answer: withLines(cookies),
    words: ['--login', 'session'],
  },
  {
    name: 'codes-9000-in-a-location',
    operation: 'oauth_authorize_post',
    answer: (socket) =>
      socket.write(
        `HTTP/1.1 302 Found\r\nLocation: https://a.example/?${codes}\r\nContent-Length: 0\r\n\r\n`,
      ),
  },
  { name: 'tokens-40000', operation: 'oauth_token_post', answer: instead(tokens) },
  {
    name: 'head-lines-40000',
    operation: 'oauth_token_post',
    answer: withLines(many(40_000, () => 'x:', '\r\n')),
  },
  { name: 'entries-20000', operation: 'oauth_client_list_post', answer: instead(entries) },
  {
    name: 'brackets-2-mib',
    operation: 'oauth_client_client_id_get',
    answer: instead(Buffer.alloc(2 ** 21, '[')),
  },
  {
    name: 'levels-1-million',
    operation: 'oauth_client_client_id_get',
    answer: instead('['.repeat(10 ** 6) + ']'.repeat(10 ** 6)),
  },
];

/** The path pattern that identifies each operation. */
const paths: Readonly<Record<string, RegExp>> = {
  oauth_client_client_id_get: /\/oauth\/client\/(?!list)/,
  oauth_authorize_post: /\/oauth\/authorize/,
  oauth_token_post: /\/oauth\/token/,
  oauth_client_list_post: /\/oauth\/client\/list/,
};

function blockingBehaviour({ name, operation, answer, words = [] }: Blocking): HostileBehaviour {
  const asked = ({ path: where }: RawRequest): boolean => paths[operation]?.test(where) === true;
  // With a session login, every answer must set the cookies.
  const isHit = words.includes('session') ? (): boolean => true : asked;
  return {
    name: `deaf-by-${name}`,
    exit: 130,
    operation,
    words: ['--runs', '200', '--timeout-ms', '10000', '--max-time', '600', ...words],
    withinMs,
    start: (reference) => standInFront(reference, isHit, answer),
    signal: { name: 'SIGTERM', when: ({ requests }) => requests.filter(isHit).length >= 20 },
    objections: ({ folder }) =>
      Promise.resolve(existsSync(path.join(folder, 'result.json')) ? [] : ['there is no result file']),
  };
}

/** Answers that take long to process: a process that handles them in one go does not react to signals. */
export const blocking = all.map(blockingBehaviour);
