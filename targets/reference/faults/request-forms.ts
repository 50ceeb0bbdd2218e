import { isJsonObject } from '../../../spec/json-object.ts';
import { redirectAnswer } from '../answer.ts';
import { completeAnswer } from '../envelope.ts';
import { bodyForm, bodyJson } from '../wrap/read-call.ts';
import { mapForm, onCall, onForm, onJson } from '../wrap/change-call.ts';
import { mapMembers, onAnswer } from '../wrap/change-answer.ts';
import {
  authorizeOperation,
  bodyOperations,
  callbackOperation,
  formOperations,
  generateOperation,
  numberOperations,
  revokeOperation,
  tokenOperation,
} from '../wrap/concern.ts';
import { refuseWhen } from '../wrap/refuse-call.ts';
import type { Fault } from './fault.ts';

const absent = 'urn:absent';

/** Faults in which forms and parameters are accepted. */
export const requestFormFaults: readonly Fault[] = [
  {
    id: 'form-charset-refused',
    description: 'A form with a charset parameter is another media type.',
    trips: ['request.valid.accepted'],
    operations: formOperations,
    install: (behaviour) => {
      refuseWhen(behaviour, formOperations, (call) => call.headers['content-type']?.includes(';') === true);
    },
  },
  {
    id: 'charset-in-quotes-unknown',
    description: 'The quotes around a charset are taken for a part of its name.',
    trips: ['request.valid.accepted'],
    operations: bodyOperations,
    install: (behaviour) => {
      refuseWhen(behaviour, bodyOperations, ({ headers }) => (headers['content-type'] ?? '').includes('"'));
    },
  },
  {
    id: 'blank-after-media-type-kept',
    description: 'A blank before the parameters of a media type is taken for a part of it.',
    trips: ['request.valid.accepted'],
    operations: bodyOperations,
    install: (behaviour) => {
      refuseWhen(behaviour, bodyOperations, ({ headers }) => (headers['content-type'] ?? '').includes(' ;'));
    },
  },
  {
    id: 'charset-case-sensitive',
    description: 'The charset is known as utf-8 only.',
    trips: ['request.case.ignored'],
    operations: bodyOperations,
    install: (behaviour) => {
      refuseWhen(behaviour, bodyOperations, ({ headers }) => {
        const [, charset = 'utf-8'] = /charset=(.*)/i.exec(headers['content-type'] ?? '') ?? [];
        return charset !== 'utf-8';
      });
    },
  },
  {
    id: 'form-media-type-case-sensitive',
    description: 'The media type of forms is known in lower case only.',
    trips: ['request.case.ignored'],
    operations: formOperations,
    install: (behaviour) => {
      refuseWhen(behaviour, formOperations, ({ headers }) =>
        /^[^;]*[A-Z]/.test(headers['content-type'] ?? ''),
      );
    },
  },
  {
    id: 'hint-required',
    description: 'A revocation without a hint is refused.',
    trips: ['request.valid.accepted', 'revoke.known.succeeds'],
    operations: revokeOperation,
    install: (behaviour) => {
      refuseWhen(behaviour, revokeOperation, (call) => !call.query.includes('token_type_hint='));
    },
  },
  {
    id: 'long-state-refused',
    description: 'A state over 64 characters is refused.',
    trips: ['request.valid.accepted'],
    operations: authorizeOperation,
    install: (behaviour) => {
      refuseWhen(behaviour, authorizeOperation, (call) => (bodyForm(call).get('state') ?? '').length > 64);
    },
  },
  {
    id: 'revocation-needs-body',
    description: 'A revocation without a body is refused.',
    trips: ['request.valid.accepted', 'revoke.known.succeeds'],
    operations: revokeOperation,
    install: (behaviour) => {
      refuseWhen(behaviour, revokeOperation, (call) => call.body.length === 0);
    },
  },
  {
    id: 'state-required',
    description: 'An authorization without a state is refused.',
    trips: ['request.valid.accepted'],
    operations: authorizeOperation,
    install: (behaviour) => {
      refuseWhen(behaviour, authorizeOperation, (call) => !bodyForm(call).has('state'));
    },
  },
  {
    id: 'token-asks-for-state',
    description: 'A code that was asked for with a state is redeemed with that state only.',
    trips: ['request.valid.accepted', 'token.code.redeemed'],
    operations: tokenOperation,
    install: (behaviour) => {
      const asked = new Set<string>();
      onAnswer(behaviour, authorizeOperation, (answer, call) => {
        const code = /[?&]code=([^&]+)/.exec(String(answer.headers['Location']))?.[1];
        if (code !== undefined && bodyForm(call).has('state')) asked.add(code);
        return answer;
      });
      refuseWhen(behaviour, tokenOperation, (call) => {
        const form = bodyForm(call);
        return asked.has(form.get('code') ?? '') && !form.has('state');
      });
    },
  },
  {
    id: 'callback-without-code',
    description: 'A callback without a code goes to the console.',
    trips: ['request.invalid.refused'],
    operations: callbackOperation,
    install: (behaviour) => {
      onAnswer(behaviour, callbackOperation, (answer, call) =>
        answer.status === 400 && !call.query.includes('code=')
          ? redirectAnswer('https://prism.example.com:9440/console/')
          : answer,
      );
    },
  },
  {
    id: 'choices-trimmed',
    description: 'Blanks around the value of a parameter with few values are cut off.',
    trips: ['request.invalid.refused'],
    operations: formOperations,
    install: (behaviour) => {
      onForm(behaviour, formOperations, (form) =>
        mapForm(form, (value, name) =>
          ['confirm', 'response_type', 'grant_type'].includes(name) ? value.trim() : value,
        ),
      );
    },
  },
  {
    id: 'code-without-redirect-uri',
    description: 'A code can be redeemed without the redirect URI.',
    trips: ['request.invalid.refused'],
    operations: tokenOperation,
    install: (behaviour) => {
      const fits = behaviour.codeFitsRedirectUri;
      behaviour.codeFitsRedirectUri = (code, uri) => uri === absent || fits(code, uri);
      onForm(behaviour, tokenOperation, (form) => {
        if (!form.get('redirect_uri')) form.set('redirect_uri', absent);
        return form;
      });
    },
  },
  {
    id: 'confirm-anything',
    description: 'Whatever is not no counts as consent.',
    trips: ['request.invalid.refused', 'authorize.closed-list.no-code'],
    operations: authorizeOperation,
    install: (behaviour) => {
      onForm(behaviour, authorizeOperation, (form) => {
        form.set('confirm', form.get('confirm') === 'no' ? 'no' : 'yes');
        return form;
      });
    },
  },
  {
    id: 'form-media-type-unchecked',
    description: 'The form operations read a form out of any media type.',
    trips: ['request.invalid.refused'],
    operations: formOperations,
    install: (behaviour) => {
      onCall(behaviour, formOperations, (call) => ({
        ...call,
        headers: { ...call.headers, 'content-type': 'application/x-www-form-urlencoded' },
      }));
    },
  },
  {
    id: 'fraction-cut-off',
    description: 'The fraction of a number is cut off where an integer is asked for.',
    trips: ['request.invalid.refused'],
    operations: numberOperations,
    install: (behaviour) => {
      onJson(behaviour, numberOperations, (members) =>
        mapMembers(members, (value) => (typeof value === 'number' ? Math.trunc(value) : value)),
      );
    },
  },
  {
    id: 'grant-type-guessed',
    description: 'A missing or unknown grant_type is guessed from what else was sent.',
    trips: ['request.invalid.refused', 'token.grant-type.closed'],
    operations: tokenOperation,
    install: (behaviour) => {
      onForm(behaviour, tokenOperation, (form) => {
        form.set('grant_type', form.has('code') ? 'authorization_code' : 'refresh_token');
        return form;
      });
    },
  },
  {
    id: 'grant-type-in-any-case',
    description: 'Case and spaces of grant_type are ignored.',
    trips: ['request.invalid.refused'],
    operations: tokenOperation,
    install: (behaviour) => {
      onForm(behaviour, tokenOperation, (form) =>
        mapForm(form, (value, name) => (name === 'grant_type' ? value.trim().toLowerCase() : value)),
      );
    },
  },
  {
    id: 'int64-unchecked',
    description: 'A lifetime beyond 64 bits is accepted, as a double holds it somehow.',
    trips: ['request.invalid.refused'],
    operations: generateOperation,
    install: (behaviour) => {
      onJson(behaviour, generateOperation, (members) =>
        mapMembers(members, (value) => (typeof value === 'number' && value >= 2 ** 63 ? 3600 : value)),
      );
    },
  },
  {
    id: 'json-on-form-operations',
    description: 'The form operations take JSON as well.',
    trips: ['request.invalid.refused'],
    operations: formOperations,
    install: (behaviour) => {
      onCall(behaviour, formOperations, (call) => {
        const body = bodyJson(call);
        if (!isJsonObject(body) || call.headers['content-type']?.startsWith('application/json') !== true)
          return call;
        const form = new URLSearchParams(
          Object.fromEntries(Object.entries(body).map(([name, value]) => [name, String(value)])),
        );
        const headers = { ...call.headers, 'content-type': 'application/x-www-form-urlencoded' };
        return { ...call, headers, body: Buffer.from(form.toString()) };
      });
    },
  },
  {
    id: 'lifetime-as-text-accepted',
    description: 'A lifetime in a string is accepted.',
    trips: ['request.invalid.refused'],
    operations: generateOperation,
    install: (behaviour) => {
      onJson(behaviour, generateOperation, (members) =>
        mapMembers(members, (value, name) =>
          name === 'expires_in' && typeof value === 'string' ? 3600 : value,
        ),
      );
    },
  },
  {
    id: 'repeated-parameter-last-wins',
    description: 'Of a repeated form parameter the last counts.',
    trips: ['request.invalid.refused', 'authorize.repeated.second-ignored'],
    operations: formOperations,
    install: (behaviour) => {
      onForm(behaviour, formOperations, (form) => new URLSearchParams(Object.fromEntries(form)));
    },
  },
  {
    id: 'response-type-unchecked',
    description: 'Every response_type counts as code.',
    trips: ['request.invalid.refused', 'authorize.closed-list.no-code'],
    operations: authorizeOperation,
    install: (behaviour) => {
      onForm(behaviour, authorizeOperation, (form) => {
        form.set('response_type', 'code');
        return form;
      });
    },
  },
  {
    id: 'revoke-nothing',
    description: 'A revocation without a token is answered with success.',
    trips: ['request.invalid.refused'],
    operations: revokeOperation,
    install: (behaviour) => {
      onAnswer(behaviour, revokeOperation, (answer, call) =>
        answer.status === 400 && !/(?:^|&)token=[^&]/.test(call.query) ? completeAnswer() : answer,
      );
    },
  },
];
