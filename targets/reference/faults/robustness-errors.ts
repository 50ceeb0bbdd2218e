import { isJsonObject } from '../../../spec/json-object.ts';
import { isUtf8 } from 'node:buffer';
import { Refusal } from '../refusal.ts';
import { bodyForm, bodyJson, bodyMembers, sentCredentials } from '../wrap/read-call.ts';
import {
  bodyOperations,
  concerns,
  formOperations,
  idOperations,
  jsonOperations,
  namingOperations,
  numberOperations,
  parameterOperations,
  readOperation,
  tokenOperation,
} from '../wrap/concern.ts';
import { failWhen } from '../wrap/refuse-call.ts';
import { onAnswer, withStatus } from '../wrap/change-answer.ts';
import type { Fault } from './fault.ts';

const longest = 4096;

/** Faults that answer with a server error. */
export const robustnessErrorFaults: readonly Fault[] = [
  {
    id: 'array-body-500',
    description: 'A body that is no object is an exception.',
    trips: ['robustness.server-error.none'],
    operations: jsonOperations,
    install: (behaviour) => {
      failWhen(behaviour, jsonOperations, (call) => !isJsonObject(bodyJson(call) ?? {}));
    },
  },
  {
    id: 'bad-escape-500',
    description: 'A bad percent escape is an exception.',
    trips: ['robustness.server-error.none'],
    operations: parameterOperations,
    install: (behaviour) => {
      failWhen(behaviour, parameterOperations, (call) =>
        /%(?![0-9a-f]{2})/i.test(`${call.query}${Buffer.from(call.body).toString()}`),
      );
    },
  },
  {
    id: 'bearer-500',
    description: 'An unknown Bearer token is an exception.',
    trips: ['robustness.server-error.none', 'session.answer.whole'],
    install: (behaviour) => {
      onAnswer(behaviour, 'all', (answer) =>
        answer.headers['WWW-Authenticate']?.startsWith('Bearer') === true ? withStatus(answer, 500) : answer,
      );
    },
  },
  {
    id: 'broken-json-500',
    description: 'Broken JSON is an exception.',
    trips: ['robustness.server-error.none'],
    operations: jsonOperations,
    install: (behaviour) => {
      failWhen(behaviour, jsonOperations, (call) => call.body.length > 0 && bodyJson(call) === undefined);
    },
  },
  {
    id: 'client-id-of-language-500',
    description: 'A client id that is a property of every object ends in a server error.',
    trips: ['robustness.server-error.none'],
    operations: readOperation,
    install: (behaviour) => {
      failWhen(behaviour, readOperation, ({ clientId }) => clientId in {});
    },
  },
  {
    id: 'credentials-not-ascii-500',
    description: 'Credentials that are not ASCII are an exception.',
    trips: ['robustness.server-error.none'],
    install: (behaviour) => {
      onAnswer(behaviour, 'all', (answer, call) => {
        const { scheme, value } = sentCredentials(call);
        const isAscii = Buffer.from(value, 'base64').every((byte) => byte < 128);
        return answer.status === 401 && scheme.toLowerCase() === 'basic' && !isAscii
          ? withStatus(answer, 500)
          : answer;
      });
    },
  },
  {
    id: 'deep-json-500',
    description: 'Deep JSON is an exception.',
    trips: ['robustness.server-error.none'],
    operations: jsonOperations,
    install: (behaviour) => {
      failWhen(behaviour, jsonOperations, (call) =>
        /(?:[[{][^[\]{}]{0,40}){32}/.test(Buffer.from(call.body).toString()),
      );
    },
  },
  {
    id: 'empty-body-500',
    description: 'An empty body is an exception.',
    trips: ['robustness.server-error.none'],
    operations: bodyOperations,
    install: (behaviour) => {
      failWhen(behaviour, bodyOperations, (call) => call.body.length === 0);
    },
  },
  {
    id: 'empty-pair-500',
    description: 'Two separators in a row in a form make the target fail.',
    trips: ['robustness.server-error.none'],
    operations: formOperations,
    install: (behaviour) => {
      failWhen(behaviour, formOperations, (call) => Buffer.from(call.body).includes('&&'));
    },
  },
  {
    id: 'invalid-utf-8-500',
    description: 'Invalid UTF-8 in a body is an exception.',
    trips: ['robustness.server-error.none'],
    operations: bodyOperations,
    install: (behaviour) => {
      failWhen(
        behaviour,
        bodyOperations,
        (call) => !isUtf8(call.body) || /%(?:c[01]|f[5-9a-f])/i.test(Buffer.from(call.body).toString()),
      );
    },
  },
  {
    id: 'large-integer-500',
    description: 'An integer beyond 32 bits is an exception.',
    trips: ['robustness.server-error.none'],
    operations: numberOperations,
    install: (behaviour) => {
      failWhen(behaviour, numberOperations, (call) =>
        Object.values(bodyMembers(call)).some(
          (value) => typeof value === 'number' && Math.abs(value) > 2 ** 31 - 1,
        ),
      );
    },
  },
  {
    id: 'lone-surrogate-500',
    description: 'Half a surrogate pair is an exception.',
    trips: ['robustness.server-error.none'],
    operations: namingOperations,
    install: (behaviour) => {
      failWhen(behaviour, namingOperations, (call) => /\\ud[89a-f]/i.test(JSON.stringify(bodyMembers(call))));
    },
  },
  {
    id: 'long-form-500',
    description: 'A form over 4 KiB makes the target fail.',
    trips: ['robustness.server-error.none'],
    operations: formOperations,
    install: (behaviour) => {
      failWhen(behaviour, formOperations, (call) => call.body.length > longest);
    },
  },
  {
    id: 'long-id-500',
    description: 'An id over 255 characters is an exception of the database.',
    trips: ['robustness.server-error.none'],
    operations: idOperations,
    install: (behaviour) => {
      failWhen(behaviour, idOperations, (call) => call.clientId.length > 255);
    },
  },
  {
    id: 'long-integer-500',
    description: 'An integer of thousands of digits is an exception.',
    trips: ['robustness.server-error.none'],
    operations: numberOperations,
    install: (behaviour) => {
      failWhen(behaviour, numberOperations, ({ body }) =>
        /(?<!\d)\d{4301}/.test(Buffer.from(body).toString()),
      );
    },
  },
  {
    id: 'long-text-500',
    description: 'A text over the limit is an exception of the database.',
    trips: ['robustness.server-error.none'],
    operations: namingOperations,
    install: (behaviour) => {
      onAnswer(behaviour, namingOperations, (answer, call) =>
        answer.status === 400 && call.body.length > 200 ? withStatus(answer, 500) : answer,
      );
    },
  },
  {
    id: 'missing-parameter-500',
    description: 'A missing parameter is an exception.',
    trips: ['robustness.server-error.none'],
    operations: tokenOperation,
    install: (behaviour) => {
      failWhen(behaviour, tokenOperation, (call) =>
        ['grant_type', 'client_id', 'client_secret'].some((name) => !bodyForm(call).has(name)),
      );
    },
  },
  {
    id: 'null-500',
    description: 'A null is an exception.',
    trips: ['robustness.server-error.none'],
    operations: jsonOperations,
    install: (behaviour) => {
      failWhen(behaviour, jsonOperations, (call) => Object.values(bodyMembers(call)).includes(null));
    },
  },
  {
    id: 'null-character-500',
    description: 'A NUL in a text is an exception of the database.',
    trips: ['robustness.server-error.none'],
    operations: namingOperations,
    install: (behaviour) => {
      failWhen(behaviour, namingOperations, (call) => JSON.stringify(bodyMembers(call)).includes('\\u0000'));
    },
  },
  {
    id: 'odd-credentials-500',
    description: 'An Authorization header that is not well-formed is an exception.',
    trips: ['robustness.server-error.none'],
    install: (behaviour) => {
      onAnswer(behaviour, 'all', (answer, call) =>
        answer.status === 401 &&
        call.headers.authorization !== undefined &&
        !/^(?:Basic [\w+/]{4,}=*|Bearer \S+)$/.test(call.headers.authorization)
          ? withStatus(answer, 500)
          : answer,
      );
    },
  },
  {
    id: 'odd-id-500',
    description: 'An id that is not ASCII is an exception.',
    trips: ['robustness.server-error.none'],
    operations: idOperations,
    install: (behaviour) => {
      failWhen(behaviour, idOperations, (call) => /%[89a-f]/i.test(call.clientId));
    },
  },
  {
    id: 'other-media-type-500',
    description: 'Another media type is an exception.',
    trips: ['robustness.server-error.none'],
    operations: bodyOperations,
    install: (behaviour) => {
      onAnswer(behaviour, bodyOperations, (answer) =>
        answer.status === 415 ? withStatus(answer, 500) : answer,
      );
    },
  },
  {
    id: 'parameter-of-language-500',
    description: 'A parameter that is a property of every object ends in a server error.',
    trips: ['robustness.server-error.none'],
    operations: formOperations,
    install: (behaviour) => {
      failWhen(behaviour, formOperations, (call) => [...bodyForm(call).keys()].some((name) => name in {}));
    },
  },
  {
    id: 'undocumented-method-500',
    description: 'A method that a path does not have is an exception.',
    trips: ['robustness.server-error.none'],
    install: (behaviour) => {
      onAnswer(behaviour, 'all', (answer) => (answer.status === 405 ? withStatus(answer, 500) : answer));
    },
  },
  {
    id: 'unknown-client-500',
    description: 'An unknown client is an exception.',
    trips: ['robustness.server-error.none'],
    operations: formOperations,
    install: (behaviour) => {
      behaviour.preconditions.push((call, { store }) => {
        const id = bodyForm(call).get('client_id');
        if (concerns(formOperations, call) && id !== null && !store.clients.has(id))
          throw new Refusal(500, 'INTERNAL_ERROR', 'Internal Server Error');
      });
    },
  },
  {
    id: 'wrong-type-500',
    description: 'A number where text is asked for is an exception.',
    trips: ['robustness.server-error.none'],
    operations: namingOperations,
    install: (behaviour) => {
      failWhen(behaviour, namingOperations, (call) =>
        Object.entries(bodyMembers(call)).some(
          ([name, value]) => name.startsWith('client_') && typeof value !== 'string',
        ),
      );
    },
  },
];
