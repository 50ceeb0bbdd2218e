import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { curlOf } from '../../driver/curl.ts';
import type { WireRequest } from '../../driver/exchange.ts';
import { openTarget } from '../../driver/open-target.ts';
import { Redactor } from '../../driver/secrets/redactor.ts';
import { plainAnswer, rawServer } from './raw-server.ts';
import type { RawServer } from './raw-server.ts';

const secrets = ['canary-password', 'canary-client-secret', 'canary-code', 'canary-access', 'canary-refresh'];
const redactor = new Redactor({ secrets });
const environment = {
  PRISM_PASSWORD: 'canary-password',
  CLIENT_SECRET: 'canary-client-secret',
  CODE: 'canary-code',
  ACCESS_TOKEN: 'canary-access',
  REFRESH_TOKEN: 'canary-refresh',
};

function wire(parts: Partial<WireRequest>): WireRequest {
  return { method: 'GET', path: '/', headers: [], body: null, ...parts };
}

function basic(user: string): readonly [string, string] {
  return ['Authorization', `Basic ${Buffer.from(user).toString('base64')}`];
}

/** Ignores what curl decides itself: order and letter case of header fields, and hop-by-hop fields. */
function comparable(received: string | undefined): unknown {
  const [head = '', ...body] = (received ?? '').split('\r\n\r\n');
  const [line, ...headers] = head.split('\r\n');
  const fields = headers.map((field) =>
    field.replace(/^[^:]+/, (name) => name.toLowerCase()).replace(/:\s*/, ':'),
  );
  return {
    line,
    fields: fields.filter((field) => !/^(?:host|connection):/.test(field)).sort(),
    body: body.join('\r\n\r\n'),
  };
}

const form = ['Content-Type', 'application/x-www-form-urlencoded'] as const;
const requests: readonly (readonly [name: string, request: WireRequest])[] = [
  ['a plain read', wire({})],
  ['HEAD', wire({ method: 'HEAD' })],
  ['an odd path', wire({ path: `/a//b/../c/%zz%2e{x}[1-3]?q='"$HOME\`id\`;&#frag` })],
  ['a path with bytes', wire({ path: '/caf\u00c3\u00a9\u00ff' })],
  ['an odd method', wire({ method: "X-O'DD!" })],
  ['the password', wire({ headers: [basic('admin:canary-password')] })],
  ['a wrong password', wire({ headers: [basic('admin:wrong-canary-password')] })],
  ['a password in swapped case', wire({ headers: [basic('admin:CANARY-PASSWORD')] })],
  ['a password without its end', wire({ headers: [basic('admin:canary-passwor')] })],
  ['a password and a blank', wire({ headers: [basic('admin:canary-password ')] })],
  [
    'a scheme in another case',
    wire({ headers: [['authorization', basic('admin:canary-password')[1].replace('Basic', 'BASIC')]] }),
  ],
  ['an empty password', wire({ headers: [basic('admin:')] })],
  ['an empty header', wire({ headers: [['Authorization', '']] })],
  ['a scheme and no more', wire({ headers: [['Authorization', 'Basic']] })],
  ['a token', wire({ headers: [['Authorization', 'Bearer canary-access']] })],
  [
    'headers with quotes and bytes',
    wire({
      headers: [
        ['X-A', `it's "$PATH" \\ \`x\``],
        ['X-B', 'caf\u00e9'],
        ['X-B', 'again'],
      ],
    }),
  ],
  [
    'a form',
    wire({
      method: 'POST',
      headers: [form],
      body: Buffer.from('code=canary-code&client_secret=canary-client-secret&state=it%27s+%00'),
    }),
  ],
  [
    'a revocation',
    wire({ method: 'POST', path: '/revoke?token=canary-refresh&token_type_hint=refresh_token' }),
  ],
  [
    'JSON',
    wire({
      method: 'PUT',
      headers: [['Content-Type', 'application/json']],
      body: Buffer.from(`{"client_secret": "canary-client-secret",\n\t"n": "it's $HOME é漢🙂 \\\\ \\u0000"}`),
    }),
  ],
  ['a body like a file name', wire({ method: 'POST', body: Buffer.from('@/etc/hostname') })],
  [
    'a body of bytes',
    wire({ method: 'POST', body: Buffer.from(Array.from({ length: 256 }, (_, byte) => byte)) }),
  ],
  [
    'a body with control characters',
    wire({ method: 'POST', body: Buffer.from('\u001b[2J\u202e %s %d \\n -') }),
  ],
  ['a body that begins like an option', wire({ method: 'POST', body: Buffer.from('-x\0%') })],
  ['no body', wire({ method: 'POST' })],
  ['a body of a read', wire({ method: 'DELETE', body: Buffer.from('{}') })],
];

const hasCurl = spawnSync('curl', ['--version']).status === 0;

// Without curl there is nothing to compare with.
(hasCurl ? describe : describe.skip)('the command', () => {
  let server: RawServer;
  beforeAll(async () => {
    server = await rawServer((socket) => socket.end(plainAnswer('', 'connection: close\r\n')));
  });
  afterAll(() => server.close());

  it.each(requests)('for %s sends what we send, and shows no secret', async (_name, request) => {
    const command = redactor.text(curlOf(request, redactor));
    expect(command).not.toContain('canary');
    server.received.length = 0;
    const target = openTarget({ origin: server.origin, connections: 1, timeoutMs: 2000 });
    await target.send(request);
    await target.close();
    for (const base of ['', '/api/nutanix/v3']) {
      const shell = spawn('sh', ['-c', command], {
        env: { ...process.env, ...environment, PRISM_TARGET: server.origin + base },
        stdio: 'ignore',
      });
      expect(await once(shell, 'exit')).toEqual([0, null]);
    }
    const [ours, ...theirs] = server.received.map(comparable);
    expect(theirs).toEqual([ours, ours]);
  });
});

const words: readonly (readonly [password: string, sent: string, user: string])[] = [
  ['secret', 'secret', 'admin:"$PRISM_PASSWORD"'],
  ['a', 'wrong-a', 'admin:wrong-"$PRISM_PASSWORD"'],
  ['a', 'a ', `admin:"$PRISM_PASSWORD"' '`],
  ['code', 'code:x', 'admin:"$PRISM_PASSWORD":x'],
  ['target', 'TARGET', 'admin:"$(printf %s "$PRISM_PASSWORD" | tr A-Za-z a-zA-Z)"'],
  ['string', 'strin', 'admin:"${PRISM_PASSWORD%?}"'],
  ['nce', 'conformance', 'admin:conformance'],
];

describe('with a password that is a word, the command', () => {
  it.each(words)('%s, when %s is sent, names the variable and no more', (password, sent, user) => {
    const request = wire({ headers: [basic(`admin:${sent}`)], path: `/oauth/${password}` });
    const command = curlOf(request, new Redactor({ secrets: [password] }));
    expect(command).toBe(
      `curl -i -sS -X GET -u ${user} -H 'Accept:' -H 'User-Agent:' -H 'Content-Type:' -H 'Expect:' --request-target /oauth/${password} "$PRISM_TARGET"`,
    );
  });
});

describe('a command', () => {
  it('for a long body names its length and stays short', () => {
    const command = curlOf(
      wire({ method: 'POST', body: Buffer.alloc(100_000, 'a') }),
      new Redactor({ secrets: [] }),
    );
    expect(command).toContain('100000 bytes');
    expect(command.length).toBeLessThan(500);
  });

  it('holds nothing that steers a terminal', () => {
    const command = curlOf(
      wire({ method: 'POST', body: Buffer.from('\u001b\u202e\r'), path: '/\u00c2\u009b' }),
      new Redactor({ secrets: [] }),
    );
    expect(command).toMatch(/^[\x20-\x7e]*$/);
  });
});
