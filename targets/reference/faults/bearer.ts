import { isJsonObject } from '../../../spec/json-object.ts';
import { basicChallenge } from '../authenticate.ts';
import type { Grant, Token } from '../store.ts';
import { bodyMembers, sentCredentials } from '../wrap/read-call.ts';
import { generatedClients } from '../wrap/remember-clients.ts';
import { jwtTokens } from '../wrap/give-tokens.ts';
import { onAnswer, onSuccess, withHeader, withoutHeader, withStatus } from '../wrap/change-answer.ts';
import { onCall, withBearer, withLogin } from '../wrap/change-call.ts';
import { deleteOperation, generateOperation, tokenOperation } from '../wrap/concern.ts';
import type { Fault } from './fault.ts';

const livesMs = 2_000;

const earlyMs = 3_598_000;

/** Faults in which access tokens the gateway accepts. */
export const bearerFaults: readonly Fault[] = [
  {
    id: 'bearer-by-prefix',
    description: 'The last characters of a token are not looked at.',
    trips: ['bearer.altered.refused'],
    install: (behaviour) => {
      onCall(behaviour, 'all', (call, { store }) => {
        const { scheme, value } = sentCredentials(call);
        if (scheme.toLowerCase() !== 'bearer' || value.length < 20 || store.tokens.has(value)) return call;
        const token = [...store.tokens.keys()].find((known) => known.slice(0, 20) === value.slice(0, 20));
        return withBearer(call, token ?? value);
      });
    },
  },
  {
    id: 'bearer-in-any-case',
    description: 'The case of a token is ignored.',
    trips: ['bearer.altered.refused'],
    install: (behaviour) => {
      onCall(behaviour, 'all', (call, { store }) => {
        const { scheme, value } = sentCredentials(call);
        if (scheme.toLowerCase() !== 'bearer' || store.tokens.has(value)) return call;
        const token = [...store.tokens.keys()].find((known) => known.toLowerCase() === value.toLowerCase());
        return withBearer(call, token ?? value);
      });
    },
  },
  {
    id: 'bearer-unchecked',
    description: 'Any Bearer token opens the gateway.',
    trips: ['bearer.altered.refused'],
    install: (behaviour) => {
      onCall(behaviour, 'all', (call, { login }) =>
        /^bearer ./i.test(call.headers.authorization ?? '') ? withLogin(call, login) : call,
      );
    },
  },
  {
    id: 'unsigned-token-accepted',
    description: 'A JSON Web Token that claims no algorithm needs no signature.',
    trips: ['bearer.altered.refused'],
    install: (behaviour) => {
      jwtTokens(behaviour);
      onCall(behaviour, 'all', (call, { store }) => {
        const { value } = sentCredentials(call);
        const [header = '', payload = ''] = value.split('.');
        if (!Buffer.from(header, 'base64url').toString().includes('none')) return call;
        const token = [...store.tokens.keys()].find((known) => known.split('.')[1] === payload);
        return token === undefined ? call : withBearer(call, token);
      });
    },
  },
  {
    id: 'gateway-open',
    description: 'The gateway answers who calls to anybody.',
    trips: ['bearer.anonymous.refused'],
    install: (behaviour) => {
      behaviour.needsCredentials = (operation) => operation !== 'users_me';
    },
  },
  {
    id: 'bearer-without-challenge',
    description: 'A refused token gets the challenge of Basic.',
    trips: ['bearer.challenge.present'],
    install: (behaviour) => {
      onAnswer(behaviour, 'all', (answer) =>
        answer.headers['WWW-Authenticate']?.startsWith('Bearer') === true
          ? withHeader(answer, 'WWW-Authenticate', basicChallenge)
          : answer,
      );
    },
  },
  {
    id: 'gateway-without-challenge',
    description: 'The gateway refuses tokens without a challenge.',
    trips: ['bearer.unauthorized.challenged'],
    install: (behaviour) => {
      onAnswer(behaviour, 'all', (answer, call) =>
        call.operation === 'users_me' ? withoutHeader(answer, 'WWW-Authenticate') : answer,
      );
    },
  },
  {
    id: 'client-id-opens-gateway',
    description: 'The id of a client opens the gateway.',
    trips: ['bearer.code.refused'],
    install: (behaviour) => {
      onCall(behaviour, 'all', (call, { store, login }) =>
        store.clients.has(sentCredentials(call).value) ? withLogin(call, login) : call,
      );
    },
  },
  {
    id: 'code-opens-gateway',
    description: 'A code opens the gateway.',
    trips: ['bearer.code.refused'],
    install: (behaviour) => {
      onCall(behaviour, 'all', (call, { store, login }) =>
        store.codes.has(sentCredentials(call).value) ? withLogin(call, login) : call,
      );
    },
  },
  {
    id: 'deletion-ends-last-grant',
    description: 'Deleting a client ends the tokens of its last grant, and leaves those of the others.',
    trips: ['bearer.deleted-client.refused'],
    operations: deleteOperation,
    install: (behaviour) => {
      behaviour.wrappers.push(async (call, next, { store }) => {
        if (call.operation !== 'oauth_client_client_id_delete') return next(call);
        const before = [...store.tokens.values()];
        const answer = await next(call);
        const ended = before.filter(
          ({ value, grant }) => !store.tokens.has(value) && !store.clients.has(grant.clientId),
        );
        const last = ended.at(-1)?.grant;
        for (const token of ended) if (token.grant !== last) store.addToken(token);
        return answer;
      });
    },
  },
  {
    id: 'tokens-outlive-client',
    description: 'The tokens of a deleted client live on.',
    trips: ['bearer.deleted-client.refused'],
    operations: deleteOperation,
    install: (behaviour) => {
      behaviour.tokensOutliveClient = true;
    },
  },
  {
    id: 'expired-token-without-reason',
    description: 'An expired token is refused for another reason.',
    trips: ['bearer.expired.reason'],
    operations: generateOperation,
    install: (behaviour) => {
      onAnswer(behaviour, 'all', (answer) => {
        const text = JSON.stringify(answer.body);
        if (answer.status !== 401 || !text.includes('BEARER_TOKEN_EXPIRED')) return answer;
        const body: unknown = JSON.parse(text.replace('BEARER_TOKEN_EXPIRED', 'AUTHENTICATION_REQUIRED'));
        return isJsonObject(body) ? { ...answer, body } : answer;
      });
    },
  },
  {
    id: 'expired-token-accepted',
    description: 'A token is good for longer than it says.',
    trips: ['bearer.expired.refused'],
    install: (behaviour) => {
      behaviour.isExpired = () => false;
    },
  },
  {
    id: 'tokens-dead-from-the-start',
    description: 'Every other access token is refused from the start.',
    trips: ['bearer.fresh.accepted'],
    operations: tokenOperation,
    install: (behaviour) => {
      const numbers = new Map<Token, number>();
      const opens = behaviour.opensGateway;
      behaviour.opensGateway = (token) => {
        const number = numbers.get(token) ?? numbers.size;
        numbers.set(token, number);
        return number % 2 === 0 && opens(token);
      };
    },
  },
  {
    id: 'generated-token-refused',
    description: 'A generated access token does not open the gateway.',
    trips: ['bearer.generated.accepted'],
    operations: generateOperation,
    install: (behaviour) => {
      onSuccess(behaviour, generateOperation, (body, _call, { store }) => {
        const token = body['oauth_token'];
        if (isJsonObject(token)) store.tokens.delete(String(token['access_token']));
        return body;
      });
    },
  },
  {
    id: 'long-lifetime-overflows',
    description: 'A lifetime of more than 32 bits runs over, and the token has expired at once.',
    trips: ['bearer.generated.accepted'],
    operations: generateOperation,
    install: (behaviour) => {
      const isExpired = behaviour.isExpired;
      const overflown = new Set<string>();
      onSuccess(behaviour, generateOperation, (body, call) => {
        const token = body['oauth_token'];
        if (isJsonObject(token) && Number(bodyMembers(call)['expires_in']) >= 2 ** 31)
          overflown.add(String(token['access_token']));
        return body;
      });
      behaviour.isExpired = (token) => overflown.has(token.value) || isExpired(token);
    },
  },
  {
    id: 'bearer-403',
    description: 'An unknown Bearer token is answered with 403.',
    trips: ['bearer.invalid.unauthorized'],
    install: (behaviour) => {
      onAnswer(behaviour, 'all', (answer) =>
        answer.headers['WWW-Authenticate']?.startsWith('Bearer') === true ? withStatus(answer, 403) : answer,
      );
    },
  },
  {
    id: 'refreshed-tokens-expire-early',
    description: 'An access token that a refresh gave dies after two seconds, whatever it says.',
    trips: ['bearer.later.accepted'],
    operations: tokenOperation,
    install: (behaviour) => {
      const born = new Map<string, { readonly at: number; readonly isFirst: boolean }>();
      const known = new Set<Grant>();
      const isExpired = behaviour.isExpired;
      behaviour.isExpired = (token) => {
        const { at, isFirst } = born.get(token.value) ?? { at: Date.now(), isFirst: !known.has(token.grant) };
        born.set(token.value, { at, isFirst });
        known.add(token.grant);
        return isExpired(token) || (!isFirst && token.kind === 'access_token' && at + livesMs < Date.now());
      };
    },
  },
  {
    id: 'tokens-expire-early',
    description: 'A token dies after two seconds of the hour that it says it lives.',
    trips: ['bearer.later.accepted'],
    operations: tokenOperation,
    install: (behaviour) => {
      behaviour.isExpired = (token) => token.expiresAt - earlyMs <= Date.now();
    },
  },
  {
    id: 'bearer-in-query',
    description: 'An access token in the query opens the gateway.',
    trips: ['bearer.query.refused'],
    install: (behaviour) => {
      onCall(behaviour, 'all', (call) => {
        const token = new URLSearchParams(call.query).get('access_token');
        return token === null ? call : withBearer(call, token);
      });
    },
  },
  {
    id: 'redeemed-token-refused',
    description: 'The access token of a code does not open the gateway, that of generate_token does.',
    trips: ['bearer.redeemed.accepted'],
    operations: tokenOperation,
    install: (behaviour) => {
      onSuccess(behaviour, tokenOperation, (body, _call, { store }) => {
        store.tokens.delete(String(body['access_token']));
        return body;
      });
    },
  },
  {
    id: 'bearer-by-refresh-token',
    description: 'A refresh token opens the gateway.',
    trips: ['bearer.refresh-token.refused'],
    install: (behaviour) => {
      behaviour.opensGateway = () => true;
    },
  },
  {
    id: 'generated-refresh-token-opens-gateway',
    description: 'The refresh token of generate_token opens the gateway.',
    trips: ['bearer.refresh-token.refused'],
    install: (behaviour) => {
      const generated = generatedClients(behaviour);
      behaviour.opensGateway = ({ kind, grant }) => kind === 'access_token' || generated.has(grant.clientId);
    },
  },
  {
    id: 'token-by-any-scheme',
    description: 'A token is looked for in Authorization, whatever its scheme.',
    trips: ['bearer.scheme.required'],
    install: (behaviour) => {
      onCall(behaviour, 'all', (call, { store }) => {
        const [, token = ''] = /^\S+ (.*)$/.exec(call.headers.authorization ?? '') ?? [];
        return store.tokens.has(token) ? withBearer(call, token) : call;
      });
    },
  },
  {
    id: 'bearer-scheme-case-sensitive',
    description: 'The scheme Bearer is known in this case only.',
    trips: ['bearer.scheme.case-insensitive'],
    install: (behaviour) => {
      onCall(behaviour, 'all', (call) =>
        /^bearer /i.test(call.headers.authorization ?? '') &&
        call.headers.authorization?.startsWith('Bearer ') === false
          ? { ...call, headers: { ...call.headers, authorization: 'None' } }
          : call,
      );
    },
  },
];
