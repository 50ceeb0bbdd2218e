import type { JsonObject } from '../../../spec/json-object.ts';
import { randomText } from '../behaviour.ts';
import {
  onAnswer,
  onSuccess,
  sendFurtherMember,
  withHeader,
  withoutHeader,
  withStatus,
} from '../wrap/change-answer.ts';
import { authorizeOperation, concerns, generateOperation, tokenOperation } from '../wrap/concern.ts';
import { oneGrantAClient, renameRefreshed } from '../wrap/give-tokens.ts';
import { bodyForm } from '../wrap/read-call.ts';
import { refuseWhen } from '../wrap/refuse-call.ts';
import type { Fault } from './fault.ts';

/** Faults in the tokens that are issued. */
export const tokenValueFaults: readonly Fault[] = [
  {
    id: 'generated-token-cacheable',
    description: 'A generated token may be stored by caches.',
    trips: ['token.answer.no-store'],
    operations: generateOperation,
    install: (behaviour) => {
      onAnswer(behaviour, generateOperation, (answer) => withHeader(answer, 'Cache-Control', 'max-age=60'));
    },
  },
  {
    id: 'token-cacheable',
    description: 'A token may be stored by caches.',
    trips: ['token.answer.no-store'],
    operations: tokenOperation,
    install: (behaviour) => {
      onAnswer(behaviour, tokenOperation, (answer) => withoutHeader(answer, 'Cache-Control'));
    },
  },
  {
    id: 'generated-token-without-pragma',
    description: 'A generated token comes without Pragma.',
    trips: ['token.answer.pragma-no-cache'],
    operations: generateOperation,
    install: (behaviour) => {
      onAnswer(behaviour, generateOperation, (answer) => withoutHeader(answer, 'Pragma'));
    },
  },
  {
    id: 'token-without-pragma',
    description: 'A token comes without Pragma.',
    trips: ['token.answer.pragma-no-cache'],
    operations: tokenOperation,
    install: (behaviour) => {
      onAnswer(behaviour, tokenOperation, (answer) => withoutHeader(answer, 'Pragma'));
    },
  },
  {
    id: 'token-parameter-sent-twice',
    description: 'A framework adds the type of a token to the one that is there.',
    trips: ['token.answer.unique-members'],
    operations: tokenOperation,
    install: (behaviour) => {
      sendFurtherMember(behaviour, tokenOperation, '"token_type":"Bearer"');
    },
  },
  {
    id: 'token-type-mac',
    description: 'A token is of type mac.',
    trips: ['token.type.bearer'],
    operations: tokenOperation,
    install: (behaviour) => {
      onSuccess(behaviour, tokenOperation, (body) => ({ ...body, token_type: 'mac' }));
    },
  },
  {
    id: 'expires-in-as-instant',
    description: 'The lifetime is the instant of its end in milliseconds.',
    trips: ['token.expires-in.positive'],
    operations: tokenOperation,
    install: (behaviour) => {
      onSuccess(behaviour, tokenOperation, (body) => ({ ...body, expires_in: Date.now() + 3_600_000 }));
    },
  },
  {
    id: 'expires-in-negative',
    description: 'The lifetime is -1, for unlimited.',
    trips: ['token.expires-in.digits'],
    operations: tokenOperation,
    install: (behaviour) => {
      onSuccess(behaviour, tokenOperation, (body) => ({ ...body, expires_in: -1 }));
    },
  },
  {
    id: 'expires-in-zero',
    description: 'The lifetime is 0, for unlimited.',
    trips: ['token.expires-in.positive'],
    operations: tokenOperation,
    install: (behaviour) => {
      onSuccess(behaviour, tokenOperation, (body) => ({ ...body, expires_in: 0 }));
    },
  },
  {
    id: 'bad-grant-404',
    description: 'An unknown code or refresh token is answered with 404.',
    trips: ['token.grant.bad-request'],
    operations: tokenOperation,
    install: (behaviour) => {
      onAnswer(behaviour, tokenOperation, (answer) =>
        answer.status === 400 ? withStatus(answer, 404) : answer,
      );
    },
  },
  {
    id: 'tokens-of-time',
    description: 'Tokens are made of the clock and a counter.',
    trips: ['token.access.unguessable', 'token.refresh.unguessable'],
    operations: tokenOperation,
    install: (behaviour) => {
      let count = 0;
      behaviour.newToken = () =>
        `prism-central-token-${Date.now().toString(16).padStart(16, '0')}-${(++count).toString(16).padStart(8, '0')}`;
    },
  },
  {
    id: 'tokens-sequential',
    description: 'Tokens are numbers in sequence.',
    trips: ['token.access.unguessable', 'token.refresh.unguessable'],
    operations: tokenOperation,
    install: (behaviour) => {
      let count = 0;
      behaviour.newToken = (kind) => `${kind}-${++count}`;
    },
  },
  {
    id: 'tokens-short',
    description: 'Tokens have 32 random bits.',
    trips: ['token.access.unguessable', 'token.refresh.unguessable'],
    operations: tokenOperation,
    install: (behaviour) => {
      behaviour.newToken = () => randomText(4);
    },
  },
  {
    id: 'tokens-with-shared-prefix',
    description: 'Tokens are long and differ in 16 bits only.',
    trips: ['token.access.unguessable', 'token.refresh.unguessable'],
    operations: tokenOperation,
    install: (behaviour) => {
      const prefix = randomText(30);
      behaviour.newToken = (kind) => `${kind.slice(0, 1)}${prefix}${randomText(4)}`;
    },
  },
  {
    id: 'refreshed-tokens-sequential',
    description: 'The tokens of a refresh are numbers in sequence; those of a code are good.',
    trips: ['token.access.unguessable', 'token.refresh.unguessable'],
    operations: tokenOperation,
    install: (behaviour) => {
      let count = 0;
      renameRefreshed(behaviour, (_value, kind) => `${kind}-${++count}`);
    },
  },
  {
    id: 'access-tokens-constant',
    description: 'All access tokens are the same.',
    trips: ['token.access.unique'],
    operations: tokenOperation,
    install: (behaviour) => {
      const token = randomText(32);
      const make = behaviour.newToken;
      behaviour.newToken = (kind) => (kind === 'access_token' ? token : make(kind));
    },
  },
  {
    id: 'tokens-with-odd-characters',
    description: 'Tokens hold characters that are not printable ASCII.',
    trips: ['token.access.visible', 'token.refresh.visible'],
    operations: tokenOperation,
    install: (behaviour) => {
      behaviour.newToken = () => `${randomText(32)}\u00fc`;
    },
  },
  {
    id: 'refreshed-tokens-with-odd-characters',
    description:
      'The tokens of a refresh hold characters that are not printable ASCII; those of a code do not.',
    trips: ['token.access.visible', 'token.refresh.visible'],
    operations: tokenOperation,
    install: (behaviour) => {
      renameRefreshed(behaviour, (value) => `${value}\u00fc`);
    },
  },
  {
    id: 'code-never-redeemed',
    description: 'No code can be redeemed.',
    trips: ['token.code.redeemed'],
    operations: tokenOperation,
    install: (behaviour) => {
      refuseWhen(behaviour, tokenOperation, (call) => bodyForm(call).has('code'));
    },
  },
  {
    id: 'one-code-for-all',
    description: 'A new code ends those of all clients.',
    trips: ['token.code.redeemed'],
    operations: authorizeOperation,
    install: (behaviour) => {
      behaviour.preconditions.push((call, { store }) => {
        if (!concerns(authorizeOperation, call)) return;
        store.codes.clear();
      });
    },
  },
  {
    id: 'grant-ends-earlier-ones',
    description: 'A new token of a client ends those before.',
    trips: ['token.earlier.usable'],
    operations: tokenOperation,
    install: oneGrantAClient,
  },
  {
    id: 'refresh-ends-other-grants',
    description: 'A refresh ends the access tokens of all other grants of its client.',
    trips: ['token.earlier.usable'],
    install: (behaviour) => {
      onSuccess(behaviour, tokenOperation, (body, call, { store }) => {
        const form = bodyForm(call);
        const grant = store.tokens.get(String(body['access_token']))?.grant;
        if (!form.has('refresh_token') || grant === undefined) return body;
        for (const token of [...store.tokens.values()])
          if (
            token.kind === 'access_token' &&
            token.grant !== grant &&
            token.grant.clientId === grant.clientId
          )
            store.removeToken(token);
        return body;
      });
    },
  },
  {
    id: 'grant-ends-tokens-of-others',
    description: 'A new token ends those of all other clients.',
    trips: ['token.others.usable', 'token.others.refreshable'],
    operations: tokenOperation,
    install: (behaviour) => {
      onSuccess(behaviour, tokenOperation, (body, call, { store }) => {
        const clientId = bodyForm(call).get('client_id');
        for (const { grant } of store.tokens.values())
          if (grant.clientId !== clientId) store.revokeGrant(grant);
        return body;
      });
    },
  },
  {
    id: 'refresh-token-is-access-token',
    description: 'Refresh and access token are the same.',
    trips: ['token.pair.distinct'],
    operations: tokenOperation,
    install: (behaviour) => {
      onSuccess(behaviour, tokenOperation, (body) => ({ ...body, refresh_token: body['access_token'] }));
    },
  },
  {
    id: 'refresh-tokens-constant',
    description: 'All refresh tokens are the same.',
    trips: ['token.refresh.unique'],
    operations: tokenOperation,
    install: (behaviour) => {
      const token = randomText(32);
      const make = behaviour.newToken;
      behaviour.newToken = (kind) => (kind === 'refresh_token' ? token : make(kind));
    },
  },
  {
    id: 'default-scopes-unused',
    description: 'Without a scope the grant is empty.',
    trips: ['token.scope.default-applied'],
    operations: tokenOperation,
    install: (behaviour) => {
      onSuccess(behaviour, tokenOperation, (body) => ({ ...body, scope: '' }));
    },
  },
  {
    id: 'scope-invented',
    description: 'A token has a scope that nobody asked for.',
    trips: ['token.scope.known'],
    operations: tokenOperation,
    install: (behaviour) => {
      onSuccess(behaviour, tokenOperation, (body) => ({ ...body, scope: `${String(body['scope'])} all` }));
    },
  },
  {
    id: 'scope-padded',
    description: 'The scope of a token begins with a blank, as each part is added with one before it.',
    trips: ['token.scope.well-formed'],
    operations: tokenOperation,
    install: (behaviour) => {
      onSuccess(behaviour, tokenOperation, (body) => ({ ...body, scope: ` ${String(body['scope'])}` }));
    },
  },
  {
    id: 'scope-on-lines',
    description: 'Each part of the scope of a token is on a line of its own.',
    trips: ['token.scope.well-formed'],
    operations: tokenOperation,
    install: (behaviour) => {
      onSuccess(behaviour, tokenOperation, (body) => ({
        ...body,
        scope: String(body['scope']).replaceAll(' ', '\n'),
      }));
    },
  },
  {
    id: 'scope-ignored',
    description: 'A grant has all scopes of the client, whatever was asked for.',
    trips: ['token.scope.within-asked'],
    operations: authorizeOperation,
    install: (behaviour) => {
      behaviour.grantableScopes = (_asked, client) => client.default_scopes;
    },
  },
  {
    id: 'scope-by-prefix',
    description: 'A scope that starts with one of the client is granted.',
    trips: ['token.scope.within-default'],
    operations: authorizeOperation,
    install: (behaviour) => {
      behaviour.grantableScopes = (asked, client) =>
        asked.every((scope) => client.default_scopes.some((own) => scope.startsWith(own))) ? asked : null;
    },
  },
  {
    id: 'scope-unchecked',
    description: 'A client is granted any scope that it asks for.',
    trips: ['token.scope.within-default'],
    operations: authorizeOperation,
    install: (behaviour) => {
      behaviour.grantableScopes = (asked) => asked;
    },
  },
  {
    id: 'tokens-handed-on',
    description: 'Every other grant is answered with the tokens of the grant before it.',
    trips: ['token.value.new', 'token.access.unique'],
    operations: tokenOperation,
    install: (behaviour) => {
      let before: JsonObject | null = null;
      onSuccess(behaviour, tokenOperation, (body) => {
        const handedOn = before;
        before = handedOn === null ? body : null;
        return handedOn ?? body;
      });
    },
  },
];
