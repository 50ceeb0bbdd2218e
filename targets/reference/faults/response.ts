import { isJsonObject } from '../../../spec/json-object.ts';
import { redirectAnswer } from '../answer.ts';
import { bodyForm } from '../wrap/read-call.ts';
import {
  changeLocation,
  deletionsAnswer,
  onAnswer,
  onSuccess,
  sendFurtherMember,
  withHeader,
  withoutHeader,
  withoutMembers,
  withStatus,
} from '../wrap/change-answer.ts';
import {
  adfsLoginOperation,
  authorizeOperation,
  callbackOperation,
  deleteOperation,
  generateOperation,
  idpLoginOperation,
  listOperation,
  readOperation,
  recordOperations,
  registerOperation,
  tokenOperation,
} from '../wrap/concern.ts';
import type { Fault } from './fault.ts';
import { responseDateFaults } from './response-dates.ts';

/** Faults in the form of successful answers. */
export const responseFaults: readonly Fault[] = [
  {
    id: 'any-entity-tag-matches',
    description: 'Whoever asks for another version than one they have is told that there is none.',
    trips: ['response.status.documented'],
    operations: readOperation,
    install: (behaviour) => {
      onAnswer(behaviour, readOperation, (answer, call) =>
        call.headers['if-none-match'] === undefined || answer.status !== 200
          ? answer
          : { ...withStatus(answer, 304), body: null },
      );
    },
  },
  {
    id: 'authorize-answers-303',
    description: 'An authorization redirects with 303.',
    trips: ['response.status.documented'],
    operations: authorizeOperation,
    install: (behaviour) => {
      onAnswer(behaviour, authorizeOperation, (answer) =>
        answer.status === 302 ? { ...answer, status: 303 } : answer,
      );
    },
  },
  {
    id: 'authorize-answers-307',
    description: 'An authorization redirects with 307, so that the form is sent on to the client.',
    trips: ['response.status.documented', 'authorize.redirect.not-repeated'],
    operations: authorizeOperation,
    install: (behaviour) => {
      onAnswer(behaviour, authorizeOperation, (answer) =>
        answer.status === 302 ? { ...answer, status: 307 } : answer,
      );
    },
  },
  {
    id: 'delete-answers-204',
    description: 'A deletion is answered with 204 and without the client.',
    trips: ['response.status.documented'],
    operations: deleteOperation,
    install: (behaviour) => {
      onAnswer(behaviour, deleteOperation, (answer) =>
        answer.status === 200 ? { ...answer, status: 204, body: null } : answer,
      );
    },
  },
  {
    id: 'delete-answers-nothing',
    description: 'A deletion is answered with 200 and no body, as builds of 2018 document it.',
    trips: ['client.deletion.with-client'],
    operations: deleteOperation,
    install: deletionsAnswer(''),
  },
  {
    id: 'login-answers-200',
    description: 'A login is a page with a link instead of a redirect.',
    trips: ['response.status.documented'],
    operations: adfsLoginOperation,
    install: (behaviour) => {
      onAnswer(behaviour, adfsLoginOperation, (answer) =>
        answer.status === 302 ? { ...answer, status: 200, payload: '<a href="/adfs">Log in</a>' } : answer,
      );
    },
  },
  {
    id: 'login-answers-307',
    description: 'A login redirects with 307.',
    trips: ['response.status.documented'],
    operations: idpLoginOperation,
    install: (behaviour) => {
      onAnswer(behaviour, idpLoginOperation, (answer) =>
        answer.status === 302 ? { ...answer, status: 307 } : answer,
      );
    },
  },
  {
    id: 'register-answers-201',
    description: 'A registration is answered with 201.',
    trips: ['response.status.documented'],
    operations: registerOperation,
    install: (behaviour) => {
      onAnswer(behaviour, registerOperation, (answer) =>
        answer.status === 200 ? { ...answer, status: 201 } : answer,
      );
    },
  },
  {
    id: 'client-as-text-html',
    description: 'A client is answered as text/html, the default of a framework.',
    trips: ['response.content-type.json'],
    operations: readOperation,
    install: (behaviour) => {
      onAnswer(behaviour, readOperation, (answer) =>
        answer.status === 200 ? withHeader(answer, 'Content-Type', 'text/html; charset=utf-8') : answer,
      );
    },
  },
  {
    id: 'list-without-content-type',
    description: 'A list is answered without a Content-Type.',
    trips: ['response.content-type.json'],
    operations: listOperation,
    install: (behaviour) => {
      onAnswer(behaviour, listOperation, (answer) =>
        answer.status === 200 ? withoutHeader(answer, 'Content-Type') : answer,
      );
    },
  },
  {
    id: 'token-as-text-plain',
    description: 'A token is answered as text/plain.',
    trips: ['response.content-type.json'],
    operations: tokenOperation,
    install: (behaviour) => {
      onAnswer(behaviour, tokenOperation, (answer) =>
        answer.status === 200 ? withHeader(answer, 'Content-Type', 'text/plain') : answer,
      );
    },
  },
  {
    id: 'client-inside-status',
    description: 'A client is wrapped in `status`, as other v3 entities are.',
    trips: ['response.schema.valid'],
    operations: readOperation,
    install: (behaviour) => {
      onSuccess(behaviour, readOperation, (body) => ({ status: body }));
    },
  },
  {
    id: 'empty-arrays-as-null',
    description: 'An array without entries is answered as null.',
    trips: ['response.schema.valid'],
    operations: recordOperations,
    install: (behaviour) => {
      onSuccess(behaviour, recordOperations, (body) =>
        Object.fromEntries(
          Object.entries(body).map(([name, value]) => [
            name,
            Array.isArray(value) && value.length === 0 ? null : value,
          ]),
        ),
      );
    },
  },
  {
    id: 'empty-members-left-out',
    description: 'Empty texts and arrays are left out of answers.',
    trips: ['response.schema.valid'],
    operations: recordOperations,
    install: (behaviour) => {
      onSuccess(behaviour, recordOperations, (body) =>
        Object.fromEntries(
          Object.entries(body).filter(
            ([, value]) => value !== '' && !(Array.isArray(value) && value.length === 0),
          ),
        ),
      );
    },
  },
  {
    id: 'expires-in-as-text',
    description: 'The lifetime of a token is a string.',
    trips: ['response.schema.valid'],
    operations: tokenOperation,
    install: (behaviour) => {
      onSuccess(behaviour, tokenOperation, (body) => ({ ...body, expires_in: String(body['expires_in']) }));
    },
  },
  {
    id: 'length-counts-characters',
    description:
      'Content-Length counts characters instead of bytes, so that the end of other than ASCII text is cut off.',
    trips: ['response.schema.valid', 'response.json.utf-8'],
    operations: recordOperations,
    install: (behaviour) => {
      onAnswer(behaviour, recordOperations, (answer) => {
        if (answer.body === null || answer.status !== 200) return answer;
        const text = JSON.stringify(answer.body);
        return { ...answer, payload: Buffer.from(text).subarray(0, text.length) };
      });
    },
  },
  {
    id: 'list-as-bare-array',
    description: 'A list is the bare array of its entities.',
    trips: ['response.schema.valid'],
    operations: listOperation,
    install: (behaviour) => {
      onAnswer(behaviour, listOperation, (answer) =>
        answer.status === 200 ? { ...answer, payload: JSON.stringify(answer.body?.['entities']) } : answer,
      );
    },
  },
  {
    id: 'list-entities-as-null',
    description: 'An empty list has null for its entities.',
    trips: ['response.schema.valid'],
    operations: listOperation,
    install: (behaviour) => {
      onSuccess(behaviour, listOperation, ({ entities, ...body }) => ({
        entities: Array.isArray(entities) && entities.length > 0 ? entities : null,
        ...body,
      }));
    },
  },
  {
    id: 'list-without-metadata',
    description: 'A list has no metadata.',
    trips: ['response.schema.valid'],
    operations: listOperation,
    install: (behaviour) => {
      onSuccess(behaviour, listOperation, (body) => withoutMembers(body, 'metadata'));
    },
  },
  {
    id: 'read-without-secret',
    description: 'A client that is read has no secret.',
    trips: ['response.schema.valid'],
    operations: readOperation,
    install: (behaviour) => {
      onSuccess(behaviour, readOperation, (body) => withoutMembers(body, 'client_secret'));
    },
  },
  {
    id: 'scope-as-array',
    description: 'The scope of a token is an array, as in generate_token.',
    trips: ['response.schema.valid'],
    operations: tokenOperation,
    install: (behaviour) => {
      onSuccess(behaviour, tokenOperation, (body) => ({ ...body, scope: String(body['scope']).split(' ') }));
    },
  },
  {
    id: 'scopes-as-text',
    description: 'The scopes of a generated token are one string, as in the token endpoint.',
    trips: ['response.schema.valid'],
    operations: generateOperation,
    install: (behaviour) => {
      onSuccess(behaviour, generateOperation, ({ oauth_token: token, ...body }) => ({
        ...body,
        oauth_token: isJsonObject(token) ? { ...token, scopes: [token['scopes']].flat().join(' ') } : token,
      }));
    },
  },
  {
    id: 'token-without-refresh-token',
    description: 'An exchanged code gives no refresh token.',
    trips: ['response.schema.valid'],
    operations: tokenOperation,
    install: (behaviour) => {
      onSuccess(behaviour, tokenOperation, (body) => withoutMembers(body, 'refresh_token'));
    },
  },
  {
    id: 'authorize-without-location',
    description: 'An authorization has its destination in the body only.',
    trips: ['response.location.present'],
    operations: authorizeOperation,
    install: (behaviour) => {
      onAnswer(behaviour, authorizeOperation, (answer) =>
        answer.status === 302
          ? { ...withoutHeader(answer, 'Location'), body: { location: answer.headers['Location'] } }
          : answer,
      );
    },
  },
  {
    id: 'login-without-location',
    description: 'A login redirects without saying where to.',
    trips: ['response.location.present'],
    operations: idpLoginOperation,
    install: (behaviour) => {
      onAnswer(behaviour, idpLoginOperation, (answer) => withoutHeader(answer, 'Location'));
    },
  },
  {
    id: 'login-host-unset',
    description: 'The host of the identity provider is not configured.',
    trips: ['response.location.absolute'],
    operations: idpLoginOperation,
    install: (behaviour) => {
      changeLocation(behaviour, idpLoginOperation, (location) => location.replace('idp.example.com', 'null'));
    },
  },
  {
    id: 'login-location-unset',
    description: 'The page of the login is not configured.',
    trips: ['response.location.absolute'],
    operations: idpLoginOperation,
    install: (behaviour) => {
      changeLocation(behaviour, idpLoginOperation, () => 'null');
    },
  },
  {
    id: 'login-over-http',
    description: 'A login redirects to a page over plain HTTP.',
    trips: ['response.location.absolute'],
    operations: adfsLoginOperation,
    install: (behaviour) => {
      changeLocation(behaviour, adfsLoginOperation, (location) => location.replace('https:', 'http:'));
    },
  },
  {
    id: 'body-in-latin-1',
    description: 'JSON is encoded as ISO 8859-1.',
    trips: ['response.json.utf-8'],
    operations: recordOperations,
    install: (behaviour) => {
      onAnswer(behaviour, recordOperations, (answer) =>
        answer.status === 200
          ? { ...answer, payload: Buffer.from(JSON.stringify(answer.body), 'latin1') }
          : answer,
      );
    },
  },
  {
    id: 'body-with-byte-order-mark',
    description: 'JSON starts with a byte order mark.',
    trips: ['response.json.utf-8'],
    operations: readOperation,
    install: (behaviour) => {
      onAnswer(behaviour, readOperation, (answer) =>
        answer.status === 200 ? { ...answer, payload: `\ufeff${JSON.stringify(answer.body)}` } : answer,
      );
    },
  },
  {
    id: 'member-sent-twice',
    description: 'A member of a client comes twice.',
    trips: ['response.json.unique-members'],
    operations: readOperation,
    install: (behaviour) => {
      sendFurtherMember(behaviour, readOperation, '"client_name":""');
    },
  },
  ...responseDateFaults,
  {
    id: 'callback-hands-code-on',
    description: 'The callback of the identity provider hands the code on to the console.',
    trips: ['response.secret.not-repeated'],
    operations: callbackOperation,
    install: (behaviour) => {
      onAnswer(behaviour, callbackOperation, (answer, call) => {
        const code = new URLSearchParams(call.query).get('code');
        return answer.status === 401 || code === null
          ? answer
          : redirectAnswer(`https://prism.example.com/console/?code=${encodeURIComponent(code)}`);
      });
    },
  },
  {
    id: 'token-answer-with-client-secret',
    description: 'A token comes with the secret that it was asked for with.',
    trips: ['response.secret.not-repeated'],
    operations: tokenOperation,
    install: (behaviour) => {
      onSuccess(behaviour, tokenOperation, (body, call) => ({
        ...body,
        client_secret: bodyForm(call).get('client_secret'),
      }));
    },
  },
];
