import { redirectAnswer } from '../answer.ts';
import { randomText } from '../behaviour.ts';
import { changeLocation, onAnswer, withHeader } from '../wrap/change-answer.ts';
import {
  adfsLoginOperation,
  callbackOperation,
  idpLoginOperation,
  loginOperations,
} from '../wrap/concern.ts';
import type { Fault } from './fault.ts';

export const loginFaults: readonly Fault[] = [
  {
    id: 'login-cacheable',
    description: 'A login may be stored by caches.',
    trips: ['login.answer.not-cacheable'],
    operations: loginOperations,
    install: (behaviour) => {
      onAnswer(behaviour, loginOperations, (answer) => withHeader(answer, 'Cache-Control', 'max-age=3600'));
    },
  },
  {
    id: 'login-comes-back-elsewhere',
    description: 'A login asks the identity provider to come back to the console.',
    trips: ['login.callback.named'],
    operations: idpLoginOperation,
    install: (behaviour) => {
      changeLocation(behaviour, idpLoginOperation, (location) => location.replace('idp_callback', 'console'));
    },
  },
  {
    id: 'login-leads-to-itself',
    description: 'A login redirects to itself, since the address of the login page is not set.',
    trips: ['login.location.elsewhere'],
    operations: loginOperations,
    install: (behaviour) => {
      changeLocation(behaviour, loginOperations, (location) => location.slice(location.indexOf('?')));
    },
  },
  {
    id: 'callback-redirects-to-state',
    description: 'The callback goes on to the URL in its state.',
    trips: ['login.destination.closed'],
    operations: callbackOperation,
    install: (behaviour) => {
      onAnswer(behaviour, callbackOperation, (answer, call) => {
        const state = new URLSearchParams(call.query).get('state');
        return answer.status === 400 && state !== null ? redirectAnswer(state) : answer;
      });
    },
  },
  {
    id: 'login-redirects-to-next',
    description: 'A login goes where the caller says.',
    trips: ['login.destination.closed'],
    operations: loginOperations,
    install: (behaviour) => {
      onAnswer(behaviour, loginOperations, (answer, call) => {
        const query = new URLSearchParams(call.query);
        const next = ['next', 'redirect_uri', 'RelayState', 'return_to', 'target']
          .map((name) => query.get(name))
          .find((value) => value !== null);
        return answer.status === 302 && next != null && URL.canParse(next) ? redirectAnswer(next) : answer;
      });
    },
  },
  {
    id: 'login-trusts-forwarded-host',
    description: 'A login leads to the host that a forwarding header names.',
    trips: ['login.forwarded-host.ignored'],
    operations: adfsLoginOperation,
    install: (behaviour) => {
      onAnswer(behaviour, adfsLoginOperation, (answer, call) => {
        const host = call.headers['x-forwarded-host'];
        return typeof host === 'string' && answer.headers['Location'] !== undefined
          ? withHeader(answer, 'Location', `https://${host}/adfs/oauth2/authorize?response_type=code`)
          : answer;
      });
    },
  },
  {
    id: 'login-with-token',
    description: 'A login hands a token to the identity provider in its URL.',
    trips: ['login.location.no-token'],
    operations: loginOperations,
    install: (behaviour) => {
      changeLocation(
        behaviour,
        loginOperations,
        (location) => `${location}&access_token=${behaviour.newToken('access_token')}`,
      );
    },
  },
  {
    id: 'login-request-incomplete',
    description: 'The identity provider is not told who asks.',
    trips: ['login.request.complete'],
    operations: loginOperations,
    install: (behaviour) => {
      changeLocation(behaviour, loginOperations, (location) =>
        location.replace(/([?&])client_id=[^&]*&?/, '$1'),
      );
    },
  },
  {
    id: 'login-asks-for-token',
    description: 'A login asks the identity provider for a token in place of a code.',
    trips: ['login.response-type.code'],
    operations: idpLoginOperation,
    install: (behaviour) => {
      changeLocation(behaviour, idpLoginOperation, (location) =>
        location.replace('response_type=code', 'response_type=id_token%20token'),
      );
    },
  },
  {
    id: 'callback-accepts-any-code',
    description: 'Any code signs in at the callback.',
    trips: ['login.session.not-for-invented'],
    operations: callbackOperation,
    install: (behaviour) => {
      onAnswer(behaviour, callbackOperation, (answer, call) =>
        answer.status === 400 && /(?:^|&)code=[^&]/.test(call.query)
          ? withHeader(
              redirectAnswer('https://prism.example.com:9440/console/'),
              'Set-Cookie',
              `NTNX_IGW_SESSION=${randomText(24)}; Path=/; Secure; HttpOnly`,
            )
          : answer,
      );
    },
  },
  {
    id: 'login-state-constant',
    description: 'Every login has the same state.',
    trips: ['login.state.fresh'],
    operations: loginOperations,
    install: (behaviour) => {
      behaviour.newLoginState = () => 'state-2b0e1f6a-6a2f-4c9e-9d53-0f5a4c1d7e88';
    },
  },
  {
    id: 'login-without-state',
    description: 'A login has no state.',
    trips: ['login.state.fresh'],
    operations: loginOperations,
    install: (behaviour) => {
      changeLocation(behaviour, loginOperations, (location) => location.replace(/&state=[^&]*/, ''));
    },
  },
  {
    id: 'login-state-sequential',
    description: 'The states of logins are numbers in sequence.',
    trips: ['login.state.unguessable'],
    operations: loginOperations,
    install: (behaviour) => {
      let count = 0;
      behaviour.newLoginState = () => `state-${String(++count).padStart(20, '0')}`;
    },
  },
];
