import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Token } from '../store.ts';
import { bodyForm } from '../wrap/read-call.ts';
import { concerns, revokeOperation, tokenOperation } from '../wrap/concern.ts';
import { onAnswer, onSuccess, withStatus } from '../wrap/change-answer.ts';
import { onCall, withLogin } from '../wrap/change-call.ts';
import type { Fault } from './fault.ts';

const revivalMs = 200;

export const revokeFaults: readonly Fault[] = [
  {
    id: 'revocation-answers-error-state',
    description: 'A success has state ERROR.',
    trips: ['revoke.answer.not-error'],
    operations: revokeOperation,
    install: (behaviour) => {
      onSuccess(behaviour, revokeOperation, (body) => ({ ...body, state: 'ERROR' }));
    },
  },
  {
    id: 'revocation-by-prefix',
    description: 'A token that starts like one is revoked as that one.',
    trips: ['revoke.unknown.not-found', 'revoke.stranger.no-effect'],
    operations: revokeOperation,
    install: (behaviour) => {
      behaviour.findRevocable = (value, _hint, store) =>
        [...store.tokens.values()].find((token) => token.value.startsWith(value.slice(0, -1)));
    },
  },
  {
    id: 'use-undoes-revocation',
    description: 'A use of a token writes it back when it ends, though it was revoked meanwhile.',
    trips: ['revoke.race.final'],
    operations: revokeOperation,
    install: (behaviour) => {
      behaviour.wrappers.push(async (call, next, { store }) => {
        const [, value = ''] = /^Bearer (.*)$/.exec(call.headers.authorization ?? '') ?? [];
        const token = store.tokens.get(value);
        const answer = await next(call);
        if (token === undefined) return answer;
        await pause(20);
        if (!store.tokens.has(value)) store.addToken(token);
        return answer;
      });
    },
  },
  {
    id: 'revocation-of-unknown-400',
    description: 'An unknown token is answered with 400.',
    trips: ['revoke.unknown.not-found', 'revoke.unknown.documented', 'revoke.unknown.settled'],
    operations: revokeOperation,
    install: (behaviour) => {
      onAnswer(behaviour, revokeOperation, (answer) =>
        answer.status === 404 ? withStatus(answer, 400) : answer,
      );
    },
  },
  {
    id: 'hint-unchecked',
    description: 'An unknown hint is ignored, as RFC 7009 section 2.2 has it and the contract does not.',
    trips: ['revoke.hint.enforced'],
    operations: revokeOperation,
    install: (behaviour) => {
      onCall(behaviour, revokeOperation, (call) => ({
        ...call,
        query: call.query.replace(/&?token_type_hint=(?!access_token|refresh_token)[^&]*/, ''),
      }));
    },
  },
  {
    id: 'wrong-hint-pretends',
    description: 'A refresh token with the hint access_token is answered with success and lives on.',
    trips: ['revoke.access-hint.search-extended'],
    operations: revokeOperation,
    install: (behaviour) => {
      const revoke = behaviour.revokeToken;
      behaviour.revokeToken = (token, store) => {
        if (!missed) revoke(token, store);
      };
      let missed = false;
      behaviour.findRevocable = (value, hint, store) => {
        const token = store.tokens.get(value);
        missed = token?.kind !== hint;
        return token;
      };
    },
  },
  {
    id: 'wrong-hint-revokes-nothing',
    description: 'A refresh token with the hint access_token is not found.',
    trips: ['revoke.access-hint.search-extended', 'revoke.refresh-hint.search-extended'],
    operations: revokeOperation,
    install: (behaviour) => {
      behaviour.findRevocable = (value, hint, store) => {
        const token = store.tokens.get(value);
        return token?.kind === hint ? token : undefined;
      };
    },
  },
  {
    id: 'access-token-outlives-revocation',
    description: 'A revoked access token still works.',
    trips: ['revoke.access-token.dead'],
    operations: revokeOperation,
    install: (behaviour) => {
      behaviour.revokeToken = (token, store) => {
        if (token.kind === 'refresh_token') store.revokeGrant(token.grant);
      };
    },
  },
  {
    id: 'refresh-revives-revoked-token',
    description: 'A refresh brings the revoked access token of its grant back.',
    trips: ['revoke.access-token.dead'],
    install: (behaviour) => {
      const revoked: Token[] = [];
      const revokeToken = behaviour.revokeToken;
      behaviour.revokeToken = (token, store) => {
        revoked.push(token);
        revokeToken(token, store);
      };
      onSuccess(behaviour, tokenOperation, (body, call, { store }) => {
        const id = bodyForm(call).get('client_id');
        for (const token of revoked) if (token.grant.clientId === id) store.addToken(token);
        return body;
      });
    },
  },
  {
    id: 'revocation-does-nothing',
    description: 'A revocation is answered with success and revokes nothing.',
    trips: ['revoke.access-token.dead', 'revoke.refresh-token.dead'],
    operations: revokeOperation,
    install: (behaviour) => {
      behaviour.revokeToken = () => undefined;
    },
  },
  {
    id: 'revoked-token-revives',
    description: 'A revoked access token works again a moment later.',
    trips: ['revoke.access-token.dead'],
    operations: revokeOperation,
    install: (behaviour) => {
      const revoke = behaviour.revokeToken;
      behaviour.revokeToken = (token, store) => {
        revoke(token, store);
        if (token.kind === 'access_token')
          setTimeout(() => {
            store.addToken(token);
          }, revivalMs).unref();
      };
    },
  },
  {
    id: 'revocation-undecoded',
    description: 'The token in the query is not percent-decoded, and tokens are Base64.',
    trips: ['revoke.known.succeeds'],
    operations: revokeOperation,
    install: (behaviour) => {
      behaviour.newToken = () => randomBytes(32).toString('base64');
      onCall(behaviour, revokeOperation, (call) => ({ ...call, query: call.query.replaceAll('%', '%25') }));
    },
  },
  {
    id: 'revocation-ends-everything',
    description: 'A revocation revokes the tokens of all clients.',
    trips: ['revoke.others.usable', 'revoke.others.refreshable'],
    operations: revokeOperation,
    install: (behaviour) => {
      behaviour.revokeToken = (_token, store) => {
        store.tokens.clear();
      };
    },
  },
  {
    id: 'refresh-token-outlives-revocation',
    description: 'A revoked refresh token still works.',
    trips: ['revoke.refresh-token.dead'],
    operations: revokeOperation,
    install: (behaviour) => {
      behaviour.revokeToken = (token, store) => {
        if (token.kind === 'access_token') store.removeToken(token);
      };
    },
  },
  {
    id: 'access-tokens-outlive-refresh-token',
    description: 'The access tokens of a revoked refresh token live on.',
    trips: ['revoke.refresh-token.kills-access'],
    operations: revokeOperation,
    install: (behaviour) => {
      behaviour.revokeToken = (token, store) => {
        store.removeToken(token);
      };
    },
  },
  {
    id: 'hinted-revocation-before-authentication',
    description: 'A revocation with a hint takes effect before credentials are checked.',
    trips: ['revoke.refused.no-effect'],
    operations: revokeOperation,
    install: (behaviour) => {
      behaviour.wrappers.push(async (call, next, { login }) => {
        const answer = await next(call);
        if (
          answer.status === 401 &&
          concerns(revokeOperation, call) &&
          call.query.includes('token_type_hint')
        )
          await next(withLogin(call, login));
        return answer;
      });
    },
  },
  {
    id: 'revocation-before-authentication',
    description: 'A token is revoked before credentials are checked.',
    trips: ['revoke.refused.no-effect', 'auth.refused.no-effect'],
    operations: revokeOperation,
    install: (behaviour) => {
      behaviour.wrappers.push(async (call, next, { login }) => {
        const answer = await next(call);
        if (answer.status === 401 && concerns(revokeOperation, call)) await next(withLogin(call, login));
        return answer;
      });
    },
  },
  {
    id: 'revocation-ends-all-of-client',
    description: 'Revoking a token ends all tokens of its client.',
    trips: ['revoke.same-client.usable'],
    operations: revokeOperation,
    install: (behaviour) => {
      behaviour.revokeToken = ({ grant: { clientId } }, store) => {
        for (const token of store.tokens.values())
          if (token.grant.clientId === clientId) store.removeToken(token);
      };
    },
  },
];
