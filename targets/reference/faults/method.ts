import { jsonAnswer } from '../answer.ts';
import { onAnswer, withHeader, withoutHeader, withStatus } from '../wrap/change-answer.ts';
import { onCall } from '../wrap/change-call.ts';
import { authorizeOperation, idOperations } from '../wrap/concern.ts';
import type { Fault } from './fault.ts';

/** Faults in which methods a path accepts. */
export const methodFaults: readonly Fault[] = [
  {
    id: 'any-method-reads',
    description: 'A method that a client does not have reads it.',
    trips: ['method.undocumented.refused'],
    operations: idOperations,
    install: (behaviour) => {
      onCall(behaviour, 'all', (call) =>
        call.operation === null && call.clientId !== '' && call.method !== 'OPTIONS'
          ? { ...call, method: 'GET', operation: 'oauth_client_client_id_get' }
          : call,
      );
    },
  },
  {
    id: 'authorize-by-get',
    description: 'Authorization works by GET too, and a bare one gets a page.',
    trips: ['method.undocumented.refused'],
    operations: authorizeOperation,
    install: (behaviour) => {
      behaviour.wrappers.push((call, next) => {
        if (
          call.method !== 'GET' ||
          call.resource?.operations.has('POST') !== true ||
          !call.path.endsWith('/authorize')
        )
          return next(call);
        if (call.query === '') return jsonAnswer(200, {});
        const headers = { ...call.headers, 'content-type': 'application/x-www-form-urlencoded' };
        return next({
          ...call,
          headers,
          method: 'POST',
          operation: 'oauth_authorize_post',
          body: Buffer.from(call.query),
        });
      });
    },
  },
  {
    id: 'trace-echoes',
    description: 'TRACE is answered, with the credentials of the request.',
    trips: ['method.undocumented.refused'],
    install: (behaviour) => {
      onAnswer(behaviour, 'all', (answer, call) =>
        call.method === 'TRACE'
          ? {
              ...jsonAnswer(200, {}),
              payload: JSON.stringify(call.headers),
              headers: { 'Content-Type': 'message/http' },
            }
          : answer,
      );
    },
  },
  {
    id: 'undocumented-method-200',
    description: 'A method that a path does not have is answered with an empty object.',
    trips: ['method.undocumented.refused'],
    install: (behaviour) => {
      onAnswer(behaviour, 'all', (answer) => (answer.status === 405 ? jsonAnswer(200, {}) : answer));
    },
  },
  {
    id: 'undocumented-method-400',
    description: 'A method that a path does not have is answered with 400.',
    trips: ['method.undocumented.not-allowed'],
    install: (behaviour) => {
      onAnswer(behaviour, 'all', (answer) =>
        answer.status === 405 ? withStatus(withoutHeader(answer, 'Allow'), 400) : answer,
      );
    },
  },
  {
    id: 'head-refused',
    description: 'HEAD is not implemented.',
    trips: ['method.head.supported'],
    install: (behaviour) => {
      onAnswer(behaviour, 'all', (answer, call) =>
        call.method === 'HEAD' && call.resource !== null ? withStatus(answer, 501) : answer,
      );
    },
  },
  {
    id: 'no-allow',
    description: 'A 405 has no Allow.',
    trips: ['method.not-allowed.allow'],
    install: (behaviour) => {
      onAnswer(behaviour, 'all', (answer) => withoutHeader(answer, 'Allow'));
    },
  },
  {
    id: 'allow-lists-everything',
    description: 'Allow lists every method there is.',
    trips: ['method.allow.exact'],
    install: (behaviour) => {
      onAnswer(behaviour, 'all', (answer) =>
        answer.status === 405
          ? withHeader(answer, 'Allow', 'GET, HEAD, POST, PUT, DELETE, PATCH, OPTIONS')
          : answer,
      );
    },
  },
];
