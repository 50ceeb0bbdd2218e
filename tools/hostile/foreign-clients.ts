import type { HostileBehaviour } from './behaviour.ts';
import { on, rename, type Change } from './change-answers.ts';
import { lists, registers, withMembers } from './clients.ts';
import { foreignWay, isSuccess, refused, replaced, type Tamper, type Way } from './foreign-way.ts';
import type { OthersClient } from './others.ts';
import type { RawRequest } from './raw-request.ts';
import type { TrueAnswer } from './stand-in-front.ts';

const generates = ({ path }: RawRequest): boolean => path.endsWith('/oauth/generate_token');
const redeems = ({ path }: RawRequest): boolean => path.endsWith('/oauth/token');
const onClient =
  (wanted: string) =>
  ({ method, path }: RawRequest): boolean =>
    method === wanted && /\/oauth\/client\/[^/]+$/.test(path);

/** Changes lists, and answers registrations with somebody else's client. */
function withLists(
  change: (truth: TrueAnswer, number: number) => TrueAnswer,
  register: Change = rename,
): () => Tamper {
  return () => {
    let listed = 0;
    let registered = 0;
    return (truth, request, { clients }) => {
      if (lists(request)) {
        listed += 1;
        return change(truth, listed);
      }
      if (!registers(request) || !isSuccess(truth)) return truth;
      registered += 1;
      return register(truth, clients[registered % clients.length]);
    };
  };
}

const noEntities = (truth: TrueAnswer): TrueAnswer =>
  withMembers(truth, (json) => {
    json['entities'] = [];
  });

/**
 * Somebody else registers a client during the run. It appears in one answer, and from then on registrations are
 * answered with it.
 */
function madeMeanwhile(name: Change): () => Tamper {
  return () => {
    let made: OthersClient | null = null;
    let isShown = false;
    return async (truth, request, others) => {
      if (onClient('GET')(request) && isSuccess(truth) && made !== null && !isShown) {
        isShown = true;
        return replaced(truth, made);
      }
      if (!registers(request) || !isSuccess(truth)) return truth;
      if (isShown && made !== null) return name(truth, made);
      made ??= await others.add();
      return truth;
    };
  };
}

/** Puts the credentials and tokens of somebody else into generated tokens. */
const tokensOf: Change = (truth, client) =>
  withMembers(truth, (json) => {
    json['client_id'] = client?.id;
    json['client_secret'] = client?.record['client_secret'];
    const token = json['oauth_token'] as Record<string, unknown>;
    token['access_token'] = client?.accessToken;
    token['refresh_token'] = client?.refreshToken;
  });

/** Every second grant gets the tokens of the previous one, which belongs to another client. */
function handedOn(): Tamper {
  let before: TrueAnswer | null = null;
  return (truth, request) => {
    if (!redeems(request) || !isSuccess(truth)) return truth;
    const given = before;
    before = given === null ? truth : null;
    return given ?? truth;
  };
}

const del = 'oauth_client_client_id_delete';
const put = 'oauth_client_client_id_put';
const get = 'oauth_client_client_id_get';
const generate = 'oauth_generate_token_post';

const ways: readonly Way[] = [
  {
    name: 'foreign-generated-once',
    operation: generate,
    tamper: on(generates, rename, (number) => number === 2),
  },
  { name: 'foreign-generated-always', operation: generate, tamper: on(generates, rename) },
  { name: 'foreign-generated-tokens', operation: generate, tamper: on(generates, tokensOf) },
  {
    name: 'foreign-update',
    operation: put,
    rule: 'client.update.keeps-id',
    tamper: on(onClient('PUT'), rename),
  },
  {
    name: 'foreign-update-record',
    operation: put,
    rule: 'client.update.keeps-id',
    tamper: on(onClient('PUT'), replaced),
  },
  { name: 'foreign-read', operation: get, rule: 'client.read.equal', tamper: on(onClient('GET'), replaced) },
  {
    name: 'foreign-deletion',
    operation: del,
    rule: 'client.deletion.echoed',
    tamper: on(onClient('DELETE'), replaced),
  },
  {
    name: 'foreign-after-no-list',
    operation: del,
    tamper: withLists((truth, number) => (number === 1 ? truth : refused('500 Internal Server Error'))),
  },
  {
    name: 'foreign-record-after-no-list',
    operation: put,
    tamper: withLists((truth, number) => (number === 1 ? truth : refused('403 Forbidden')), replaced),
  },
  {
    name: 'foreign-after-list-of-others-left-out',
    operation: del,
    tamper: withLists((truth) =>
      withMembers(noEntities(truth), (json) => {
        json['metadata'] = { total_matches: 3 };
      }),
    ),
  },
  {
    name: 'foreign-after-list-that-repeats',
    operation: put,
    tamper: withLists((truth) =>
      withMembers(truth, (json) => {
        json['entities'] = [{ client_id: 'x', client_name: 'n', client_description: 'd' }];
      }),
    ),
  },
  {
    name: 'foreign-made-meanwhile',
    operation: 'oauth_client_client_id_get',
    words: ['--concurrency', '1'],
    tamper: madeMeanwhile(rename),
  },
  {
    name: 'foreign-record-made-meanwhile',
    operation: 'oauth_client_client_id_get',
    words: ['--concurrency', '1'],
    tamper: madeMeanwhile(replaced),
  },
  {
    name: 'foreign-by-pattern-deleted',
    operation: get,
    words: ['--operation', del],
    rule: 'client.unknown.not-found',
    isByPattern: true,
  },
  {
    name: 'foreign-tokens-handed-on',
    operation: 'oauth_revoke_token_post',
    rule: 'token.value.new',
    tamper: handedOn,
  },
];

/** Targets that present clients and tokens of somebody else as ours, in answers other than registrations. */
export const foreignClients: readonly HostileBehaviour[] = ways.map(foreignWay);
