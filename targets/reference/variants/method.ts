import { redirectAnswer } from '../answer.ts';
import { errorAnswer } from '../envelope.ts';
import { Refusal } from '../refusal.ts';
import { findRoute } from '../route.ts';
import { onAnswer, withStatus } from '../wrap/change-answer.ts';
import { onCall } from '../wrap/change-call.ts';
import type { Variant } from './variant.ts';

/** Lawful ways to treat other methods and paths. */
export const methodVariants: readonly Variant[] = [
  {
    id: 'head-405',
    description: 'HEAD is a method that no path has.',
    install: (behaviour) => {
      onAnswer(behaviour, 'all', (answer, call) =>
        call.method === 'HEAD' && call.resource !== null
          ? errorAnswer(
              new Refusal(405, 'REQUEST_NOT_SUPPORTED', 'The path does not have the method.', {
                Allow: call.resource.allow,
              }),
              call.operation,
            )
          : answer,
      );
    },
  },
  {
    id: 'head-501',
    description: 'HEAD is implemented nowhere.',
    install: (behaviour) => {
      onAnswer(behaviour, 'all', (answer, call) =>
        call.method === 'HEAD' ? withStatus(answer, 501) : answer,
      );
    },
  },
  {
    id: 'authorize-page-by-get',
    description: 'An authorization by GET leads to a page, as RFC 6749 section 3.1 has it.',
    install: (behaviour) => {
      onAnswer(behaviour, 'all', (answer, call) =>
        call.method === 'GET' && call.path.endsWith('/oauth/authorize')
          ? redirectAnswer('https://prism.example.com:9440/console/login.html')
          : answer,
      );
    },
  },
  {
    id: 'list-path-is-an-id',
    description: 'The path of the list is read as a client id by other methods, as gateways in the field do.',
    install: (behaviour) => {
      onCall(behaviour, 'all', (call) => {
        const isList = call.path.endsWith('/oauth/client/list') && call.operation === null;
        return isList ? { ...call, ...findRoute(call.method, call.path.replace(/list$/, 'list.')) } : call;
      });
    },
  },
  {
    id: 'options-405',
    description: 'OPTIONS is a method that no path has.',
    install: (behaviour) => {
      onAnswer(behaviour, 'all', (answer, call) =>
        call.method === 'OPTIONS' && answer.status === 204
          ? errorAnswer(
              new Refusal(405, 'REQUEST_NOT_SUPPORTED', 'The path does not have the method.', answer.headers),
              call.operation,
            )
          : answer,
      );
    },
  },
  {
    id: 'unknown-method-501',
    description: 'A method that no path has is answered with 501.',
    install: (behaviour) => {
      onAnswer(behaviour, 'all', (answer, call) =>
        answer.status === 405 &&
        !['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE'].includes(call.method)
          ? withStatus(answer, 501)
          : answer,
      );
    },
  },
];
