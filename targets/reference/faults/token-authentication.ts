import { splitAt } from '../read-pairs.ts';
import { bodyForm } from '../wrap/read-call.ts';
import { onAnswer, onSuccess, withoutHeader, withStatus } from '../wrap/change-answer.ts';
import { onCall, withForm } from '../wrap/change-call.ts';
import { tokenOperation, updateOperation } from '../wrap/concern.ts';
import { refuseMalformedSecrets } from '../wrap/refuse-call.ts';
import type { Fault } from './fault.ts';

/** Faults in how clients authenticate at the token endpoint. */
export const tokenAuthenticationFaults: readonly Fault[] = [
  {
    id: 'wrong-secret-400',
    description: 'A wrong client secret is answered with 400.',
    trips: ['token.client.unauthorized'],
    operations: tokenOperation,
    install: (behaviour) => {
      onAnswer(behaviour, tokenOperation, (answer, call) =>
        answer.status === 401 && call.headers.authorization !== undefined
          ? withStatus(withoutHeader(answer, 'WWW-Authenticate'), 400)
          : answer,
      );
    },
  },
  {
    id: 'malformed-secret-400',
    description: 'A client secret that is malformed is answered with 400.',
    trips: ['token.malformed-secret.unauthorized'],
    operations: tokenOperation,
    install: refuseMalformedSecrets,
  },
  {
    id: 'unknown-client-told-apart',
    description: 'The token endpoint tells an unknown client from a wrong secret.',
    trips: ['token.client.indistinct'],
    operations: tokenOperation,
    install: (behaviour) => {
      onAnswer(behaviour, tokenOperation, (answer, call, { store }) =>
        answer.status !== 401 ||
        answer.body === null ||
        store.clients.has(bodyForm(call).get('client_id') ?? '')
          ? answer
          : {
              ...answer,
              body: {
                ...answer.body,
                message_list: [{ message: 'The client does not exist.', reason: 'ENTITY_NOT_FOUND' }],
              },
            },
      );
    },
  },
  {
    id: 'any-client-id-gets-token',
    description: 'An unknown client gets a token for the code of another.',
    trips: ['token.client.known'],
    operations: tokenOperation,
    install: (behaviour) => {
      onCall(behaviour, tokenOperation, (call, { store }) => {
        const form = bodyForm(call);
        const owner = store.clients.get(store.codes.get(form.get('code') ?? '')?.clientId ?? '');
        if (owner === undefined || store.clients.has(form.get('client_id') ?? '')) return call;
        form.set('client_id', owner.client_id);
        form.set('client_secret', owner.client_secret);
        return withForm(call, form);
      });
    },
  },
  {
    id: 'secret-rotated-silently',
    description: 'An update rotates the secret and answers the old one.',
    trips: ['token.current-secret.accepted'],
    operations: updateOperation,
    install: (behaviour) => {
      onSuccess(behaviour, updateOperation, (body, _call, { store }) => {
        const client = store.clients.get(String(body['client_id']));
        if (client !== undefined) store.putClient({ ...client, client_secret: behaviour.newClientSecret() });
        return body;
      });
    },
  },
  {
    id: 'old-secret-works',
    description: 'An update rotates the secret, and the old one stays good.',
    trips: ['token.rotated-secret.refused'],
    operations: updateOperation,
    install: (behaviour) => {
      const olds = new Set<string>();
      const update = behaviour.updateClient;
      behaviour.updateClient = (client, input) => {
        olds.add(client.client_secret);
        return update(client, input);
      };
      behaviour.secretMatches = (given, right) => given === right || olds.has(given);
    },
  },
  {
    id: 'client-secret-by-prefix',
    description: 'A client secret that the right one starts with is right.',
    trips: ['token.secret.checked'],
    operations: tokenOperation,
    install: (behaviour) => {
      behaviour.secretMatches = (given, right) => right.startsWith(given);
    },
  },
  {
    id: 'client-secret-cut-at-nul',
    description: 'A client secret is compared up to its first NUL.',
    trips: ['token.secret.checked'],
    operations: tokenOperation,
    install: (behaviour) => {
      behaviour.secretMatches = (given, right) => splitAt(given, '\0')[0] === right;
    },
  },
  {
    id: 'client-secret-in-any-case',
    description: 'The case of the client secret is ignored.',
    trips: ['token.secret.checked'],
    operations: tokenOperation,
    install: (behaviour) => {
      behaviour.secretMatches = (given, right) => given.toLowerCase() === right.toLowerCase();
    },
  },
  {
    id: 'client-secret-last-character-ignored',
    description: 'The last character of the client secret is ignored.',
    trips: ['token.secret.checked'],
    operations: tokenOperation,
    install: (behaviour) => {
      behaviour.secretMatches = (given, right) =>
        given.slice(0, right.length - 1) === right.slice(0, -1) && given.length === right.length;
    },
  },
  {
    id: 'client-secret-of-any-client',
    description: 'The secret of any client is right for each.',
    trips: ['token.secret.checked'],
    operations: tokenOperation,
    install: (behaviour) => {
      const secrets = new Set<string>();
      const make = behaviour.newClientSecret;
      behaviour.newClientSecret = () => {
        const secret = make();
        secrets.add(secret);
        return secret;
      };
      behaviour.secretMatches = (given) => secrets.has(given);
    },
  },
  {
    id: 'client-secret-padded',
    description: 'Characters after the client secret are ignored.',
    trips: ['token.secret.checked'],
    operations: tokenOperation,
    install: (behaviour) => {
      behaviour.secretMatches = (given, right) => given.startsWith(right);
    },
  },
  {
    id: 'client-secret-unchecked',
    description: 'Any client secret is right.',
    trips: ['token.secret.checked'],
    operations: tokenOperation,
    install: (behaviour) => {
      behaviour.secretMatches = () => true;
    },
  },
  {
    id: 'generated-secret-unchecked',
    description: 'The client of a generated token needs no secret.',
    trips: ['token.secret.checked'],
    operations: tokenOperation,
    install: (behaviour) => {
      onCall(behaviour, tokenOperation, (call, { store }) => {
        const form = bodyForm(call);
        const client = store.clients.get(form.get('client_id') ?? '');
        if (client === undefined || client.redirect_uris.length > 0) return call;
        form.set('client_secret', client.client_secret);
        return withForm(call, form);
      });
    },
  },
  {
    id: 'refresh-without-secret',
    description: 'A refresh does not look at the client secret.',
    trips: ['token.secret.checked'],
    operations: tokenOperation,
    install: (behaviour) => {
      onCall(behaviour, tokenOperation, (call, { store }) => {
        const form = bodyForm(call);
        const client = store.clients.get(form.get('client_id') ?? '');
        if (form.get('grant_type') !== 'refresh_token' || client === undefined) return call;
        form.set('client_secret', client.client_secret);
        return withForm(call, form);
      });
    },
  },
];
