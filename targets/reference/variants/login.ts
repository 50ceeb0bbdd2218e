import { randomBytes } from 'node:crypto';
import { redirectAnswer } from '../answer.ts';
import { errorAnswer } from '../envelope.ts';
import { Refusal } from '../refusal.ts';
import { changeLocation, onAnswer } from '../wrap/change-answer.ts';
import { callbackOperation, idpLoginOperation, loginOperations } from '../wrap/concern.ts';
import type { Variant } from './variant.ts';

/** Lawful ways to log in. */
export const loginVariants: readonly Variant[] = [
  {
    id: 'callback-to-console',
    description: 'An unknown code at the callback goes to the console with an error.',
    install: (behaviour) => {
      onAnswer(behaviour, callbackOperation, (answer, call) =>
        answer.status === 400 && /(?:^|&)code=[^&]/.test(call.query)
          ? redirectAnswer('https://prism.example.com:9440/console/?error=login_failed')
          : answer,
      );
    },
  },
  {
    id: 'no-identity-provider',
    description: 'No identity provider is configured, so that logins are 404.',
    install: (behaviour) => {
      onAnswer(behaviour, loginOperations, (answer, call) =>
        answer.status === 302
          ? errorAnswer(
              new Refusal(404, 'ENTITY_NOT_CONFIGURED', 'No identity provider is configured.'),
              call.operation,
            )
          : answer,
      );
    },
  },
  {
    id: 'login-on-own-page',
    description: 'A login leads to a page of the target, by a relative reference.',
    install: (behaviour) => {
      changeLocation(
        behaviour,
        idpLoginOperation,
        (location) => `/console/login.html?redirect_uri=${encodeURIComponent(location)}`,
      );
    },
  },
  {
    id: 'login-by-pkce',
    description: 'A login is bound to its browser by PKCE, and has one state for all.',
    install: (behaviour) => {
      changeLocation(behaviour, idpLoginOperation, (location) => {
        const url = new URL(location);
        url.searchParams.set('state', 'prism');
        url.searchParams.set('code_challenge', randomBytes(32).toString('base64url'));
        url.searchParams.set('code_challenge_method', 'S256');
        return url.href;
      });
    },
  },
  {
    id: 'login-by-pushed-request',
    description:
      'A login pushes its request to the provider, and sends the browser there with a reference to it.',
    install: (behaviour) => {
      changeLocation(behaviour, idpLoginOperation, (location) => {
        const url = new URL(location);
        const reference = `urn:ietf:params:oauth:request_uri:${randomBytes(16).toString('hex')}`;
        url.search = String(new URLSearchParams({ client_id: 'prism', request_uri: reference }));
        return url.href;
      });
    },
  },
];
