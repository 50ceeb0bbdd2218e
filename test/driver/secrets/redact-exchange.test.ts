import { describe, expect, it } from '@jest/globals';
import { Answer } from '../../../driver/answer.ts';
import { collectSecrets } from '../../../driver/secrets/collect-secrets.ts';
import type { Exchange, Failure, WireRequest } from '../../../driver/exchange.ts';
import { redactExchange } from '../../../driver/secrets/redact-exchange.ts';
import { redactorOf } from '../../../driver/secrets/redactor-of.ts';
import type { RedactedExchange } from '../../../driver/secrets/redacted.ts';

const password = 'canary-password/4u';

function exchangeOf(
  request: Partial<WireRequest>,
  answer: { status?: number; headers?: readonly string[]; body?: string | Buffer; isCut?: boolean } = {},
  failure: Failure | null = null,
): Exchange {
  const headers = (answer.headers ?? []).map((text) => Buffer.from(text, 'latin1'));
  const body = Buffer.from(answer.body ?? '');
  return {
    request: { method: 'POST', path: '/oauth/token', headers: [], body: null, ...request },
    response:
      failure === null ? new Answer(answer.status ?? 200, headers, body, answer.isCut ?? false) : null,
    failure,
    durationMs: 1,
  };
}

function redact(exchange: Exchange, secrets = collectSecrets(exchange, [password])): RedactedExchange {
  const redactor = redactorOf([exchange], secrets);
  return redactExchange({ step: 'main', operation: 'oauth_token_post', exchange, redactor });
}

function basic(user: string): readonly [string, string] {
  return ['Authorization', `Basic ${Buffer.from(user).toString('base64')}`];
}

describe('the secrets of an exchange', () => {
  const exchange = exchangeOf(
    {
      path: '/oauth/revoke_token?token=canary%2Bquery&code=canary-code-query&x=1',
      headers: [basic(`admin:${password}`), ['Cookie', 'a=canary-cookie-of-ours; b=1'], ['X-Other', 'open']],
      body: Buffer.from(
        'client_id=open-id&client_secret=canary%2fform&refresh_token=canary+form+token&state=open-state',
      ),
    },
    {
      headers: [
        'Location',
        'https://a.example/cb?code=canary-location&state=open#access_token=canary-fragment',
        'Set-Cookie',
        'sid=canary-cookie-of-theirs; Path=/',
        'Set-Cookie',
        'old=deleted',
      ],
      body: '{"client_id":"open","oauth_token":{"access_token":"canary-nested","n":[{"id_token":"canary-deep"}]},"client_secret":"short"}',
    },
  );
  const expected = [
    'canary+query',
    'canary-code-query',
    'canary-cookie-of-ours',
    'canary/form',
    'canary form token',
    'canary-location',
    'canary-fragment',
    'canary-cookie-of-theirs',
    'canary-nested',
    'canary-deep',
  ];

  it('are found in every place, decoded', () => {
    const found = collectSecrets(exchange, [password]);
    expect(found).toEqual(expect.arrayContaining([password, ...expected]));
    expect(
      found.filter((secret) => secret.startsWith('open') || secret === 'short' || secret === 'deleted'),
    ).toEqual([]);
    expect(new Set(found).size).toBe(found.length);
  });

  it('do not survive', () => {
    const shown = JSON.stringify(redact(exchange));
    for (const secret of [password, ...expected, 'canary', '"short"']) expect(shown).not.toContain(secret);
    for (const open of ['open-id', 'open-state', 'X-Other: open', 'Path=/']) expect(shown).toContain(open);
  });

  it('are found behind a Bearer scheme and in JSON requests', () => {
    const body = Buffer.from('{"client_secret":"canary-json","n":1}');
    const found = collectSecrets(
      exchangeOf({ headers: [['authorization', 'bearer canary-token']], body }),
      [],
    );
    expect(found.sort()).toEqual(['canary-json', 'canary-token']);
  });

  it('do not include the code of an error', () => {
    const failed = exchangeOf({}, { status: 404, body: '{"code":"ENTITY_NOT_FOUND"}' });
    expect(collectSecrets(failed, [])).toEqual([]);
  });

  it('are found in JSON of any depth', () => {
    const body = `${'['.repeat(5000)}{"access_token":"canary-deep"}${']'.repeat(5000)}`;
    expect(collectSecrets(exchangeOf({}, { body }), [])).toEqual(['canary-deep']);
  });
});

describe('a shown exchange', () => {
  it('reads as HTTP, with fields removed by their names however short they are', () => {
    const exchange = exchangeOf(
      {
        path: '/t?token=a&x=a',
        headers: [basic('admin:pw'), ['Cookie', 'a=1; b=2']],
        body: Buffer.from('code=a&name=a'),
      },
      {
        status: 302,
        headers: ['Location', 'https://a.example/?code=a&state=a', 'Set-Cookie', 'a=b; Secure'],
        body: '{"access_token": "a", "name": "a"}',
      },
    );
    const { request, response } = redact(exchange, []);
    expect(request).toBe(
      'POST /t?token=[redacted]&x=a HTTP/1.1\nAuthorization: Basic [redacted]\nCookie: a=[redacted]; b=[redacted]\n\ncode=[redacted]&name=a',
    );
    expect(response).toBe(
      'HTTP/1.1 302 Found\nlocation: https://a.example/?code=[redacted]&state=a\nset-cookie: a=[redacted]; Secure\n\n{"access_token": "[redacted]", "name": "a"}',
    );
  });

  it('removes a member of JSON that breaks off', () => {
    expect(redact(exchangeOf({}, { body: '{"client_secret":"half a sec' }), []).response).not.toContain(
      'half',
    );
  });

  it('keeps the empty credential of a case visible', () => {
    expect(redact(exchangeOf({ headers: [['Authorization', '']] })).request).toContain('Authorization: ');
    expect(redact(exchangeOf({ headers: [['Authorization', '']] })).request).not.toContain('redacted');
  });

  it('cuts a long body and says so', () => {
    const { response } = redact(exchangeOf({}, { body: 'x'.repeat(50_000) }));
    expect(response.length).toBeLessThan(4300);
    expect(response).toContain('[cut: 50000 bytes in all]');
  });

  it('never shows part of a secret at a cut', () => {
    const body = `${'y'.repeat(64 * 1024 - 8)}${password}`;
    const many = `${`${password} `.repeat(3449)}${password}`;
    for (const text of [body, many])
      expect(redact(exchangeOf({}, { body: text })).response).not.toContain('canary');
  });

  it('shows bytes that are no text without harm', () => {
    const { response } = redact(exchangeOf({}, { body: Buffer.from([0xff, 0x1b, 0x5b, 0x41, 0x00]) }));
    expect(response).toContain('\u00ff\\u001b[A\\u0000\n[not UTF-8: one character a byte]');
  });

  it('shows no byte of a compressed body', () => {
    const exchange = exchangeOf({}, { headers: ['Content-Encoding', 'gzip'], body: 'canary' });
    expect(redact(exchange).response).toContain('[6 encoded bytes]');
  });

  it('shows a failure in one line', () => {
    const failure = { kind: 'hang', message: 'no complete answer in time' } as const;
    expect(redact(exchangeOf({}, {}, failure)).response).toBe('no answer: hang: no complete answer in time');
  });
});

describe('an answer with more secrets than are looked for', () => {
  const token = (at: number): string => `canary-token-${at}`;
  const floods: readonly (readonly [name: string, answer: Parameters<typeof exchangeOf>[1]])[] = [
    ['tokens', { body: JSON.stringify(Array.from({ length: 40_000 }, (_, at) => ({ token: token(at) }))) }],
    [
      'codes',
      {
        headers: ['Location', `/?${Array.from({ length: 9000 }, (_, at) => `code=${token(at)}`).join('&')}`],
      },
    ],
    [
      'cookies',
      {
        headers: Array.from({ length: 7000 }, (_, at) => ['Set-Cookie', `c=canary-of-a-cookie-${at}`]).flat(),
      },
    ],
  ];

  it.each(floods)('is not shown at all: %s', (_name, answer) => {
    const before = process.cpuUsage();
    const { response } = redact(exchangeOf({}, { status: 400, ...answer }));
    expect(response).toMatch(/^HTTP\/1\.1 400 Bad Request\n\n\[not shown: /);
    expect(process.cpuUsage(before).user / 1e6).toBeLessThan(4);
  });

  it('is one with more than a thousand', () => {
    const tokens = (count: number): string =>
      JSON.stringify(Array.from({ length: count }, (_, at) => ({ token: token(at) })));
    expect(redact(exchangeOf({}, { body: tokens(1000) })).response).toContain('"token":"[redacted]"');
    expect(redact(exchangeOf({}, { body: tokens(1001) })).response).toContain('[not shown: ');
  });
});

describe('a login', () => {
  it.each(['a', 'pw', 'abc'])('with the password %s is nowhere shown, and the rest can be read', (short) => {
    const login = `admin:${short}`;
    const exchange = exchangeOf(
      { headers: [basic(login)], body: Buffer.from('{"client_name":"a banana"}') },
      {
        status: 401,
        headers: ['X-Debug', short, 'X-Login', encodeURIComponent(login)],
        body: JSON.stringify({
          ...{ password: short, said: `wrong password ${short}.`, url: `https://${login}@pc.example/` },
          ...{ basic: basic(login)[1], raw: short, client_secret: 'short', message: 'a banana' },
        }),
      },
    );
    const { request, response, curl } = redact(exchange, collectSecrets(exchange, [short]));
    expect(request).toContain('Authorization: Basic [redacted]');
    expect(request).toContain('{"client_name":"a banana"}');
    expect(curl).toContain('-u admin:"$PRISM_PASSWORD"');
    expect(response).toContain('x-debug: [redacted]\nx-login: [redacted]');
    expect(response).toContain(
      '{"password":"[redacted]","said":"wrong password [redacted].","url":"https://[redacted]@pc.example/",' +
        '"basic":"Basic [redacted]","raw":"[redacted]","client_secret":"[redacted]","message":"a banana"}',
    );
  });
});
