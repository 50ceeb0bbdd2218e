import { randomBytes } from 'node:crypto';
import { Buffer } from 'node:buffer';
import type { TargetAnswer } from '../../targets/reference/answer.ts';
import type { ReferenceBehaviour } from '../../targets/reference/behaviour.ts';
import type { Call } from '../../targets/reference/call.ts';
import { createReference } from '../../targets/reference/create-reference.ts';
import type { RunningReference } from '../../targets/reference/create-reference.ts';

/** The beginning of every secret, so that a secret is found even if only its beginning is left. */
export const canary = `Zq9+Qx/Vw7~Ky`;
/** With characters that JSON, HTML and shells escape. */
export const canaryPassword = `${canary}"p&<'\\w é`;

/** A target that has known secrets and reveals them everywhere. */
export interface CanaryTarget extends RunningReference {
  /** How many secrets it has given out, and how many it has been shown, by kind. */
  readonly given: Map<string, number>;
  readonly shown: Map<string, number>;
}

/** Defects that repeat what was sent, and others that make many rules fail in many ways. */
const faults = [
  'credentials-echoed',
  'secret-echoed',
  'token-echoed',
  'trace-echoes',
  'list-shows-other-secret',
  'read-with-other-secret',
  'code-in-any-case',
  'missing-parameter-500',
  'old-secret-works',
  'code-redeemed-twice',
  'code-for-any-client',
  'client-secret-unchecked',
  'delete-answers-204',
  'second-deletion-succeeds',
  'cookie-without-http-only',
  'wrong-type-500',
];

/** Starts the target in this process. */
export async function startCanaryTarget(password = canaryPassword): Promise<CanaryTarget> {
  const given = new Map<string, number>();
  const shown = new Map<string, number>();
  const mint = (kind: string): string => {
    given.set(kind, (given.get(kind) ?? 0) + 1);
    return `${canary}${kind}${randomBytes(12).toString('base64url')}`;
  };
  const running = await createReference({
    faults,
    password,
    customise: (behaviour) => {
      behaviour.newClientSecret = () => mint('secret');
      behaviour.newCode = () => mint('code');
      behaviour.newToken = () => mint('token');
      tellTales(behaviour, mint, shown);
    },
  });
  return { ...running, given, shown };
}

/** Makes each answer repeat the request in every encoding and place, and set a session cookie. */
function tellTales(
  behaviour: ReferenceBehaviour,
  mint: (kind: string) => string,
  shown: Map<string, number>,
): void {
  behaviour.wrappers.push(async (call, next) => {
    const sent = textOf(call);
    for (const kind of ['secret', 'code', 'token', '"p&<']) {
      if (sent.includes(canary + kind)) shown.set(kind, (shown.get(kind) ?? 0) + 1);
    }
    const answer = await next(call);
    const cookie = {
      'Set-Cookie': `NTNX_IGW_SESSION=${encodeURIComponent(mint('cookie'))}; Secure; HttpOnly`,
    };
    const login = loginOf(call);
    const headers = { ...cookie, ...answer.headers, ...buildOf(login) };
    return answer.status < 400 ? { ...answer, headers } : echo({ ...answer, headers }, sent, login);
  });
}

function loginOf({ headers }: Call): string {
  const [, basic = ''] = /^Basic (.*)$/i.exec(headers.authorization ?? '') ?? [];
  return Buffer.from(basic, 'base64').toString();
}

/** Headers that identify the build, which every output file shows. */
function buildOf(login: string): Record<string, string> {
  return {
    Server: `gateway ${encodeURIComponent(login)}`,
    'X-Ntnx-Product': `build ${encodeURIComponent(login)}`,
  };
}

function textOf(call: Call): string {
  const { path, query, headers, body } = call;
  const login = loginOf(call);
  const all = `${path}?${query} ${headers.authorization ?? ''} ${login} ${Buffer.from(body).toString()}`;
  return `${all} ${decoded(all)}`;
}

function decoded(text: string): string {
  return text
    .replaceAll('+', '%2B')
    .replaceAll(/(?:%[\da-f]{2})+/gi, (escapes) =>
      Buffer.from(escapes.replaceAll('%', ''), 'hex').toString(),
    );
}

/** A text in other letter case, and split in several ways. */
function changed(text: string): readonly string[] {
  return [
    text.toUpperCase(),
    text.toLowerCase(),
    Array.from(text).join(' '),
    text.replaceAll(/.{4}/gsu, '$&\t'),
    text.replaceAll(/.{6}/gsu, '$&\r\n '),
    text.replaceAll(/.{7}/gsu, '$&=\r\n'),
  ];
}

/** A password as a value in many places, each behind a name by which `findMarked` knows it. */
function markedValues(password: string): Readonly<Record<string, unknown>> {
  const html = password.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
  return {
    zq_echo: password,
    zq_list: { zq_echo: ['x', password] },
    zq_query: `/cb?a=1&zq_echo=${encodeURIComponent(password)}&b=2`,
    zq_form: new URLSearchParams([['zq_echo', password]]).toString(),
    zq_json: JSON.stringify({ zq_echo: password }),
    zq_html: `<p title="zq_echo">${html}</p><input name=x value="zq_echo"><b data-zq_echo="${html}">`,
    zq_base64: { zq_echo: Buffer.from(password).toString('base64') },
    zq_login: { zq_echo: `operator:${password}` },
  };
}

function echo(answer: TargetAnswer, sent: string, login: string): TargetAnswer {
  const password = login.slice(login.indexOf(':') + 1);
  const cutOff = [8, 9, 11, 15]
    .filter((length) => length < password.length)
    .map((length) => password.slice(0, length));
  const message = [
    sent,
    encodeURIComponent(sent),
    JSON.stringify(sent),
    Buffer.from(sent).toString('base64'),
    Buffer.from(`x${sent}`).toString('base64url'),
    Buffer.from(sent).toString('hex'),
    ...changed(sent),
    ...cutOff,
    `https://${login}@pc.example/ wrong password ${password} for admin`,
  ].join(' at Object.<anonymous> (/srv/app/index.js:1:1) ');
  return {
    ...answer,
    body: {
      ...answer.body,
      debug: message,
      password,
      ...markedValues(password),
      login,
      [login]: 'its name',
      [`x${password}`.padEnd(9, 'x')]: cutOff,
      message_list: [
        { message: message.slice(0, 4000), reason: `NO_${login}`, details: { [login]: login, password } },
      ],
    },
    // The whole text or nothing: if a secret were cut here, the leak would be the target's fault.
    headers: {
      ...answer.headers,
      'X-Zq_Echo': encodeURIComponent(password),
      ...(sent.length > 1000 ? {} : { 'X-Debug': encodeURIComponent(sent) }),
    },
  };
}
