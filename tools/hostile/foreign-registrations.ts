import type { HostileBehaviour } from './behaviour.ts';
import { on, rename } from './change-answers.ts';
import { registers } from './clients.ts';
import { foreignWay, isSuccess, refused, renamed, replaced, type Tamper, type Way } from './foreign-way.ts';
import type { OthersClient } from './others.ts';
import type { RawRequest } from './raw-request.ts';
import type { TrueAnswer } from './stand-in-front.ts';

/** Registrations answered with another spelling of somebody else's id, which a lenient target treats as the same id. */
function spelled(name: string, spell: (id: string) => string): Way {
  return {
    name: `foreign-id-${name}`,
    operation: 'oauth_client_client_id_delete',
    tamper: on(registers, (truth, client) => renamed(truth, spell(client?.id ?? ''))),
  };
}

/** Answers equal requests, by some key, with the same client. These are clients of others. */
function fromCache(keyOf: (request: RawRequest) => string): () => Tamper {
  return () => {
    const seen = new Map<string, OthersClient>();
    return (truth, request, { clients }) => {
      if (!registers(request) || !isSuccess(truth)) return truth;
      const client = seen.get(keyOf(request)) ?? clients[seen.size % clients.length];
      if (client !== undefined) seen.set(keyOf(request), client);
      return replaced(truth, client);
    };
  };
}

/** Answers the first registrations with something else, and later ones with another's client. */
function after(first: () => TrueAnswer, times: number): () => Tamper {
  return () => {
    let number = 0;
    return (truth, request, { clients }) => {
      if (!registers(request) || !isSuccess(truth)) return truth;
      number += 1;
      return number <= times ? first() : rename(truth, clients[0]);
    };
  };
}

/** Affects registrations that are in progress at the same time. */
function inRaces(): Tamper {
  let underWay = 0;
  return async (truth, request, { clients }) => {
    if (!registers(request) || !isSuccess(truth)) return truth;
    underWay += 1;
    await new Promise((resolve) => setTimeout(resolve, 30));
    const isRace = underWay > 1;
    underWay -= 1;
    return isRace ? rename(truth, clients[0]) : truth;
  };
}

const del = 'oauth_client_client_id_delete';
const put = 'oauth_client_client_id_put';

const ways: readonly Way[] = [
  { name: 'foreign-id-once', operation: del, tamper: on(registers, rename, (number) => number === 2) },
  { name: 'foreign-id-always', operation: del, tamper: on(registers, rename) },
  {
    name: 'foreign-id-every-third',
    operation: put,
    tamper: on(registers, rename, (number) => number % 3 === 0),
  },
  { name: 'foreign-id-to-registrations', operation: 'oauth_client_post', tamper: on(registers, rename) },
  { name: 'foreign-id-to-authorize', operation: 'oauth_authorize_post', tamper: on(registers, rename) },
  { name: 'foreign-id-to-redeem', operation: 'oauth_token_post', tamper: on(registers, rename) },
  {
    name: 'foreign-id-in-sessions',
    operation: 'session',
    tamper: on(registers, rename, (number) => number % 4 === 0),
  },
  { name: 'foreign-record', operation: put, tamper: on(registers, replaced) },
  {
    name: 'foreign-record-by-name',
    operation: del,
    tamper: fromCache(({ body }) => /"client_name":"[^"]*"/.exec(String(body))?.[0] ?? ''),
  },
  { name: 'foreign-record-by-body', operation: put, tamper: fromCache(({ body }) => String(body)) },
  { name: 'foreign-id-in-races', operation: del, words: ['--concurrency', '8'], tamper: inRaces },
  {
    name: 'foreign-id-after-503',
    operation: del,
    tamper: after(() => refused('503 Service Unavailable'), 2),
  },
  {
    name: 'foreign-id-after-500',
    operation: put,
    tamper: after(() => refused('500 Internal Server Error'), 2),
  },
  {
    name: 'foreign-id-after-429',
    operation: del,
    tamper: after(() => refused('429 Too Many Requests', 'retry-after: 0\r\n'), 2),
  },
  spelled('in-other-case', (id) => id.toUpperCase()),
  spelled('padded', (id) => `${id} `),
  spelled('escaped', (id) => `%${id.charCodeAt(0).toString(16)}${id.slice(1)}`),
  spelled('cut-at-nul', (id) => `${id}\0x`),
  spelled('behind-dots', (id) => `x/../${id}`),
  spelled('in-wide-letters', (id) =>
    id.replaceAll(/[A-Za-z]/g, (letter) => String.fromCodePoint((letter.codePointAt(0) ?? 0) + 0xfee0)),
  ),
];

/** Targets that answer registrations with clients of somebody else. */
export const foreignRegistrations: readonly HostileBehaviour[] = ways.map(foreignWay);
