import { redirectAnswer } from '../answer.ts';
import { basicChallenge } from '../authenticate.ts';
import { errorAnswer } from '../envelope.ts';
import { Refusal } from '../refusal.ts';
import { bodyMembers, sentCredentials } from '../wrap/read-call.ts';
import {
  callbackOperation,
  changeOperations,
  concerns,
  creatingOperations,
  deleteOperation,
  listOperation,
  registerOperation,
  tokenOperation,
  updateOperation,
} from '../wrap/concern.ts';
import { challengeBy, onAnswer, withoutHeader, withStatus } from '../wrap/change-answer.ts';
import { onCall, withLogin } from '../wrap/change-call.ts';
import type { Fault } from './fault.ts';

export const authFaults: readonly Fault[] = [
  {
    id: 'any-basic-accepted',
    description: 'Any Basic credentials are right.',
    trips: ['auth.credentials.required'],
    install: (behaviour) => {
      behaviour.loginMatches = () => true;
    },
  },
  {
    id: 'any-scheme-accepted',
    description: 'Any Authorization header is enough.',
    trips: ['auth.credentials.required'],
    install: (behaviour) => {
      onCall(behaviour, 'all', (call, { login }) =>
        call.headers.authorization === undefined ? call : withLogin(call, login),
      );
    },
  },
  {
    id: 'basic-scheme-case-sensitive',
    description: 'The scheme Basic is known in this case only.',
    trips: ['request.case.ignored'],
    install: (behaviour) => {
      onCall(behaviour, 'all', (call) => {
        const { authorization = '' } = call.headers;
        const isOther = /^basic /i.test(authorization) && !authorization.startsWith('Basic ');
        return isOther ? { ...call, headers: { ...call.headers, authorization: 'None' } } : call;
      });
    },
  },
  {
    id: 'header-names-case-sensitive',
    description: 'The header Authorization is known in this case only.',
    trips: ['request.case.ignored'],
    install: (behaviour) => {
      onCall(behaviour, 'all', (call) => {
        const { authorization, ...headers } = call.headers;
        return authorization === undefined || call.rawHeaders.includes('Authorization')
          ? call
          : { ...call, headers };
      });
    },
  },
  {
    id: 'auth-after-input',
    description: 'Input is checked before credentials, so that bad input without them is 400.',
    trips: ['auth.credentials.required'],
    operations: registerOperation,
    install: (behaviour) => {
      onAnswer(behaviour, registerOperation, (answer) =>
        answer.status === 401
          ? errorAnswer(
              new Refusal(400, 'INVALID_REQUEST', 'Request could not be processed.'),
              'oauth_client_post',
            )
          : answer,
      );
    },
  },
  {
    id: 'auth-missing-everywhere',
    description: 'Nothing needs credentials.',
    trips: ['auth.credentials.required'],
    install: (behaviour) => {
      behaviour.needsCredentials = () => false;
    },
  },
  {
    id: 'auth-missing-on-callback',
    description: 'The callback is public.',
    trips: ['auth.credentials.required'],
    operations: callbackOperation,
    install: (behaviour) => {
      behaviour.needsCredentials = (operation) => operation !== 'oauth_idp_callback_get';
    },
  },
  {
    id: 'auth-missing-on-delete',
    description: 'Deleting needs no credentials.',
    trips: ['auth.credentials.required'],
    operations: deleteOperation,
    install: (behaviour) => {
      behaviour.needsCredentials = (operation) => operation !== 'oauth_client_client_id_delete';
    },
  },
  {
    id: 'auth-missing-on-list',
    description: 'The list is public.',
    trips: ['auth.credentials.required'],
    operations: listOperation,
    install: (behaviour) => {
      behaviour.needsCredentials = (operation) => operation !== 'oauth_client_list_post';
    },
  },
  {
    id: 'auth-missing-on-token',
    description: 'The token endpoint asks for client credentials only.',
    trips: ['auth.credentials.required'],
    operations: tokenOperation,
    install: (behaviour) => {
      behaviour.needsCredentials = (operation) => operation !== 'oauth_token_post';
    },
  },
  {
    id: 'client-as-user',
    description: 'A client may call the gateway with its id and secret.',
    trips: ['auth.credentials.required'],
    install: (behaviour) => {
      onCall(behaviour, 'all', (call, { store, login }) => {
        const [id = '', secret] = Buffer.from(sentCredentials(call).value, 'base64').toString().split(':');
        return secret !== undefined && store.clients.get(id)?.client_secret === secret
          ? withLogin(call, login)
          : call;
      });
    },
  },
  {
    id: 'empty-password-accepted',
    description: 'The empty password is right, as in an anonymous LDAP bind.',
    trips: ['auth.credentials.required'],
    install: (behaviour) => {
      behaviour.loginMatches = (given, right) =>
        given.username === right.username && (given.password === '' || given.password === right.password);
    },
  },
  {
    id: 'login-page-for-anonymous',
    description: 'A call without credentials is sent to a login page.',
    trips: ['auth.credentials.required'],
    install: (behaviour) => {
      onAnswer(behaviour, 'all', (answer, call) =>
        answer.status === 401 && call.headers.authorization === undefined
          ? redirectAnswer('https://prism.example.com:9440/console/#login')
          : answer,
      );
    },
  },
  {
    id: 'login-trimmed',
    description: 'Blanks around the user name and the password are cut off.',
    trips: ['auth.credentials.required'],
    install: (behaviour) => {
      behaviour.loginMatches = (given, right) =>
        given.username.trim() === right.username && given.password.trim() === right.password;
    },
  },
  {
    id: 'password-cut-at-colon',
    description: 'The password ends at its first colon.',
    trips: ['auth.credentials.required'],
    install: (behaviour) => {
      behaviour.loginMatches = (given, right) =>
        given.username === right.username && given.password.split(':')[0] === right.password;
    },
  },
  {
    id: 'password-in-any-case',
    description: 'The case of the password is ignored.',
    trips: ['auth.credentials.required'],
    install: (behaviour) => {
      behaviour.loginMatches = (given, right) =>
        given.username === right.username && given.password.toLowerCase() === right.password.toLowerCase();
    },
  },
  {
    id: 'password-padded',
    description: 'Characters after the password are ignored.',
    trips: ['auth.credentials.required'],
    install: (behaviour) => {
      behaviour.loginMatches = (given, right) =>
        given.username === right.username && given.password.startsWith(right.password);
    },
  },
  {
    id: 'password-unchecked',
    description: 'Any password of the user is right.',
    trips: ['auth.credentials.required'],
    install: (behaviour) => {
      behaviour.loginMatches = (given, right) => given.username === right.username;
    },
  },
  {
    id: 'refused-with-403',
    description: 'Wrong or missing credentials are answered with 403.',
    trips: ['auth.credentials.required', 'bearer.invalid.unauthorized'],
    install: (behaviour) => {
      onAnswer(behaviour, 'all', (answer) => (answer.status === 401 ? withStatus(answer, 403) : answer));
    },
  },
  {
    id: 'negotiate-unchecked',
    description: 'Credentials by the scheme Negotiate are left to a module that is not there.',
    trips: ['auth.credentials.required'],
    operations: deleteOperation,
    install: (behaviour) => {
      onCall(behaviour, deleteOperation, (call, { login }) =>
        /^negotiate /i.test(call.headers.authorization ?? '') ? withLogin(call, login) : call,
      );
    },
  },
  {
    id: 'scheme-unchecked',
    description: 'The right credentials are taken by any scheme.',
    trips: ['auth.credentials.required'],
    install: (behaviour) => {
      onCall(behaviour, 'all', (call) => {
        const { authorization } = call.headers;
        const isBearer = authorization === undefined || /^bearer /i.test(authorization);
        return isBearer
          ? call
          : { ...call, headers: { ...call.headers, authorization: authorization.replace(/^\S+/, 'Basic') } };
      });
    },
  },
  {
    id: 'session-cookie-unchecked',
    description: 'Any session cookie stands for credentials.',
    trips: ['auth.credentials.required'],
    install: (behaviour) => {
      onCall(behaviour, 'all', (call, { login }) =>
        call.headers.authorization === undefined && call.headers.cookie !== undefined
          ? withLogin(call, login)
          : call,
      );
    },
  },
  {
    id: 'user-unchecked',
    description: 'The password is right for any user.',
    trips: ['auth.credentials.required'],
    install: (behaviour) => {
      behaviour.loginMatches = (given, right) => given.password === right.password;
    },
  },
  {
    id: 'change-before-authentication',
    description: 'A client is updated or deleted before credentials are checked.',
    trips: ['auth.refused.no-effect'],
    operations: changeOperations,
    install: (behaviour) => {
      behaviour.wrappers.push(async (call, next, { login }) => {
        const answer = await next(call);
        if (answer.status === 401 && concerns(changeOperations, call)) await next(withLogin(call, login));
        return answer;
      });
    },
  },
  {
    id: 'change-before-validation',
    description: 'An update that is refused has changed the members before the bad one.',
    trips: ['auth.refused.no-effect', 'client.failed-update.changes-nothing'],
    operations: updateOperation,
    install: (behaviour) => {
      onAnswer(behaviour, updateOperation, (answer, call, { store }) => {
        const client = store.clients.get(call.clientId);
        const { client_name: name } = bodyMembers(call);
        if (answer.status === 400 && client !== undefined && typeof name === 'string')
          store.putClient({ ...client, client_name: name });
        return answer;
      });
    },
  },
  {
    id: 'effect-before-authentication',
    description: 'A client is made before credentials are checked.',
    trips: ['auth.refused.no-effect'],
    operations: creatingOperations,
    install: (behaviour) => {
      behaviour.wrappers.push(async (call, next, { login }) => {
        const answer = await next(call);
        if (answer.status === 401 && concerns(creatingOperations, call)) await next(withLogin(call, login));
        return answer;
      });
    },
  },
  {
    id: 'no-challenge',
    description: 'A 401 has no WWW-Authenticate.',
    trips: ['auth.challenge.present'],
    install: (behaviour) => {
      onAnswer(behaviour, 'all', (answer) => withoutHeader(answer, 'WWW-Authenticate'));
    },
  },
  {
    id: 'challenge-without-realm',
    description: 'A challenge names its scheme alone.',
    trips: ['auth.challenge.well-formed'],
    install: (behaviour) => {
      challengeBy(behaviour, 'Basic');
    },
  },
  {
    id: 'challenge-unquoted',
    description: 'The realm of a challenge has blanks, and no quotes.',
    trips: ['auth.challenge.well-formed'],
    install: (behaviour) => {
      challengeBy(behaviour, basicChallenge.replaceAll('"', ''));
    },
  },
  {
    id: 'no-challenge-for-client',
    description: 'A 401 for a wrong client secret has no WWW-Authenticate.',
    trips: ['auth.challenge.present'],
    operations: tokenOperation,
    install: (behaviour) => {
      onAnswer(behaviour, tokenOperation, (answer, call) =>
        call.headers.authorization === undefined ? answer : withoutHeader(answer, 'WWW-Authenticate'),
      );
    },
  },
];
