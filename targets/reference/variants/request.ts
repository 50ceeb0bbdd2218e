import { bodyMembers } from '../wrap/read-call.ts';
import { onAnswer, withStatus } from '../wrap/change-answer.ts';
import { onCall } from '../wrap/change-call.ts';
import {
  bodyOperations,
  formOperations,
  idOperations,
  inputOperations,
  jsonOperations,
  queryOperations,
} from '../wrap/concern.ts';
import { refuseWhen } from '../wrap/refuse-call.ts';
import type { Variant } from './variant.ts';

const known = ['client_name', 'client_description', 'redirect_uris', 'default_scopes'];

/** Lawful ways to read requests, and to refuse them. */
export const requestVariants: readonly Variant[] = [
  {
    id: 'any-redirect-uri-registered',
    description:
      'Redirect URIs are not looked at when they are registered, but for their fragments; those that are no URIs cannot be used.',
    install: (behaviour) => {
      const isUri = behaviour.acceptsRedirectUri;
      const matches = behaviour.redirectUriMatches;
      behaviour.acceptsRedirectUri = (uri) => !uri.includes('#');
      behaviour.redirectUriMatches = (given, registered) => isUri(given) && matches(given, registered);
    },
  },
  {
    id: 'bad-escapes-tolerated',
    description: 'Bad percent escapes stand for themselves.',
    install: (behaviour) => {
      onCall(behaviour, 'all', (call) => ({
        ...call,
        query: call.query.replace(/%(?![0-9a-f]{2})/gi, '%25'),
        clientId: call.clientId.replace(/%(?![0-9a-f]{2})/gi, '%25'),
      }));
      onCall(behaviour, formOperations, (call) => ({
        ...call,
        body: Buffer.from(
          Buffer.from(call.body)
            .toString('latin1')
            .replace(/%(?![0-9a-f]{2})/gi, '%25'),
          'latin1',
        ),
      }));
    },
  },
  {
    id: 'deep-json-refused',
    description: 'JSON deeper than 32 is refused.',
    install: (behaviour) => {
      refuseWhen(behaviour, jsonOperations, (call) =>
        /(?:[[{][^[\]{}]{0,40}){33}/.test(Buffer.from(call.body).toString()),
      );
    },
  },
  {
    id: 'duplicate-members-refused',
    description: 'A JSON object that has a member twice is refused.',
    install: (behaviour) => {
      refuseWhen(behaviour, jsonOperations, (call) => {
        const names = [
          ...Buffer.from(call.body)
            .toString()
            .matchAll(/"(\w+)"\s*:/g),
        ].map((match) => match[1]);
        return new Set(names).size < names.length;
      });
    },
  },
  {
    id: 'invalid-utf-8-replaced',
    description: 'Invalid UTF-8 becomes replacement characters.',
    install: (behaviour) => {
      onCall(behaviour, bodyOperations, (call) => ({
        ...call,
        body: Buffer.from(Buffer.from(call.body).toString()),
      }));
    },
  },
  {
    id: 'long-ids-414',
    description: 'An id of over 1024 characters is answered with 414.',
    install: (behaviour) => {
      onAnswer(behaviour, idOperations, (answer, call) =>
        call.clientId.length > 1024 && answer.status === 404 ? withStatus(answer, 414) : answer,
      );
    },
  },
  {
    id: 'media-type-400',
    description: 'Another media type is answered with 400.',
    install: (behaviour) => {
      onAnswer(behaviour, 'all', (answer) => (answer.status === 415 ? withStatus(answer, 400) : answer));
    },
  },
  {
    id: 'media-type-unchecked-on-json',
    description: 'The JSON operations read JSON out of any media type, which is a warning.',
    install: (behaviour) => {
      onCall(behaviour, jsonOperations, (call) => ({
        ...call,
        headers: { ...call.headers, 'content-type': 'application/json' },
      }));
    },
  },
  {
    id: 'null-characters-refused',
    description: 'A text with a NUL is refused.',
    install: (behaviour) => {
      refuseWhen(behaviour, jsonOperations, (call) =>
        Object.values(bodyMembers(call))
          .flat()
          .some((value) => typeof value === 'string' && value.includes('\0')),
      );
    },
  },
  {
    id: 'refusals-409',
    description: 'Invalid JSON input is answered with 409.',
    install: (behaviour) => {
      onAnswer(behaviour, jsonOperations, (answer) =>
        answer.status === 400 ? withStatus(answer, 409) : answer,
      );
    },
  },
  {
    id: 'refusals-422',
    description: 'Invalid JSON input is answered with 422.',
    install: (behaviour) => {
      onAnswer(behaviour, jsonOperations, (answer) =>
        answer.status === 400 ? withStatus(answer, 422) : answer,
      );
    },
  },
  {
    id: 'repeated-query-last-wins',
    description: 'Of a repeated query parameter the last counts.',
    install: (behaviour) => {
      onCall(behaviour, queryOperations, (call) =>
        /%(?![0-9a-f]{2})/i.test(call.query)
          ? call
          : {
              ...call,
              query: new URLSearchParams(Object.fromEntries(new URLSearchParams(call.query))).toString(),
            },
      );
    },
  },
  {
    id: 'unknown-members-refused',
    description: 'A member that the contract does not know is refused.',
    install: (behaviour) => {
      refuseWhen(behaviour, inputOperations, (call) =>
        Object.keys(bodyMembers(call)).some((name) => !known.includes(name)),
      );
    },
  },
];
