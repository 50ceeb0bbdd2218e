import type { AnswerWriter } from '../answer.ts';
import { randomText } from '../behaviour.ts';
import { bodyForm } from '../wrap/read-call.ts';
import { encodeWhere, htmlPage, onAnswer, withHeader } from '../wrap/change-answer.ts';
import { authorizeOperation, idpLoginOperation } from '../wrap/concern.ts';
import { writeRendered } from '../write-answer.ts';
import type { Fault } from './fault.ts';

/** Leaves out the header that forbids framing. */
const writeFrameable: AnswerWriter = (response, rendered) => {
  const headers = Object.entries(rendered.headers).filter(([name]) => name !== 'X-Frame-Options');
  writeRendered(response, { ...rendered, headers: Object.fromEntries(headers) });
};

export const headerFaults: readonly Fault[] = [
  {
    id: 'hsts-malformed',
    description: 'Strict-Transport-Security has a colon for a semicolon.',
    trips: ['header.hsts.well-formed'],
    install: (behaviour) => {
      onAnswer(behaviour, 'all', (answer) =>
        withHeader(answer, 'Strict-Transport-Security', 'max-age=8640000:includeSubdomains'),
      );
    },
  },
  {
    id: 'hsts-twice',
    description: 'Strict-Transport-Security is sent by the gateway and by what is behind it.',
    trips: ['header.hsts.single'],
    install: (behaviour) => {
      onAnswer(behaviour, 'all', (answer) =>
        // Another spelling of the name adds another header line.
        withHeader(answer, 'strict-transport-security', 'max-age=31536000'),
      );
    },
  },
  {
    id: 'nosniff-missing',
    description: 'X-Content-Type-Options has another value.',
    trips: ['header.nosniff.well-formed'],
    install: (behaviour) => {
      onAnswer(behaviour, 'all', (answer) => withHeader(answer, 'X-Content-Type-Options', 'sniff'));
    },
  },
  {
    id: 'framing-allowed',
    description: 'Any page may frame answers.',
    trips: ['header.frame-options.well-formed'],
    install: (behaviour) => {
      onAnswer(behaviour, 'all', (answer) => withHeader(answer, 'X-Frame-Options', 'ALLOWALL'));
    },
  },
  {
    id: 'framing-undenied',
    description: 'The page of a refused authorization may be framed by any other.',
    trips: ['header.framing.denied', 'error.envelope.documented'],
    operations: authorizeOperation,
    install: (behaviour) => {
      onAnswer(behaviour, authorizeOperation, (answer) =>
        answer.status < 400 ? answer : { ...htmlPage(answer), wire: writeFrameable },
      );
    },
  },
  {
    id: 'encoded-unasked',
    description: 'Answers are compressed, whatever the client accepts.',
    trips: ['header.content-encoding.as-asked'],
    install: (behaviour) => {
      encodeWhere(behaviour, () => true);
    },
  },
  {
    id: 'cookie-without-secure',
    description: 'The session cookie is sent over plain HTTP too.',
    trips: ['header.cookie.secure'],
    install: (behaviour) => {
      onAnswer(behaviour, 'all', (answer) =>
        withHeader(
          answer,
          'Set-Cookie',
          `NTNX_IGW_SESSION=${randomText(24)}; Path=/; HttpOnly; SameSite=Lax`,
        ),
      );
    },
  },
  {
    id: 'cookie-without-http-only',
    description: 'The session cookie can be read by scripts.',
    trips: ['header.cookie.http-only'],
    install: (behaviour) => {
      onAnswer(behaviour, 'all', (answer) =>
        withHeader(answer, 'Set-Cookie', `NTNX_IGW_SESSION=${randomText(24)}; Path=/; Secure; SameSite=Lax`),
      );
    },
  },
  {
    id: 'cookie-without-same-site',
    description: 'The session cookie has no SameSite.',
    trips: ['header.cookie.same-site'],
    install: (behaviour) => {
      onAnswer(behaviour, 'all', (answer) =>
        withHeader(answer, 'Set-Cookie', `NTNX_IGW_SESSION=${randomText(24)}; Path=/; Secure; HttpOnly`),
      );
    },
  },
  {
    id: 'cookie-attribute-twice',
    description: 'The session cookie has HttpOnly twice.',
    trips: ['header.cookie.attributes-once'],
    install: (behaviour) => {
      onAnswer(behaviour, 'all', (answer) =>
        withHeader(
          answer,
          'Set-Cookie',
          `NTNX_IGW_SESSION=${randomText(24)}; HttpOnly; Path=/; HttpOnly; Secure; SameSite=Lax`,
        ),
      );
    },
  },
  {
    id: 'length-with-204',
    description: 'A 204 says that its body has no bytes.',
    trips: ['header.content-length.not-with-204'],
    install: (behaviour) => {
      onAnswer(behaviour, 'all', (answer) =>
        answer.status === 204 ? withHeader(answer, 'Content-Length', '0') : answer,
      );
    },
  },
  {
    id: 'server-version-shown',
    description: 'Answers show the version of the server.',
    trips: ['header.server.version-hidden'],
    install: (behaviour) => {
      onAnswer(behaviour, 'all', (answer) => withHeader(answer, 'Server', 'Apache/2.4.6 (CentOS)'));
    },
  },
  {
    id: 'password-in-login-location',
    description: 'The way to the identity provider has the password of the caller, escaped.',
    trips: ['header.secret.absent'],
    operations: idpLoginOperation,
    install: (behaviour) => {
      onAnswer(behaviour, idpLoginOperation, (answer, _call, { login }) => {
        const escaped = Array.from(Buffer.from(login.password), (byte) => `%${byte.toString(16)}`).join('');
        const location = answer.headers['Location'];
        return location === undefined
          ? answer
          : withHeader(answer, 'Location', `${location}&login_hint=${escaped}`);
      });
    },
  },
  {
    id: 'secret-in-location',
    description: 'A redirect with a code also has the secret of the client.',
    trips: ['header.secret.absent'],
    operations: authorizeOperation,
    install: (behaviour) => {
      onAnswer(behaviour, authorizeOperation, (answer, call, { store }) => {
        const location = answer.headers['Location'];
        const client = store.clients.get(bodyForm(call).get('client_id') ?? '');
        return location === undefined || client === undefined
          ? answer
          : withHeader(answer, 'Location', `${location}&client_secret=${client.client_secret}`);
      });
    },
  },
  {
    id: 'cors-reflects-origin',
    description: 'Any origin may read answers with credentials.',
    trips: ['header.cors.not-reflected'],
    install: (behaviour) => {
      onAnswer(behaviour, 'all', (answer, call) =>
        call.headers.origin === undefined
          ? answer
          : {
              ...answer,
              headers: {
                ...answer.headers,
                'Access-Control-Allow-Origin': call.headers.origin,
                'Access-Control-Allow-Credentials': 'true',
              },
            },
      );
    },
  },
];
