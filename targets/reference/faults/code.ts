import { randomInt } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { randomText } from '../behaviour.ts';
import type { OauthClientResponse } from '../../../spec/models.ts';
import type { Code } from '../store.ts';
import { bodyForm } from '../wrap/read-call.ts';
import { clientNames } from '../wrap/remember-clients.ts';
import { authorizeOperation, concerns, formOperations, tokenOperation } from '../wrap/concern.ts';
import { onCall, withForm } from '../wrap/change-call.ts';
import { onSecondTry } from '../wrap/wrap-all.ts';
import type { Fault } from './fault.ts';

export const codeFaults: readonly Fault[] = [
  {
    id: 'code-for-any-client',
    description: 'A code can be redeemed by another client.',
    trips: ['code.client.bound'],
    operations: tokenOperation,
    install: (behaviour) => {
      behaviour.codeFitsClient = () => true;
    },
  },
  {
    id: 'code-for-namesakes',
    description: 'A code can be redeemed by any client of the same name.',
    trips: ['code.client.bound'],
    install: (behaviour) => {
      const names = clientNames(behaviour);
      behaviour.codeFitsClient = (code, client) => names.get(code.clientId) === client.client_name;
    },
  },
  {
    id: 'code-moves-to-who-tries',
    description: 'A client that fails to redeem a code can redeem it the next time.',
    trips: ['code.client.bound'],
    operations: tokenOperation,
    install: (behaviour) => {
      const passes = onSecondTry();
      behaviour.codeFitsClient = (code, client) =>
        passes(`${code.value} ${client.client_id}`, code.clientId === client.client_id);
    },
  },
  {
    id: 'deleted-client-gets-tokens',
    description: 'The token endpoint goes on to serve a client that was deleted.',
    trips: ['code.deleted-client.refused', 'refresh.deleted-client.refused'],
    operations: tokenOperation,
    install: (behaviour) => {
      const deleted = new Map<
        string,
        { readonly client: OauthClientResponse; readonly codes: readonly Code[] }
      >();
      behaviour.tokensOutliveClient = true;
      behaviour.wrappers.push(async (call, next, { store }) => {
        const before = store.clients.get(call.clientId);
        if (call.operation === 'oauth_client_client_id_delete' && before !== undefined) {
          const codes = [...store.codes.values()].filter(({ clientId }) => clientId === before.client_id);
          deleted.set(before.client_id, { client: before, codes });
        }
        const ghost = deleted.get(bodyForm(call).get('client_id') ?? '');
        if (call.operation !== 'oauth_token_post' || ghost === undefined) return next(call);
        store.putClient(ghost.client);
        for (const code of ghost.codes) store.addCode(code);
        try {
          return await next(call);
        } finally {
          store.removeClient(ghost.client.client_id, true);
        }
      });
    },
  },
  {
    id: 'codes-overwritten',
    description: 'A new code of a client ends the one before.',
    trips: ['code.earlier.redeemable'],
    operations: authorizeOperation,
    install: (behaviour) => {
      behaviour.preconditions.push((call, { store }) => {
        if (!concerns(authorizeOperation, call)) return;
        const clientId = bodyForm(call).get('client_id');
        for (const { value, clientId: owner } of store.codes.values())
          if (owner === clientId) store.codes.delete(value);
      });
    },
  },
  {
    id: 'code-in-any-case',
    description: 'The case of a code is ignored.',
    trips: ['code.invented.refused'],
    operations: tokenOperation,
    install: (behaviour) => {
      onCall(behaviour, tokenOperation, (call, { store }) => {
        const form = bodyForm(call);
        const given = form.get('code')?.toLowerCase();
        const known = [...store.codes.keys()].find((code) => code.toLowerCase() === given);
        if (known === undefined) return call;
        form.set('code', known);
        return withForm(call, form);
      });
    },
  },
  {
    id: 'code-of-any-value',
    description: 'Whatever comes as a code stands for the last one of the client.',
    trips: ['code.invented.refused'],
    operations: tokenOperation,
    install: (behaviour) => {
      onCall(behaviour, tokenOperation, (call, { store }) => {
        const form = bodyForm(call);
        const codes = [...store.codes.values()].filter(({ clientId }) => clientId === form.get('client_id'));
        const last = codes.at(-1);
        if (!form.has('code') || store.codes.has(form.get('code') ?? '') || last === undefined) return call;
        form.set('code', last.value);
        return withForm(call, form);
      });
    },
  },
  {
    id: 'code-by-token',
    description: 'A token can be redeemed as if it were a code.',
    trips: ['code.kind.checked'],
    operations: tokenOperation,
    install: (behaviour) => {
      onCall(behaviour, tokenOperation, (call, { store }) => {
        const form = bodyForm(call);
        const token = store.tokens.get(form.get('code') ?? '');
        if (token === undefined) return call;
        const { value, expiresAt, grant } = token;
        const redirectUri = form.get('redirect_uri') ?? '';
        store.addCode({ ...grant, value, redirectUri, expiresAt, grant: null });
        return call;
      });
    },
  },
  {
    id: 'codes-live-two-seconds',
    description: 'A code dies after two seconds.',
    trips: ['code.later.redeemable'],
    operations: formOperations,
    install: (behaviour) => {
      behaviour.codeLifetimeMs = 2000;
    },
  },
  {
    id: 'code-race',
    description: 'Between check and spending of a code others can redeem it too.',
    trips: ['code.race.single'],
    operations: tokenOperation,
    install: (behaviour) => {
      behaviour.beforeSpending = () => setTimeout(20);
    },
  },
  {
    id: 'code-race-seldom',
    description: 'Of those who come with a code just after it was spent, one in twenty can redeem it too.',
    trips: ['code.race.single'],
    operations: tokenOperation,
    install: (behaviour) => {
      const spentAt = new Map<string, number>();
      behaviour.codeIsSpent = ({ value, grant }) => {
        if (grant === null) spentAt.set(value, Date.now());
        const isRecent = Date.now() - (spentAt.get(value) ?? 0) < 50;
        return grant !== null && !(isRecent && randomInt(20) === 0);
      };
    },
  },
  {
    id: 'code-for-any-redirect-uri',
    description: 'A code can be redeemed with another redirect URI.',
    trips: ['code.redirect.bound'],
    operations: tokenOperation,
    install: (behaviour) => {
      behaviour.codeFitsRedirectUri = () => true;
    },
  },
  {
    id: 'code-moves-to-uri-tried',
    description: 'A redirect URI that fails for a code is good for it the next time.',
    trips: ['code.redirect.bound'],
    operations: tokenOperation,
    install: (behaviour) => {
      const passes = onSecondTry();
      behaviour.codeFitsRedirectUri = (code, redirectUri) =>
        passes(`${code.value} ${redirectUri}`, code.redirectUri === redirectUri);
    },
  },
  {
    id: 'code-redirect-uri-by-host',
    description: 'Of the redirect URI of a code only the host counts.',
    trips: ['code.redirect.bound'],
    operations: tokenOperation,
    install: (behaviour) => {
      behaviour.codeFitsRedirectUri = (code, uri) =>
        URL.canParse(uri) && new URL(uri).host === new URL(code.redirectUri).host;
    },
  },
  {
    id: 'code-redirect-uri-of-last',
    description: 'A code goes with the redirect URI of the last authorization of its client.',
    trips: ['code.redirect.bound'],
    install: (behaviour) => {
      const last = new Map<string, string>();
      onCall(behaviour, authorizeOperation, (call) => {
        const form = bodyForm(call);
        last.set(form.get('client_id') ?? '', form.get('redirect_uri') ?? '');
        return call;
      });
      behaviour.codeFitsRedirectUri = (code, redirectUri) => redirectUri === last.get(code.clientId);
    },
  },
  {
    id: 'replay-revokes-nothing',
    description: 'A replayed code is refused, and the tokens issued for it live on.',
    trips: ['code.replay.kills-access', 'code.replay.kills-refresh'],
    operations: tokenOperation,
    install: (behaviour) => {
      behaviour.onReplay = () => undefined;
    },
  },
  {
    id: 'code-redeemed-twice',
    description: 'A code can be redeemed again and again.',
    trips: ['code.replay.refused'],
    operations: tokenOperation,
    install: (behaviour) => {
      behaviour.codeIsSpent = () => false;
    },
  },
  {
    id: 'codes-of-client-ids',
    description: 'A code is the id of the client and some 12 random bits.',
    trips: ['code.value.unguessable'],
    operations: authorizeOperation,
    install: (behaviour) => {
      behaviour.preconditions.push((call) => {
        if (!concerns(authorizeOperation, call)) return;
        // Nothing is awaited between a precondition and the new code of its call.
        const clientId = bodyForm(call).get('client_id') ?? '';
        behaviour.newCode = () => `${clientId}${randomText(9).slice(0, 2)}`;
      });
    },
  },
  {
    id: 'codes-sequential',
    description: 'Codes are numbers in sequence.',
    trips: ['code.value.unguessable'],
    operations: authorizeOperation,
    install: (behaviour) => {
      let count = 0;
      behaviour.newCode = () => String(1_000_000 + ++count);
    },
  },
  {
    id: 'codes-short',
    description: 'Codes have 24 random bits.',
    trips: ['code.value.unguessable'],
    operations: authorizeOperation,
    install: (behaviour) => {
      behaviour.newCode = () => randomText(3);
    },
  },
  {
    id: 'codes-constant',
    description: 'A client gets the same code each time.',
    trips: ['code.value.unique'],
    operations: authorizeOperation,
    install: (behaviour) => {
      behaviour.newCode = () => 'SplxlOBeZQQYbYS6WxSbIA';
    },
  },
  {
    id: 'codes-in-latin-1',
    description: 'Codes hold characters that are not printable ASCII.',
    trips: ['code.value.visible'],
    operations: authorizeOperation,
    install: (behaviour) => {
      behaviour.newCode = () => `${randomText(24)}é\t`;
    },
  },
];
