import { redirectAnswer } from '../answer.ts';
import type { OauthClientResponse } from '../../../spec/models.ts';
import type { ReferenceBehaviour } from '../behaviour.ts';
import { bodyForm } from '../wrap/read-call.ts';
import { changeLocation, mapRedirect, onAnswer, onWire } from '../wrap/change-answer.ts';
import { mapForm, onCall, onForm, withForm } from '../wrap/change-call.ts';
import { authorizeOperation, formOperations, tokenOperation } from '../wrap/concern.ts';
import { refuseWhen } from '../wrap/refuse-call.ts';
import type { Fault } from './fault.ts';

const known =
  'client_id client_secret code confirm grant_type redirect_uri refresh_token response_type scope state'.split(
    ' ',
  );

/** Writes something else in place of the error that a redirect tells of a denial; `$&` stands for it. */
function writeDenial(behaviour: ReferenceBehaviour, instead: string): void {
  changeLocation(behaviour, authorizeOperation, (location) =>
    location.replace('error=access_denied', instead),
  );
}

export const authorizeAnswerFaults: readonly Fault[] = [
  {
    id: 'code-empty',
    description: 'The code is empty.',
    trips: ['authorize.code.present'],
    operations: authorizeOperation,
    install: (behaviour) => {
      changeLocation(behaviour, authorizeOperation, (location) => location.replace(/([?&]code=)[^&]*/, '$1'));
    },
  },
  {
    id: 'code-in-fragment',
    description: 'The code is in the fragment.',
    trips: ['authorize.code.present', 'authorize.code.in-query'],
    operations: authorizeOperation,
    install: (behaviour) => {
      behaviour.buildLocation = (uri, parameters) =>
        `${uri}#${new URLSearchParams(Object.fromEntries(parameters)).toString()}`;
    },
  },
  {
    id: 'denial-without-state',
    description: 'The state does not come back with an error.',
    trips: ['authorize.state.echoed'],
    operations: authorizeOperation,
    install: (behaviour) => {
      changeLocation(behaviour, authorizeOperation, (location) =>
        location.replace(/([?&]error=[^&?]*)&state=[^&]*/, '$1'),
      );
    },
  },
  {
    id: 'state-always',
    description: 'A state comes back that was not sent.',
    trips: ['authorize.state.echoed'],
    operations: authorizeOperation,
    install: (behaviour) => {
      changeLocation(behaviour, authorizeOperation, (location) =>
        location.includes('state=') ? location : `${location}&state=`,
      );
    },
  },
  {
    id: 'state-cut',
    description: 'A state comes back with 255 characters at most.',
    trips: ['authorize.state.echoed', 'authorize.state.returned'],
    operations: authorizeOperation,
    install: (behaviour) => {
      mapRedirect(behaviour, (value) => value.slice(0, 255));
    },
  },
  {
    id: 'state-dropped',
    description: 'The state does not come back.',
    trips: ['authorize.state.echoed', 'authorize.state.returned'],
    operations: authorizeOperation,
    install: (behaviour) => {
      changeLocation(behaviour, authorizeOperation, (location) => location.replace(/&state=[^&]*/, ''));
    },
  },
  {
    id: 'state-escaped-twice',
    description: 'The state comes back percent-encoded twice.',
    trips: ['authorize.state.echoed', 'authorize.state.returned'],
    operations: authorizeOperation,
    install: (behaviour) => {
      mapRedirect(behaviour, (value, name) => (name === 'state' ? encodeURIComponent(value) : value));
    },
  },
  {
    id: 'state-trimmed',
    description: 'Spaces at the ends of a state are lost.',
    trips: ['authorize.state.echoed', 'authorize.state.returned'],
    operations: authorizeOperation,
    install: (behaviour) => {
      mapRedirect(behaviour, (value) => value.trim());
    },
  },
  {
    id: 'state-unescaped',
    description: 'The state comes back without percent-encoding of what a query sets apart.',
    trips: ['authorize.state.echoed'],
    operations: authorizeOperation,
    install: (behaviour) => {
      changeLocation(behaviour, authorizeOperation, (location) =>
        location.replace(/%(?:2B|26|3D|25)/g, decodeURIComponent),
      );
    },
  },
  {
    id: 'denial-of-only-uri-yields-code',
    description: 'A denial without a redirect URI yields a code.',
    trips: ['authorize.denial.no-code'],
    operations: authorizeOperation,
    install: (behaviour) => {
      onCall(behaviour, authorizeOperation, (call) => {
        const form = bodyForm(call);
        if (form.has('redirect_uri') || form.get('confirm') !== 'no') return call;
        form.set('confirm', 'yes');
        return withForm(call, form);
      });
    },
  },
  {
    id: 'denial-yields-code',
    description: 'A denied authorization yields a code.',
    trips: ['authorize.denial.no-code'],
    operations: authorizeOperation,
    install: (behaviour) => {
      onForm(behaviour, authorizeOperation, (form) =>
        mapForm(form, (value, name) => (name === 'confirm' && value === 'no' ? 'yes' : value)),
      );
    },
  },
  {
    id: 'denial-untold',
    description: 'A denial sends the user back without a word to the client.',
    trips: ['authorize.denial.told'],
    operations: authorizeOperation,
    install: (behaviour) => {
      writeDenial(behaviour, 'denied=1');
    },
  },
  {
    id: 'denial-with-odd-error',
    description: 'An error is described in two lines, with quotes.',
    trips: ['authorize.error.characters'],
    operations: authorizeOperation,
    install: (behaviour) => {
      writeDenial(behaviour, '$&&error_description=The%20user%0Asaid%20%22no%22');
    },
  },
  {
    id: 'denial-told-twice',
    description: 'The redirect of a denial has its error twice.',
    trips: ['authorize.error.single'],
    operations: authorizeOperation,
    install: (behaviour) => {
      writeDenial(behaviour, '$&&error=access_denied');
    },
  },
  {
    id: 'denial-with-odd-page',
    description: 'The page that describes an error has a blank in its address.',
    trips: ['authorize.error.characters'],
    operations: authorizeOperation,
    install: (behaviour) => {
      writeDenial(behaviour, '$&&error_uri=https%3A%2F%2Fprism.example.com%2Fno%20way');
    },
  },
  {
    id: 'empty-state-refused',
    description: 'A state without a value is refused.',
    trips: ['authorize.empty-state.accepted'],
    operations: authorizeOperation,
    install: (behaviour) => {
      refuseWhen(behaviour, authorizeOperation, (call) => bodyForm(call).get('state') === '');
    },
  },
  {
    id: 'location-not-escaped',
    description: 'Locations have blanks, quotes, braces and the like as they are.',
    trips: ['response.location.reference'],
    operations: authorizeOperation,
    install: (behaviour) => {
      changeLocation(behaviour, authorizeOperation, (location) =>
        location.replace(/%(?:20|22|5C|5E|60|7B|7C|7D)/g, decodeURIComponent),
      );
    },
  },
  {
    id: 'unknown-client-redirected',
    description: 'An unknown client is told so, by a redirect.',
    trips: ['authorize.refused.no-redirect'],
    operations: authorizeOperation,
    install: (behaviour) => {
      onAnswer(behaviour, authorizeOperation, (answer, call, { store }) => {
        const form = bodyForm(call);
        const uri = form.get('redirect_uri');
        const isKnown = store.clients.has(form.get('client_id') ?? '');
        return answer.status === 400 && !isKnown && uri !== null
          ? redirectAnswer(behaviour.buildLocation(uri, [['error', 'unauthorized_client']]))
          : answer;
      });
    },
  },
  {
    id: 'unregistered-uri-redirected',
    description: 'A redirect URI that is not registered is told so, by a redirect.',
    trips: ['authorize.refused.no-redirect', 'authorize.redirect.exact'],
    operations: authorizeOperation,
    install: (behaviour) => {
      onAnswer(behaviour, authorizeOperation, (answer, call) => {
        const uri = bodyForm(call).get('redirect_uri');
        return answer.status === 400 && uri !== null
          ? redirectAnswer(behaviour.buildLocation(uri, [['error', 'invalid_request']]))
          : answer;
      });
    },
  },
  {
    id: 'errors-by-redirect',
    description: 'Invalid authorizations of a good client are told by a redirect.',
    trips: ['authorize.refusal.envelope'],
    operations: authorizeOperation,
    install: (behaviour) => {
      onAnswer(behaviour, authorizeOperation, (answer, call, { store }) => {
        const form = bodyForm(call);
        const uri = form.get('redirect_uri') ?? '';
        const isGood = store.clients.get(form.get('client_id') ?? '')?.redirect_uris.includes(uri) === true;
        return answer.status === 400 && isGood ? redirectAnswer(`${uri}?error=invalid_request`) : answer;
      });
    },
  },
  {
    id: 'errors-on-own-page',
    description: 'Invalid authorizations are redirected to a page of the target.',
    trips: ['authorize.refusal.envelope'],
    operations: authorizeOperation,
    install: (behaviour) => {
      onAnswer(behaviour, authorizeOperation, (answer) =>
        answer.status === 400 ? redirectAnswer('/console/errors?message=The+request+is+invalid.') : answer,
      );
    },
  },
  {
    id: 'deleted-client-authorizes',
    description: 'A deleted client can still be authorized.',
    trips: ['authorize.client.known'],
    operations: authorizeOperation,
    install: (behaviour) => {
      const deleted = new Map<string, OauthClientResponse>();
      behaviour.wrappers.push((call, next, { store }) => {
        const before = store.clients.get(call.clientId);
        if (call.operation === 'oauth_client_client_id_delete' && before !== undefined)
          deleted.set(before.client_id, before);
        const client = deleted.get(bodyForm(call).get('client_id') ?? '');
        if (call.operation !== 'oauth_authorize_post' || client === undefined) return next(call);
        store.putClient(client);
        return Promise.resolve(next(call)).finally(() => store.clients.delete(client.client_id));
      });
    },
  },
  {
    id: 'unknown-parameters-refused',
    description:
      'A form parameter that the contract does not know is refused (RFC 6749 section 3.1 ignores it).',
    trips: ['authorize.extra.ignored', 'token.extra.ignored'],
    operations: formOperations,
    install: (behaviour) => {
      refuseWhen(behaviour, formOperations, (call) =>
        [...bodyForm(call).keys()].some((name) => !known.includes(name)),
      );
    },
  },
  {
    id: 'short-states-refused',
    description: 'A state of fewer than 8 characters is refused, and an authorization without one.',
    trips: ['request.valid.accepted'],
    operations: authorizeOperation,
    install: (behaviour) => {
      refuseWhen(behaviour, authorizeOperation, (call) => (bodyForm(call).get('state') ?? '').length < 8);
    },
  },
  {
    id: 'state-splits-header',
    description: 'A line break in a state ends the Location header.',
    trips: ['authorize.header.unsplit'],
    operations: authorizeOperation,
    install: (behaviour) => {
      onWire(
        behaviour,
        (call, answer) =>
          call.operation === 'oauth_authorize_post' && /%0[ad]/i.test(answer.headers['Location'] ?? ''),
        (response, { headers }) => {
          const location = (headers['Location'] ?? '').replace(/%(0[ad]|20|3a)/gi, (escape) =>
            decodeURIComponent(escape),
          );
          response.socket?.end(`HTTP/1.1 302 Found\r\nContent-Length: 0\r\nLocation: ${location}\r\n\r\n`);
        },
      );
    },
  },
  {
    id: 'pkce-misread',
    description: 'A token request with a PKCE verifier is refused.',
    trips: ['authorize.pkce.redeemable'],
    operations: tokenOperation,
    install: (behaviour) => {
      refuseWhen(behaviour, tokenOperation, (call) => bodyForm(call).has('code_verifier'));
    },
  },
  {
    id: 'state-as-json',
    description: 'A state that is JSON comes back as another spelling of it.',
    trips: ['authorize.state.returned'],
    operations: authorizeOperation,
    install: (behaviour) => {
      mapRedirect(behaviour, (value, name) => (name === 'state' ? respelled(value) : value));
    },
  },
  {
    id: 'state-as-number',
    description: 'A state that looks like a number comes back as one.',
    trips: ['authorize.state.returned'],
    operations: authorizeOperation,
    install: (behaviour) => {
      mapRedirect(behaviour, (value) => (/^\d+$/.test(value) ? String(Number(value)) : value));
    },
  },
  {
    id: 'state-cut-at-1024',
    description: 'A state comes back with 1024 characters at most.',
    trips: ['authorize.state.returned'],
    operations: authorizeOperation,
    install: (behaviour) => {
      mapRedirect(behaviour, (value) => value.slice(0, 1024));
    },
  },
  {
    id: 'state-null-dropped',
    description: 'A state that reads null is taken for none.',
    trips: ['authorize.state.returned'],
    operations: authorizeOperation,
    install: (behaviour) => {
      onCall(behaviour, authorizeOperation, (call) => {
        const form = bodyForm(call);
        if (form.get('state') !== 'null') return call;
        form.delete('state');
        return withForm(call, form);
      });
    },
  },
];

function respelled(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text));
  } catch {
    return text;
  }
}
