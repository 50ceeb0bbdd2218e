import { randomBytes } from 'node:crypto';
import { Buffer } from 'node:buffer';
import type { Answer } from '../../targets/reference/answer.ts';
import type { Behaviour } from '../../targets/reference/behaviour.ts';
import type { Call } from '../../targets/reference/call.ts';
import { createReference, type RunningReference } from '../../targets/reference/create-reference.ts';

/** What every secret begins with: found where a secret stands, or a part of one. */
export const canary = `Zq9+Qx/Vw7~Ky`;
/** With what JSON, HTML and shells escape. */
export const canaryPassword = `${canary}"p&<'\\w é`;

/** A target that has known secrets and tells them to everybody. */
export interface CanaryTarget extends RunningReference {
  /** The secrets that it has given out, by kind, and those that it has been shown. */
  readonly given: Map<string, number>;
  readonly shown: Map<string, number>;
}

/** Defects that repeat what was sent, and others so that many rules fail in many ways. */
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

/** Starts it in this process. */
export async function startCanaryTarget(): Promise<CanaryTarget> {
  const given = new Map<string, number>();
  const shown = new Map<string, number>();
  const mint = (kind: string): string => {
    given.set(kind, (given.get(kind) ?? 0) + 1);
    return `${canary}${kind}${randomBytes(12).toString('base64url')}`;
  };
  const running = await createReference({
    faults,
    password: canaryPassword,
    customise: (behaviour) => {
      behaviour.newClientSecret = () => mint('secret');
      behaviour.newCode = () => mint('code');
      behaviour.newToken = () => mint('token');
      tellTales(behaviour, mint, shown);
    },
  });
  return { ...running, given, shown };
}

/** Makes each error repeat the request in every coding, and each answer set a session cookie. */
function tellTales(behaviour: Behaviour, mint: (kind: string) => string, shown: Map<string, number>): void {
  behaviour.wrappers.push(async (call, next) => {
    const sent = textOf(call);
    for (const kind of ['secret', 'code', 'token', '"p&<']) {
      if (sent.includes(canary + kind)) shown.set(kind, (shown.get(kind) ?? 0) + 1);
    }
    const answer = await next(call);
    const cookie = {
      'Set-Cookie': `NTNX_IGW_SESSION=${encodeURIComponent(mint('cookie'))}; Secure; HttpOnly`,
    };
    const headers = { ...cookie, ...answer.headers };
    return answer.status < 400 ? { ...answer, headers } : echo({ ...answer, headers }, sent);
  });
}

function textOf({ path, query, headers, body }: Call): string {
  const [, basic = ''] = /^Basic (.*)$/i.exec(headers.authorization ?? '') ?? [];
  const login = Buffer.from(basic, 'base64').toString();
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

function echo(answer: Answer, sent: string): Answer {
  const message = [
    sent,
    encodeURIComponent(sent),
    JSON.stringify(sent),
    Buffer.from(sent).toString('base64'),
    Buffer.from(`x${sent}`).toString('base64url'),
  ].join(' at Object.<anonymous> (/srv/app/index.js:1:1) ');
  return {
    ...answer,
    body: { ...answer.body, debug: message },
    // Whole or not at all: half of a secret is the target's doing.
    headers: sent.length > 1000 ? answer.headers : { ...answer.headers, 'X-Debug': encodeURIComponent(sent) },
  };
}
