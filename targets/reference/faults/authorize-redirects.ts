import { redirectAnswer } from '../answer.ts';
import type { ReferenceBehaviour } from '../behaviour.ts';
import { lawfulBehaviour } from '../behaviour.ts';
import { bodyForm, bodyMembers } from '../wrap/read-call.ts';
import { onAnswer, onSuccess } from '../wrap/change-answer.ts';
import { onCall, withForm } from '../wrap/change-call.ts';
import { authorizeOperation, registerOperation, updateOperation } from '../wrap/concern.ts';
import { refuseWhen } from '../wrap/refuse-call.ts';
import type { Fault } from './fault.ts';

const locate = lawfulBehaviour().buildLocation;

const withoutPort = (uri: string): string => uri.replace(/^([a-z]+:\/\/[^/:?]+):\d+/i, '$1');

/** Tells an error to the redirect URI that was sent, before that is compared with those of the client. */
function tellToAnyUri(
  behaviour: ReferenceBehaviour,
  error: string,
  isWrong: (form: ReturnType<typeof bodyForm>) => boolean,
): void {
  onAnswer(behaviour, authorizeOperation, (answer, call) => {
    const form = bodyForm(call);
    const uri = form.get('redirect_uri');
    return answer.status === 400 && uri !== null && isWrong(form)
      ? redirectAnswer(`${uri}?error=${error}`)
      : answer;
  });
}

export const authorizeRedirectFaults: readonly Fault[] = [
  {
    id: 'redirect-query-lost',
    description: 'The query of the redirect URI is lost.',
    trips: ['authorize.location.exact', 'authorize.query.kept'],
    operations: authorizeOperation,
    install: (behaviour) => {
      behaviour.buildLocation = (uri, parameters) => locate(uri.split('?')[0] ?? uri, parameters);
    },
  },
  {
    id: 'redirect-second-question-mark',
    description: 'A second question mark follows the query of the redirect URI.',
    trips: ['authorize.location.exact', 'authorize.code.present'],
    operations: authorizeOperation,
    install: (behaviour) => {
      const locate = behaviour.buildLocation;
      behaviour.buildLocation = (uri, parameters) => `${uri}${locate('', parameters)}`;
    },
  },
  {
    id: 'redirect-uri-lower-cased',
    description: 'The redirect URI is lower-cased.',
    trips: ['authorize.location.exact'],
    operations: authorizeOperation,
    install: (behaviour) => {
      const locate = behaviour.buildLocation;
      behaviour.buildLocation = (uri, parameters) => locate(uri.toLowerCase(), parameters);
    },
  },
  {
    id: 'slash-before-query',
    description: 'A slash is put between redirect URI and query, as the prose of the contract shows.',
    trips: ['authorize.location.slash'],
    operations: authorizeOperation,
    install: (behaviour) => {
      const locate = behaviour.buildLocation;
      behaviour.buildLocation = (uri, parameters) => locate(uri, parameters).replace(/\/?\?/, '/?');
    },
  },
  {
    id: 'added-redirect-uri-refused',
    description: 'A redirect URI that an update added is not good.',
    trips: ['authorize.added-uri.accepted'],
    operations: updateOperation,
    install: (behaviour) => {
      const old = new Map<string, readonly string[]>();
      onSuccess(behaviour, registerOperation, (body, call) => {
        const uris = bodyMembers(call)['redirect_uris'];
        if (Array.isArray(uris)) old.set(String(body['client_id']), uris.map(String));
        return body;
      });
      refuseWhen(behaviour, authorizeOperation, (call) => {
        const form = bodyForm(call);
        return old.get(form.get('client_id') ?? '')?.includes(form.get('redirect_uri') ?? '') === false;
      });
    },
  },
  {
    id: 'fourth-redirect-uri-lost',
    description: 'An authorization looks at the first three redirect URIs of a client.',
    trips: ['authorize.added-uri.accepted'],
    operations: authorizeOperation,
    install: (behaviour) => {
      refuseWhen(behaviour, authorizeOperation, (call, { store }) => {
        const form = bodyForm(call);
        const uris = store.clients.get(form.get('client_id') ?? '')?.redirect_uris ?? [];
        return uris.indexOf(form.get('redirect_uri') ?? '') >= 3;
      });
    },
  },
  {
    id: 'long-redirect-uri-refused',
    description: 'An authorization refuses a redirect URI of more than 255 characters.',
    trips: ['authorize.added-uri.accepted'],
    operations: authorizeOperation,
    install: (behaviour) => {
      refuseWhen(
        behaviour,
        authorizeOperation,
        (call) => (bodyForm(call).get('redirect_uri') ?? '').length > 255,
      );
    },
  },
  {
    id: 'redirect-uri-first-of-many',
    description: 'Without a redirect URI the first of many is taken.',
    trips: ['authorize.omitted-uri.ambiguous-refused'],
    operations: authorizeOperation,
    install: (behaviour) => {
      onCall(behaviour, authorizeOperation, (call, { store }) => {
        const form = bodyForm(call);
        const first = store.clients.get(form.get('client_id') ?? '')?.redirect_uris[0];
        if (form.has('redirect_uri') || first === undefined) return call;
        form.set('redirect_uri', first);
        return withForm(call, form);
      });
    },
  },
  {
    id: 'redirect-uri-always-sent',
    description: 'An authorization without a redirect URI is refused although only one is registered.',
    trips: ['authorize.omitted-uri.registered-used'],
    operations: authorizeOperation,
    install: (behaviour) => {
      refuseWhen(behaviour, authorizeOperation, (call) => !bodyForm(call).get('redirect_uri'));
    },
  },
  {
    id: 'denial-to-any-uri',
    description: 'A denial is told to any redirect URI.',
    trips: ['authorize.redirect.exact'],
    operations: authorizeOperation,
    install: (behaviour) => {
      onAnswer(behaviour, authorizeOperation, (answer, call) => {
        const form = bodyForm(call);
        const uri = form.get('redirect_uri');
        return answer.status === 400 && form.get('confirm') === 'no' && uri !== null
          ? redirectAnswer(`${uri}?error=access_denied`)
          : answer;
      });
    },
  },
  {
    id: 'response-type-errors-to-any-uri',
    description: 'An unsupported response type is told to any redirect URI.',
    trips: ['authorize.redirect.exact'],
    operations: authorizeOperation,
    install: (behaviour) => {
      tellToAnyUri(behaviour, 'unsupported_response_type', (form) => form.get('response_type') !== 'code');
    },
  },
  {
    id: 'scope-errors-to-any-uri',
    description: 'A scope that is unknown is told to any redirect URI.',
    trips: ['authorize.redirect.exact'],
    operations: authorizeOperation,
    install: (behaviour) => {
      tellToAnyUri(behaviour, 'invalid_scope', (form) => form.get('scope') === 'conformance-unknown');
    },
  },
  {
    id: 'loopback-redirect-uri-by-path',
    description: 'Of a redirect URI on loopback, only the path is compared.',
    trips: ['authorize.redirect.exact'],
    operations: authorizeOperation,
    install: (behaviour) => {
      behaviour.redirectUriMatches = (given, registered) =>
        given === registered ||
        (/^http:\/\/127\.0\.0\.1[:/]/.test(registered) &&
          URL.canParse(given) &&
          new URL(given).pathname === new URL(registered).pathname);
    },
  },
  {
    id: 'redirect-uri-as-pattern',
    description: 'A registered redirect URI is taken for a regular expression.',
    trips: ['authorize.redirect.exact'],
    operations: authorizeOperation,
    install: (behaviour) => {
      behaviour.redirectUriMatches = (given, registered) =>
        given === registered || new RegExp(`^${registered.replaceAll('?', '\\?')}$`).test(given);
    },
  },
  {
    id: 'redirect-uri-by-domain',
    description: 'A redirect URI on a subdomain of a registered one is accepted.',
    trips: ['authorize.redirect.exact'],
    operations: authorizeOperation,
    install: (behaviour) => {
      behaviour.redirectUriMatches = (given, registered) =>
        given === registered ||
        (URL.canParse(given) && new URL(given).hostname.endsWith(`.${new URL(registered).hostname}`));
    },
  },
  {
    id: 'redirect-uri-by-host',
    description: 'A redirect URI on the host of a registered one is accepted.',
    trips: ['authorize.redirect.exact', 'authorize.refused.no-redirect'],
    operations: authorizeOperation,
    install: (behaviour) => {
      behaviour.redirectUriMatches = (given, registered) =>
        URL.canParse(given) && new URL(given).host === new URL(registered).host;
    },
  },
  {
    id: 'redirect-uri-by-prefix',
    description: 'A redirect URI that starts with a registered one is accepted.',
    trips: ['authorize.redirect.exact', 'authorize.refused.no-redirect'],
    operations: authorizeOperation,
    install: (behaviour) => {
      behaviour.redirectUriMatches = (given, registered) => given.startsWith(registered);
    },
  },
  {
    id: 'redirect-uri-contained',
    description: 'A redirect URI that holds a registered one anywhere is accepted.',
    trips: ['authorize.redirect.exact', 'authorize.refused.no-redirect'],
    operations: authorizeOperation,
    install: (behaviour) => {
      behaviour.redirectUriMatches = (given, registered) => given.includes(registered);
    },
  },
  {
    id: 'redirect-uri-fragment-ignored',
    description: 'The fragment of a redirect URI is ignored, and the code put before it.',
    trips: ['authorize.redirect.exact'],
    operations: authorizeOperation,
    install: (behaviour) => {
      behaviour.redirectUriMatches = (given, registered) => given.split('#')[0] === registered;
      const locate = behaviour.buildLocation;
      behaviour.buildLocation = (uri, parameters) => {
        const [base = '', ...fragment] = uri.split('#');
        return [locate(base, parameters), ...fragment].join('#');
      };
    },
  },
  {
    id: 'redirect-uri-fragment-kept',
    description: 'The fragment of a redirect URI is ignored, and the code put behind it.',
    trips: ['authorize.redirect.exact'],
    operations: authorizeOperation,
    install: (behaviour) => {
      behaviour.redirectUriMatches = (given, registered) => given.split('#')[0] === registered;
    },
  },
  {
    id: 'redirect-uri-in-any-case',
    description: 'The case of a redirect URI is ignored.',
    trips: ['authorize.redirect.exact'],
    operations: authorizeOperation,
    install: (behaviour) => {
      behaviour.redirectUriMatches = (given, registered) => given.toLowerCase() === registered.toLowerCase();
    },
  },
  {
    id: 'redirect-uri-of-any-client',
    description: 'The redirect URIs of all clients are accepted for each.',
    trips: ['authorize.redirect.exact'],
    operations: authorizeOperation,
    install: (behaviour) => {
      const registered = new Set<string>();
      const record = behaviour.recordInput;
      behaviour.recordInput = (input) => {
        for (const uri of input.redirect_uris) registered.add(uri);
        return record(input);
      };
      behaviour.redirectUriMatches = (given) => registered.has(given);
    },
  },
  {
    id: 'redirect-uri-path-resolved',
    description: 'A redirect URI is compared with its dot segments resolved.',
    trips: ['authorize.redirect.exact'],
    operations: authorizeOperation,
    install: (behaviour) => {
      behaviour.redirectUriMatches = (given, registered) =>
        URL.canParse(given) && new URL(given).href === new URL(registered).href;
    },
  },
  {
    id: 'redirect-uri-port-ignored',
    description: 'The port of a redirect URI is ignored.',
    trips: ['authorize.redirect.exact'],
    operations: authorizeOperation,
    install: (behaviour) => {
      behaviour.redirectUriMatches = (given, registered) => withoutPort(given) === withoutPort(registered);
    },
  },
  {
    id: 'redirect-uri-query-ignored',
    description: 'The query of a redirect URI is ignored.',
    trips: ['authorize.redirect.exact'],
    operations: authorizeOperation,
    install: (behaviour) => {
      behaviour.redirectUriMatches = (given, registered) => given.split('?')[0] === registered.split('?')[0];
    },
  },
  {
    id: 'redirect-uri-scheme-ignored',
    description: 'http instead of https is accepted.',
    trips: ['authorize.redirect.exact', 'authorize.refused.no-redirect'],
    operations: authorizeOperation,
    install: (behaviour) => {
      behaviour.redirectUriMatches = (given, registered) =>
        given.replace(/^https?:/, '') === registered.replace(/^https?:/, '');
    },
  },
  {
    id: 'redirect-uri-slash-ignored',
    description: 'A slash at the end of a redirect URI is ignored.',
    trips: ['authorize.redirect.exact'],
    operations: authorizeOperation,
    install: (behaviour) => {
      behaviour.redirectUriMatches = (given, registered) =>
        given.replace(/\/$/, '') === registered.replace(/\/$/, '');
    },
  },
  {
    id: 'redirect-uri-unchecked',
    description: 'Any redirect URI is accepted.',
    trips: ['authorize.redirect.exact', 'authorize.code.to-registered', 'authorize.refused.no-redirect'],
    operations: authorizeOperation,
    install: (behaviour) => {
      behaviour.redirectUriMatches = () => true;
    },
  },
  {
    id: 'redirect-uri-userinfo-ignored',
    description: 'User information in a redirect URI is ignored.',
    trips: ['authorize.redirect.exact'],
    operations: authorizeOperation,
    install: (behaviour) => {
      behaviour.redirectUriMatches = (given, registered) => given.replace(/\/\/[^/@]*@/, '//') === registered;
    },
  },
  {
    id: 'redirect-uri-wildcard',
    description: 'A star in a registered redirect URI stands for anything.',
    trips: ['authorize.redirect.exact'],
    operations: authorizeOperation,
    install: (behaviour) => {
      behaviour.redirectUriMatches = (given, registered) => {
        const [start = '', end] = registered.split('*');
        return given === registered || (end !== undefined && given.startsWith(start) && given.endsWith(end));
      };
    },
  },
  {
    id: 'removed-redirect-uri-accepted',
    description: 'A redirect URI that an update removed is still good.',
    trips: ['authorize.redirect.exact'],
    operations: authorizeOperation,
    install: (behaviour) => {
      const removed = new Set<string>();
      const update = behaviour.updateClient;
      behaviour.updateClient = (client, input) => {
        for (const uri of client.redirect_uris) removed.add(uri);
        return update(client, input);
      };
      const matches = behaviour.redirectUriMatches;
      behaviour.redirectUriMatches = (given, registered) => removed.has(given) || matches(given, registered);
    },
  },
];
