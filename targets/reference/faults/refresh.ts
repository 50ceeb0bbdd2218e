import { randomInt } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import type { ReferenceBehaviour } from '../behaviour.ts';
import { randomText } from '../behaviour.ts';
import { bodyForm } from '../wrap/read-call.ts';
import { clientNames, generatedClients } from '../wrap/remember-clients.ts';
import { onCall, withForm } from '../wrap/change-call.ts';
import { onSuccess } from '../wrap/change-answer.ts';
import { tokenOperation } from '../wrap/concern.ts';
import { refuseWhen } from '../wrap/refuse-call.ts';
import type { Fault } from './fault.ts';

/** Lets some refreshes leave their old token good for a moment after they have replaced it. */
function replaceLate(behaviour: ReferenceBehaviour, isLate: () => boolean): void {
  behaviour.wrappers.push(async (call, next, { store }) => {
    const old = store.tokens.get(bodyForm(call).get('refresh_token') ?? '');
    const answer = await next(call);
    if (old === undefined || store.tokens.has(old.value) || !isLate()) return answer;
    store.addToken(old);
    await setTimeout(20);
    store.removeToken(old);
    return answer;
  });
}

export const refreshFaults: readonly Fault[] = [
  {
    id: 'refreshed-token-refused',
    description: 'The access token of a refresh does not open the gateway.',
    trips: ['refresh.access-token.accepted'],
    operations: tokenOperation,
    install: (behaviour) => {
      onSuccess(behaviour, tokenOperation, (body, call, { store }) => {
        if (bodyForm(call).get('grant_type') === 'refresh_token')
          store.tokens.delete(String(body['access_token']));
        return body;
      });
    },
  },
  {
    id: 'second-refreshed-token-dead',
    description: 'The access token of a second refresh is not stored.',
    trips: ['refresh.access-token.accepted'],
    install: (behaviour) => {
      const refreshed = new Set<string>();
      onSuccess(behaviour, tokenOperation, (body, call, { store }) => {
        const form = bodyForm(call);
        const id = form.get('client_id') ?? '';
        if (!form.has('refresh_token')) return body;
        const token = store.tokens.get(String(body['access_token']));
        if (refreshed.has(id) && token !== undefined) store.removeToken(token);
        refreshed.add(id);
        return body;
      });
    },
  },
  {
    id: 'generated-token-for-any-client',
    description: 'A generated refresh token works for any client.',
    trips: ['refresh.client.bound'],
    install: (behaviour) => {
      const generated = generatedClients(behaviour);
      behaviour.refreshFitsClient = ({ grant }, client) =>
        grant.clientId === client.client_id || generated.has(grant.clientId);
    },
  },
  {
    id: 'refresh-for-any-client',
    description: 'A refresh token can be used by another client.',
    trips: ['refresh.client.bound'],
    operations: tokenOperation,
    install: (behaviour) => {
      behaviour.refreshFitsClient = () => true;
    },
  },
  {
    id: 'refresh-for-namesakes',
    description: 'A refresh token works for any client of the same name.',
    trips: ['refresh.client.bound'],
    install: (behaviour) => {
      const names = clientNames(behaviour);
      behaviour.refreshFitsClient = (token, client) => names.get(token.grant.clientId) === client.client_name;
    },
  },
  {
    id: 'refresh-by-any-value',
    description: 'Any refresh token is as good as the last one issued to the client.',
    trips: ['refresh.invented.refused'],
    operations: tokenOperation,
    install: (behaviour) => {
      onCall(behaviour, tokenOperation, (call, { store }) => {
        const form = bodyForm(call);
        const own = [...store.tokens.values()].filter(
          (token) => token.kind === 'refresh_token' && token.grant.clientId === form.get('client_id'),
        );
        const last = own.at(-1);
        if (form.get('grant_type') !== 'refresh_token' || last === undefined) return call;
        form.set('refresh_token', last.value);
        return withForm(call, form);
      });
    },
  },
  {
    id: 'refresh-by-access-token',
    description: 'An access token serves as refresh token.',
    trips: ['refresh.kind.checked'],
    operations: tokenOperation,
    install: (behaviour) => {
      onCall(behaviour, tokenOperation, (call, { store }) => {
        const form = bodyForm(call);
        const given = store.tokens.get(form.get('refresh_token') ?? '');
        const token = [...(given?.grant.tokens ?? [])].find(({ kind }) => kind === 'refresh_token');
        if (given?.kind !== 'access_token' || token === undefined) return call;
        form.set('refresh_token', token.value);
        return withForm(call, form);
      });
    },
  },
  {
    id: 'refresh-by-redeemed-code',
    description: 'A redeemed code serves as refresh token.',
    trips: ['refresh.kind.checked'],
    operations: tokenOperation,
    install: (behaviour) => {
      onCall(behaviour, tokenOperation, (call, { store }) => {
        const form = bodyForm(call);
        const tokens = store.codes.get(form.get('refresh_token') ?? '')?.grant?.tokens ?? [];
        const token = [...tokens].find(({ kind }) => kind === 'refresh_token');
        if (token === undefined) return call;
        form.set('refresh_token', token.value);
        return withForm(call, form);
      });
    },
  },
  {
    id: 'refresh-race',
    description: 'A refresh token is good until all who have come with it were answered.',
    trips: ['refresh.race.single'],
    operations: tokenOperation,
    install: (behaviour) => {
      replaceLate(behaviour, () => true);
    },
  },
  {
    id: 'refresh-race-seldom',
    description: 'One refresh in eight reads its token before those that came with it have replaced it.',
    trips: ['refresh.race.single'],
    operations: tokenOperation,
    install: (behaviour) => {
      replaceLate(behaviour, () => randomInt(8) === 0);
    },
  },
  {
    id: 'refresh-token-refused',
    description: 'A refresh token is never accepted.',
    trips: ['refresh.redeemed-token.works', 'refresh.grant.works'],
    operations: tokenOperation,
    install: (behaviour) => {
      behaviour.refreshFitsClient = () => false;
    },
  },
  {
    id: 'returned-refresh-token-unknown',
    description: 'A refresh returns a new refresh token and does not store it.',
    trips: ['refresh.returned-token.works'],
    operations: tokenOperation,
    install: (behaviour) => {
      onSuccess(behaviour, tokenOperation, (body, call) =>
        bodyForm(call).has('refresh_token') ? { ...body, refresh_token: randomText(32) } : body,
      );
    },
  },
  {
    id: 'three-refreshes-a-client',
    description: 'A client can refresh three times.',
    trips: ['refresh.returned-token.works'],
    operations: tokenOperation,
    install: (behaviour) => {
      const counts = new Map<string, number>();
      refuseWhen(behaviour, tokenOperation, (call) => {
        const form = bodyForm(call);
        if (form.get('grant_type') !== 'refresh_token') return false;
        const id = form.get('client_id') ?? '';
        const count = (counts.get(id) ?? 0) + 1;
        counts.set(id, count);
        return count > 3;
      });
    },
  },
  {
    id: 'rotation-keeps-old-token',
    description: 'Refresh tokens rotate, and the old ones stay good.',
    trips: ['refresh.rotated.old-refused'],
    operations: tokenOperation,
    install: (behaviour) => {
      behaviour.wrappers.push(async (call, next, { store }) => {
        const old = store.tokens.get(bodyForm(call).get('refresh_token') ?? '');
        const answer = await next(call);
        if (old !== undefined) store.addToken(old);
        return answer;
      });
    },
  },
  {
    id: 'scope-lost-by-refresh',
    description: 'A refreshed token has no scope.',
    trips: ['refresh.scope.kept'],
    operations: tokenOperation,
    install: (behaviour) => {
      onSuccess(behaviour, tokenOperation, (body, call) =>
        bodyForm(call).has('refresh_token') ? { ...body, scope: '' } : body,
      );
    },
  },
  {
    id: 'scope-by-prefix-on-refresh',
    description:
      'A refresh gives the scope that it asks for where that starts with the one that was granted.',
    trips: ['refresh.scope.within-grant'],
    operations: tokenOperation,
    install: (behaviour) => {
      onSuccess(behaviour, tokenOperation, (body, call) => {
        const form = bodyForm(call);
        const asked = form.get('scope') ?? '';
        const isPrefixed = asked.startsWith(String(body['scope'])) && !asked.includes(' ');
        return form.get('grant_type') === 'refresh_token' && isPrefixed ? { ...body, scope: asked } : body;
      });
    },
  },
  {
    id: 'scope-widened-by-refresh',
    description: 'A refreshed token has all scopes of the client.',
    trips: ['refresh.scope.within-grant'],
    operations: tokenOperation,
    install: (behaviour) => {
      onSuccess(behaviour, tokenOperation, (body, call, { store }) => {
        const form = bodyForm(call);
        const client = store.clients.get(form.get('client_id') ?? '');
        return form.get('grant_type') === 'refresh_token' && client !== undefined
          ? { ...body, scope: client.default_scopes.join(' ') }
          : body;
      });
    },
  },
  {
    id: 'scope-widened-by-second-refresh',
    description: 'From the second refresh on a token has all scopes of the client.',
    trips: ['refresh.scope.within-grant'],
    operations: tokenOperation,
    install: (behaviour) => {
      const refreshed = new Set<string>();
      onSuccess(behaviour, tokenOperation, (body, call, { store }) => {
        const form = bodyForm(call);
        const id = form.get('client_id') ?? '';
        const client = store.clients.get(id);
        if (form.get('grant_type') !== 'refresh_token' || client === undefined) return body;
        const isFirst = !refreshed.has(id);
        refreshed.add(id);
        return isFirst ? body : { ...body, scope: client.default_scopes.join(' ') };
      });
    },
  },
];
