import { htmlPage, onAnswer, onError, onMessage, withHeader, withoutMembers } from '../wrap/change-answer.ts';
import {
  authorizeOperation,
  formOperations,
  idOperations,
  jsonOperations,
  revokeOperation,
  tokenOperation,
} from '../wrap/concern.ts';
import { bodyForm, sentCredentials } from '../wrap/read-call.ts';
import type { Fault } from './fault.ts';

export const errorFaults: readonly Fault[] = [
  {
    id: 'errors-as-html',
    description: 'Refusals are pages of the web framework.',
    trips: ['error.envelope.documented'],
    install: (behaviour) => {
      onAnswer(behaviour, 'all', (answer) => (answer.status >= 400 ? htmlPage(answer) : answer));
    },
  },
  {
    id: 'framework-error-dialect',
    description: 'Refusals of bodies are those of the web framework.',
    trips: ['error.envelope.documented'],
    operations: jsonOperations,
    install: (behaviour) => {
      onAnswer(behaviour, jsonOperations, (answer) =>
        answer.status === 400
          ? { ...answer, body: { statusCode: 400, error: 'Bad Request', message: 'body is not valid' } }
          : answer,
      );
    },
  },
  {
    id: 'not-found-without-body',
    description: 'An unknown client is answered without a body.',
    trips: ['error.envelope.documented'],
    operations: idOperations,
    install: (behaviour) => {
      onAnswer(behaviour, idOperations, (answer) =>
        answer.status === 404 ? { ...answer, body: null } : answer,
      );
    },
  },
  {
    id: 'oauth-error-dialect',
    description: 'Refusals are those of RFC 6749 section 5.2.',
    trips: ['error.envelope.documented'],
    operations: formOperations,
    install: (behaviour) => {
      onError(behaviour, formOperations, () => ({
        error: 'invalid_request',
        error_description: 'The request is not valid.',
      }));
    },
  },
  {
    id: 'gateway-errors-as-html',
    description: 'Refusals of the gateway, for credentials and methods, are pages.',
    trips: ['error.envelope.gateway', 'error.envelope.documented'],
    install: (behaviour) => {
      onAnswer(behaviour, 'all', (answer) =>
        [401, 405].includes(answer.status) ? htmlPage(answer) : answer,
      );
    },
  },
  {
    id: 'errors-as-problem-json',
    description: 'Refusals are application/problem+json.',
    trips: ['error.content-type.json'],
    install: (behaviour) => {
      onAnswer(behaviour, 'all', (answer) =>
        answer.status >= 400 ? withHeader(answer, 'Content-Type', 'application/problem+json') : answer,
      );
    },
  },
  {
    id: 'errors-as-text-plain',
    description: 'The envelope of an unknown client is text/plain.',
    trips: ['error.content-type.json'],
    operations: idOperations,
    install: (behaviour) => {
      onAnswer(behaviour, idOperations, (answer) =>
        answer.status === 404 ? withHeader(answer, 'Content-Type', 'text/plain') : answer,
      );
    },
  },
  {
    id: 'state-failed',
    description: 'The state of a refusal is FAILED.',
    trips: ['error.state.error'],
    install: (behaviour) => {
      onError(behaviour, 'all', (envelope) => ({ ...envelope, state: 'FAILED' }));
    },
  },
  {
    id: 'state-missing',
    description: 'A refusal has no state.',
    trips: ['error.state.error'],
    operations: tokenOperation,
    install: (behaviour) => {
      onError(behaviour, tokenOperation, (envelope) => withoutMembers(envelope, 'state'));
    },
  },
  {
    id: 'code-as-text',
    description: 'The code of a refusal is a string.',
    trips: ['error.code.equals-status'],
    install: (behaviour) => {
      onError(behaviour, 'all', (envelope) => ({ ...envelope, code: String(envelope['code']) }));
    },
  },
  {
    id: 'code-missing',
    description: 'A refusal has no code.',
    trips: ['error.code.equals-status'],
    operations: revokeOperation,
    install: (behaviour) => {
      onError(behaviour, revokeOperation, (envelope) => withoutMembers(envelope, 'code'));
    },
  },
  {
    id: 'code-of-another-kind',
    description: 'The code of a refusal is that of an inner service.',
    trips: ['error.code.equals-status'],
    operations: jsonOperations,
    install: (behaviour) => {
      onError(behaviour, jsonOperations, (envelope) => ({ ...envelope, code: 602 }));
    },
  },
  {
    id: 'message-as-text',
    description: 'Messages are plain strings.',
    trips: ['error.message-list.filled'],
    operations: idOperations,
    install: (behaviour) => {
      onError(behaviour, idOperations, (envelope) => ({
        ...envelope,
        message_list: ['The client does not exist.'],
      }));
    },
  },
  {
    id: 'message-empty',
    description: 'Messages are empty.',
    trips: ['error.message-list.filled'],
    operations: jsonOperations,
    install: (behaviour) => {
      onMessage(behaviour, jsonOperations, (message) => ({ ...message, message: '' }));
    },
  },
  {
    id: 'message-list-empty',
    description: 'A refusal has no message.',
    trips: ['error.message-list.filled'],
    install: (behaviour) => {
      onError(behaviour, 'all', (envelope) => ({ ...envelope, message_list: [] }));
    },
  },
  {
    id: 'message-list-missing',
    description: 'A refusal has no list of messages.',
    trips: ['error.message-list.filled'],
    operations: authorizeOperation,
    install: (behaviour) => {
      onError(behaviour, authorizeOperation, (envelope) => withoutMembers(envelope, 'message_list'));
    },
  },
  {
    id: 'message-without-reason',
    description: 'Messages have no reason.',
    trips: ['error.message-list.filled'],
    install: (behaviour) => {
      onMessage(behaviour, 'all', ({ message }) => ({ message }));
    },
  },
  {
    id: 'kind-error',
    description: 'The kind of a refusal is error.',
    trips: ['error.kind.documented'],
    install: (behaviour) => {
      onError(behaviour, 'all', (envelope) => ({ ...envelope, kind: 'error' }));
    },
  },
  {
    id: 'kind-of-the-other-model',
    description: 'Refusals of clients are of kind oauth.',
    trips: ['error.kind.own'],
    install: (behaviour) => {
      onError(behaviour, 'all', (envelope) => ({ ...envelope, kind: 'oauth' }));
    },
  },
  {
    id: 'api-version-as-number',
    description: 'The API version is a number.',
    trips: ['error.members.typed'],
    install: (behaviour) => {
      onError(behaviour, 'all', (envelope) => ({ ...envelope, api_version: 3.1 }));
    },
  },
  {
    id: 'details-as-number',
    description: 'Details are a number.',
    trips: ['error.members.typed'],
    operations: jsonOperations,
    install: (behaviour) => {
      onMessage(behaviour, jsonOperations, (message) => ({ ...message, details: 42 }));
    },
  },
  {
    id: 'api-version-v4',
    description: 'The API version is that of another API.',
    trips: ['error.api-version.known'],
    install: (behaviour) => {
      onError(behaviour, 'all', (envelope) => ({ ...envelope, api_version: '4.0' }));
    },
  },
  {
    id: 'reason-in-own-words',
    description: 'The reason is not of the vocabulary.',
    trips: ['error.reason.known'],
    install: (behaviour) => {
      onMessage(behaviour, 'all', (message) => ({ ...message, reason: 'BAD_INPUT' }));
    },
  },
  {
    id: 'details-as-text',
    description: 'Details are a string.',
    trips: ['error.details.map'],
    install: (behaviour) => {
      onMessage(behaviour, 'all', (message) => ({ ...message, details: 'Request could not be processed.' }));
    },
  },
  {
    id: 'path-in-message',
    description: 'Messages hold a path of the server.',
    trips: ['error.leak.internals'],
    operations: jsonOperations,
    install: (behaviour) => {
      onMessage(behaviour, jsonOperations, (message) => ({
        ...message,
        message: 'schema /home/nutanix/aplos/schemas/oauth_client.json: not valid',
      }));
    },
  },
  {
    id: 'sql-in-message',
    description: 'Messages hold the statement of the database.',
    trips: ['error.leak.internals'],
    operations: idOperations,
    install: (behaviour) => {
      onMessage(behaviour, idOperations, (message) => ({
        ...message,
        message: "(ProgrammingError) SELECT client_secret FROM oauth_client WHERE client_id = 'x'",
      }));
    },
  },
  {
    id: 'stack-trace-in-message',
    description: 'Messages hold a stack trace.',
    trips: ['error.leak.internals'],
    install: (behaviour) => {
      onMessage(behaviour, 'all', (message) => ({
        ...message,
        message:
          'Traceback (most recent call last):\n  File "/srv/aplos/oauth/views.py", line 87, in dispatch\nKeyError',
      }));
    },
  },
  {
    id: 'right-secret-told',
    description: 'The refusal of a wrong client secret tells the right one.',
    trips: ['error.leak.secret'],
    operations: tokenOperation,
    install: (behaviour) => {
      onAnswer(behaviour, tokenOperation, (answer, call, { store }) => {
        const client = store.clients.get(bodyForm(call).get('client_id') ?? '');
        if (answer.status !== 401 || client === undefined) return answer;
        const message = { message: `expected ${client.client_secret}`, reason: 'AUTHENTICATION_REQUIRED' };
        return { ...answer, body: { ...answer.body, message_list: [message] } };
      });
    },
  },
  {
    id: 'credentials-echoed',
    description: 'A 401 repeats the credentials.',
    trips: ['error.sent-secret.not-repeated'],
    install: (behaviour) => {
      onMessage(behaviour, 'all', (message, call) => {
        const value = Buffer.from(sentCredentials(call).value, 'base64').toString();
        return { ...message, message: `not valid: ${value}` };
      });
    },
  },
  {
    id: 'secret-echoed',
    description: 'A refusal repeats the form.',
    trips: ['error.sent-secret.not-repeated'],
    operations: tokenOperation,
    install: (behaviour) => {
      onMessage(behaviour, tokenOperation, (message, call) => ({
        ...message,
        message: `not valid: ${decodeURIComponent(
          Buffer.from(call.body)
            .toString()
            .replace(/%(?![0-9a-f]{2})/gi, '%25'),
        )}`,
      }));
    },
  },
  {
    id: 'token-echoed',
    description: 'A refusal repeats the token.',
    trips: ['error.sent-secret.not-repeated'],
    operations: revokeOperation,
    install: (behaviour) => {
      onMessage(behaviour, revokeOperation, (message, call) => ({
        ...message,
        message: `no such token: ${call.query}`,
      }));
    },
  },
];
