import {
  onAnswer,
  onError,
  onMessage,
  withHeader,
  withoutHeader,
  withoutMembers,
} from '../wrap/change-answer.ts';
import { idOperations } from '../wrap/concern.ts';
import { withLogin } from '../wrap/change-call.ts';
import type { Variant } from './variant.ts';

/** Lawful forms of errors. */
export const errorVariants: readonly Variant[] = [
  {
    id: 'api-version-short',
    description: 'The API version is 3.1, as recorded.',
    install: (behaviour) => {
      onError(behaviour, 'all', (envelope) => ({ ...envelope, api_version: '3.1' }));
    },
  },
  {
    id: 'details-absent',
    description: 'Refusals are not detailed.',
    install: (behaviour) => {
      onMessage(behaviour, 'all', (message) => withoutMembers(message, 'details'));
    },
  },
  {
    id: 'details-of-lists',
    description: 'Details are a map of lists, as recorded.',
    install: (behaviour) => {
      onMessage(behaviour, 'all', (message) => ({
        ...message,
        details: { '': ['the request is not valid'] },
      }));
    },
  },
  {
    id: 'details-text',
    description: 'Details are a string, as recorded.',
    install: (behaviour) => {
      onMessage(behaviour, 'all', (message) => ({
        ...message,
        details: 'Basic realm="Intent Gateway Login Required"',
      }));
    },
  },
  {
    id: 'framework-404',
    description: 'An unknown path gets the body of the web framework, as users have met it.',
    install: (behaviour) => {
      onAnswer(behaviour, 'all', (answer, call) =>
        call.resource === null
          ? { ...answer, body: { message: 'The requested URL was not found on the server.' } }
          : answer,
      );
    },
  },
  {
    id: 'gateway-401-text',
    description: 'Missing or wrong credentials get a 401 that is not JSON, as users have met it.',
    install: (behaviour) => {
      onAnswer(behaviour, 'all', (answer, call, { login }) =>
        answer.status === 401 && call.headers.authorization !== withLogin(call, login).headers.authorization
          ? { ...withHeader(answer, 'Content-Type', 'text/plain'), payload: 'Unauthorized' }
          : answer,
      );
    },
  },
  {
    id: 'gateway-405-empty',
    description: 'A 405 has no body.',
    install: (behaviour) => {
      onAnswer(behaviour, 'all', (answer) =>
        answer.status === 405 ? { ...withoutHeader(answer, 'Content-Type'), body: null } : answer,
      );
    },
  },
  {
    id: 'kind-of-tokens',
    description: 'Refusals about tokens have the kind that the contract gives their operations.',
    install: (behaviour) => {
      onError(behaviour, ['oauth_generate_token_post', 'oauth_revoke_token_post'], (envelope) => ({
        ...envelope,
        kind: 'oauth_token',
      }));
    },
  },
  {
    id: 'kind-absent',
    description: 'Envelopes have no kind, as most that were recorded.',
    install: (behaviour) => {
      onError(behaviour, 'all', (envelope) => withoutMembers(envelope, 'kind'));
    },
  },
  {
    id: 'not-found-invalid-argument',
    description: 'An unknown client has the reason INVALID_ARGUMENT, as recorded from a gateway.',
    install: (behaviour) => {
      onMessage(behaviour, idOperations, (message) =>
        message['reason'] === 'ENTITY_NOT_FOUND' ? { ...message, reason: 'INVALID_ARGUMENT' } : message,
      );
    },
  },
];
