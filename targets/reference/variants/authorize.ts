import { redirectAnswer } from '../answer.ts';
import type { Store } from '../store.ts';
import { onAnswer } from '../wrap/change-answer.ts';
import { bodyForm } from '../wrap/read-call.ts';
import { authorizeOperation } from '../wrap/concern.ts';
import { refuseWhen } from '../wrap/refuse-call.ts';
import type { Variant } from './variant.ts';

/** The redirect URIs that the client of an authorization has registered. */
function ownUris(form: URLSearchParams, store: Store): readonly string[] {
  return store.clients.get(form.get('client_id') ?? '')?.redirect_uris ?? [];
}

/** The redirect URI of an authorization, if its client has registered it. */
function ownUri(form: URLSearchParams, store: Store): string | undefined {
  return ownUris(form, store).find((uri) => uri === form.get('redirect_uri'));
}

/** An error as its client is told it: with the state, if one was sent. */
function toldError(form: URLSearchParams): readonly (readonly [string, string])[] {
  const [state, ...others] = form.getAll('state');
  const isOnly = state !== undefined && others.length === 0;
  return [['error', 'invalid_request'], ...(isOnly ? [['state', state] as const] : [])];
}

/** Lawful ways to answer an authorization. */
export const authorizeVariants: readonly Variant[] = [
  {
    id: 'denial-refused',
    description: 'A denied authorization is answered with an envelope instead of a redirect.',
    install: (behaviour) => {
      refuseWhen(behaviour, authorizeOperation, (call) => bodyForm(call).get('confirm') === 'no');
    },
  },
  {
    id: 'issuer-parameter',
    description: 'Locations have an iss parameter (RFC 9207).',
    install: (behaviour) => {
      const locate = behaviour.buildLocation;
      behaviour.buildLocation = (uri, parameters) =>
        locate(uri, [...parameters, ['iss', 'https://prism.example.com:9440']]);
    },
  },
  {
    id: 'location-form-encoded',
    description: 'Locations are encoded as forms are, with a plus sign for a space.',
    install: (behaviour) => {
      const locate = behaviour.buildLocation;
      behaviour.buildLocation = (uri, parameters) => locate(uri, parameters).replaceAll('%20', '+');
    },
  },
  {
    id: 'empty-state-in-errors',
    description: 'An error that is told by redirect has an empty state where none was sent.',
    install: (behaviour) => {
      const locate = behaviour.buildLocation;
      behaviour.buildLocation = (uri, parameters) => {
        const names = parameters.map(([name]) => name);
        const isBare = names.includes('error') && !names.includes('state');
        return locate(uri, isBare ? [...parameters, ['state', '']] : parameters);
      };
    },
  },
  {
    id: 'foreign-states-refused',
    description: 'A state with other characters than those of RFC 6749 appendix A.5 is refused.',
    install: (behaviour) => {
      refuseWhen(behaviour, authorizeOperation, (call) => /[^ -~]/.test(bodyForm(call).get('state') ?? ''));
    },
  },
  {
    id: 'foreign-states-dropped',
    description:
      'An error that is told by redirect has no state with characters that appendix A.5 does not allow.',
    install: (behaviour) => {
      onAnswer(behaviour, authorizeOperation, (answer, call, { store, behaviour: { buildLocation } }) => {
        const form = bodyForm(call);
        const uri = ownUri(form, store);
        return answer.status === 302 && uri !== undefined && /[^ -~]/.test(form.get('state') ?? '')
          ? redirectAnswer(buildLocation(uri, [['error', 'invalid_request']]))
          : answer;
      });
    },
  },
  {
    id: 'implicit-errors-in-fragment',
    description: 'That the response type token is not supported is told in the fragment, with the state.',
    install: (behaviour) => {
      onAnswer(behaviour, authorizeOperation, (answer, call, { store }) => {
        const form = bodyForm(call);
        const uri = ownUri(form, store);
        if (uri === undefined || form.getAll('response_type').join() !== 'token' || answer.status !== 400)
          return answer;
        const told = new URLSearchParams({ error: 'unsupported_response_type' });
        if (form.has('state')) told.set('state', form.get('state') ?? '');
        return redirectAnswer(`${uri}#${told.toString()}`);
      });
    },
  },
  {
    id: 'redirect-uri-errors-to-registered',
    description: 'A redirect URI that is not registered is told to the one that is, if there is only one.',
    install: (behaviour) => {
      onAnswer(behaviour, authorizeOperation, (answer, call, { store, behaviour: { buildLocation } }) => {
        const form = bodyForm(call);
        const sent = form.getAll('redirect_uri');
        const [only = '', ...others] = ownUris(form, store);
        const isOther = sent.length > 0 && sent.some((uri) => uri !== only);
        if (answer.status !== 400 || only === '' || others.length > 0 || !isOther) return answer;
        return redirectAnswer(buildLocation(only, toldError(form)));
      });
    },
  },
  {
    id: 'repeated-client-id-by-redirect',
    description: 'A client id that is sent twice is told to the registered redirect URI of its client.',
    install: (behaviour) => {
      onAnswer(behaviour, authorizeOperation, (answer, call, { store, behaviour: { buildLocation } }) => {
        const form = bodyForm(call);
        const clients = form.getAll('client_id');
        const registered = clients.flatMap((id) => store.clients.get(id)?.redirect_uris ?? []);
        const uri = registered.find((one) => one === form.get('redirect_uri'));
        if (answer.status !== 400 || clients.length < 2 || uri === undefined) return answer;
        return redirectAnswer(buildLocation(uri, toldError(form)));
      });
    },
  },
  {
    id: 'scope-required',
    description: 'An authorization without a scope is refused, as RFC 6749 section 3.3 allows.',
    install: (behaviour) => {
      refuseWhen(behaviour, authorizeOperation, (call) => (bodyForm(call).get('scope') ?? '') === '');
    },
  },
  {
    id: 'slash-in-location',
    description: 'A slash stands between redirect URI and query, as the prose of the contract shows.',
    install: (behaviour) => {
      const locate = behaviour.buildLocation;
      behaviour.buildLocation = (uri, parameters) =>
        locate(uri.includes('?') || uri.endsWith('/') ? uri : `${uri}/`, parameters);
    },
  },
  {
    id: 'state-before-code',
    description: 'Locations have the state before the code.',
    install: (behaviour) => {
      const locate = behaviour.buildLocation;
      behaviour.buildLocation = (uri, parameters) => locate(uri, [...parameters].reverse());
    },
  },
];
