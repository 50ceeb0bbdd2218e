import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { TargetAnswer } from '../answer.ts';
import { jwtTokens, oneGrantAClient } from '../wrap/give-tokens.ts';
import { onSuccess } from '../wrap/change-answer.ts';
import { concerns, tokenOperation } from '../wrap/concern.ts';
import { bodyForm } from '../wrap/read-call.ts';
import { refuseMalformedSecrets } from '../wrap/refuse-call.ts';
import type { Variant } from './variant.ts';

/** Lawful ways to issue tokens. */
export const tokenVariants: readonly Variant[] = [
  {
    id: 'default-scope-always',
    description: 'A grant has the default scopes of the client, whatever narrower ones are asked for.',
    install: (behaviour) => {
      const grantable = behaviour.grantableScopes;
      behaviour.grantableScopes = (asked, client) =>
        grantable(asked, client) === null ? null : client.default_scopes;
    },
  },
  {
    id: 'hexadecimal-tokens',
    description: 'Tokens and codes are hexadecimal.',
    install: (behaviour) => {
      behaviour.newToken = () => randomBytes(20).toString('hex');
      behaviour.newCode = () => randomBytes(16).toString('hex');
    },
  },
  {
    id: 'jwt-tokens',
    description: 'Tokens are JSON Web Tokens.',
    install: jwtTokens,
  },
  /** A fault too, as the next one: lawful but discouraged, and found by a rule that only warns. */
  {
    id: 'malformed-secret-400',
    description: 'A client secret that is malformed is answered with 400.',
    install: refuseMalformedSecrets,
  },
  {
    id: 'one-grant-a-client',
    description: 'A new grant of a client ends its earlier tokens.',
    install: oneGrantAClient,
  },
  {
    id: 'refresh-not-rotated',
    description: 'A refresh token stays the same, as it may for a client with a secret.',
    install: (behaviour) => {
      behaviour.rotatesRefreshTokens = false;
    },
  },
  {
    id: 'refreshes-share-answer',
    description: 'Requests with one refresh token at the same moment get one answer, with one successor.',
    install: (behaviour) => {
      const underWay = new Map<string, Promise<TargetAnswer>>();
      behaviour.wrappers.push((call, next) => {
        const token = bodyForm(call).get('refresh_token');
        if (!concerns(tokenOperation, call) || token === null) return next(call);
        const key = Buffer.from(call.body).toString();
        const answering = underWay.get(key) ?? pause(5).then(() => next(call));
        underWay.set(key, answering);
        return answering.finally(() => underWay.delete(key));
      });
    },
  },
  {
    id: 'scope-narrowed',
    description: 'A scope that is wider than that of the client is narrowed, and the token says so.',
    install: (behaviour) => {
      behaviour.grantableScopes = (asked, client) =>
        asked.filter((scope) => client.default_scopes.includes(scope));
    },
  },
  /** RFC 6749 section 3.3: the order does not matter. */
  {
    id: 'scope-in-other-order',
    description: 'A token tells its scope in another order than it was asked for.',
    install: (behaviour) => {
      onSuccess(behaviour, tokenOperation, (body) => ({
        ...body,
        scope: String(body['scope']).split(' ').reverse().join(' '),
      }));
    },
  },
  {
    id: 'short-lived-tokens',
    description: 'Tokens live for five minutes.',
    install: (behaviour) => {
      behaviour.tokenLifetimeS = 300;
    },
  },
  {
    id: 'token-tells-client',
    description: 'A token comes with an object and a text in which the names of its parameters occur again.',
    install: (behaviour) => {
      onSuccess(behaviour, tokenOperation, (body) => ({
        client: { scope: body['scope'], expires_in: 0, token_type: 'none' },
        note: '{"scope":"all","scope":"all"}',
        ...body,
      }));
    },
  },
  {
    id: 'token-type-capitalised',
    description: 'The token type is Bearer.',
    install: (behaviour) => {
      onSuccess(behaviour, tokenOperation, (body) => ({ ...body, token_type: 'Bearer' }));
    },
  },
];
