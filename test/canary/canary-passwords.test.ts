import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import type { ResultFile } from '../../reports/result-file.ts';
import { runCommand, type EndedCommand } from '../cli/command.ts';
import { canary, startCanaryTarget } from './canary-target.ts';
import { findCanary, findLogin, type Find } from './find-canary.ts';

/** Leaking this much of a secret counts as leaking the secret. */
const beginning = canary.slice(0, 8);

const passwords = [1, 3, 8, 16, 200].map((length) =>
  `${canary}"p&${'kX7qL2mN9vB4zT6w'.repeat(12)}`.slice(0, length),
);

/**
 * With a password of this length every operation is driven. With others, only one operation for each way of showing a
 * request.
 */
const wholeLength = 16;
const showing = [
  ...['oauth_client_post', 'oauth_client_client_id_get', 'oauth_token_post', 'oauth_authorize_post'],
  'session',
];

interface Leak {
  readonly name: string;
  readonly bytes: Buffer;
}

async function filesIn(folder: string): Promise<readonly Leak[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return Promise.all(
    files.map(async ({ parentPath, name }) => {
      const bytes = await readFile(path.join(parentPath, name));
      return { name, bytes: name.endsWith('.gz') ? gunzipSync(bytes) : bytes };
    }),
  );
}

function search(leaks: readonly Leak[], password: string): readonly string[] {
  return leaks.flatMap(({ name, bytes }) => {
    const found: readonly Find[] = [
      ...findCanary(bytes, beginning),
      ...(password.length < beginning.length ? findLogin(bytes, 'admin', password) : []),
    ];
    return found.map(({ form, context }) => `${name}: ${form}: ${context}`);
  });
}

/** Drives a target that reveals its secrets in every form and place, and writes every possible output. */
async function drive(password: string, folder: string): Promise<EndedCommand> {
  const target = await startCanaryTarget(password);
  await mkdir(path.join(folder, 'tmp'));
  try {
    const words = [
      ...['record', '--target', target.url, '--runs', '2', '--seed', '5', '--report', 'out'],
      ...['--shrinks', '10', '--trace', 'trace.har.gz', '--ledger', 'ledger.json', '--result', 'result.json'],
      ...['--junit', 'junit.xml', '--history', 'history.jsonl', '--update-deviations', 'deviations.json'],
      ...['--markdown', 'summary.md', '--code-quality', 'quality.json', '--sarif', 'causes.sarif'],
      ...(password.length === wholeLength ? [] : ['--operation', ...showing]),
    ];
    const env = { PRISM_USERNAME: 'admin', PRISM_PASSWORD: password, TMPDIR: path.join(folder, 'tmp') };
    return await runCommand(words, { cwd: folder, env: { ...env, GITHUB_ACTIONS: 'true' } });
  } finally {
    await target.close();
  }
}

describe('a run with a password', () => {
  it.each(passwords.map((password) => [password.length, password] as const))(
    'of %d characters tells neither it nor another secret in any form, anywhere',
    async (_length, password) => {
      const folder = await mkdtemp(path.join(tmpdir(), 'conformance-test-'));
      try {
        const { code, stdout, stderr } = await drive(password, folder);
        const files = await filesIn(folder);
        const lines = { name: 'terminal', bytes: Buffer.from(`${stdout}\n${stderr}`) };
        expect(search([...files, lines], password).slice(0, 8)).toEqual([]);
        expect(code).toBe(1);
        const names = files.map(({ name }) => name);
        for (const name of [
          'trace.har.gz',
          'ledger.json',
          'result.json',
          'junit.xml',
          'summary.md',
          'quality.json',
          'causes.sarif',
          'index.html',
          'summary.html',
          'history.jsonl',
        ])
          expect(names).toContain(name);
        const result = JSON.parse(await readFile(path.join(folder, 'result.json'), 'utf8')) as ResultFile;
        expect(result.target.build).toContain('build');
        // The result must stay readable: our own names and words are not redacted.
        const text = JSON.stringify(result.verdicts);
        for (const word of ['client_secret', 'expected', 'content-type']) expect(text).toContain(word);
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    },
    300_000,
  );
});

describe('the search', () => {
  const cutOff = canary.slice(0, 8);
  const planted: readonly (readonly [form: string, text: string])[] = [
    ['in capitals', cutOff.toUpperCase()],
    ['in small letters', cutOff.toLowerCase()],
    ['split by blanks', Array.from(cutOff).join(' ')],
    ['split by escaped tabs', JSON.stringify(Array.from(cutOff).join('\t'))],
    ['split over lines', Array.from(cutOff).join('\r\n ')],
    ['split softly', Array.from(cutOff).join('=\r\n')],
    ['cut off', `${cutOff}…`],
    ['cut off in a URL', encodeURIComponent(cutOff)],
    ['cut off in hexadecimal', Buffer.from(cutOff).toString('hex')],
    ['cut off in base64', Buffer.from(`admin:${cutOff} and more`).toString('base64')],
    ['in the base64 of a page', Buffer.from(`{"server":"gateway ${cutOff}"}`).toString('base64')],
  ];

  it.each(planted)('finds a secret %s', (_form, text) => {
    expect(findCanary(Buffer.from(`before ${text} after`), beginning).length).toBeGreaterThan(0);
  });

  const logins: readonly (readonly [form: string, text: string])[] = [
    ['as a pair', "curl -u admin:Zq9 'https://pc.example'"],
    ['in a URL', 'https://admin:Zq9@pc.example/'],
    ['in an escaped URL', 'https%3A%2F%2Fadmin%3AZq9%40pc.example'],
    ['in Basic', `Basic ${Buffer.from('admin:Zq9').toString('base64')}`],
    ['in base64 behind others', Buffer.from('{"user":"admin:Zq9"} and more').toString('base64')],
    ['in hexadecimal', Buffer.from('admin:Zq9').toString('hex')],
    ['in capitals', 'ADMIN:ZQ9'],
    ['split', 'a d m i n : Z q 9'],
    ['as a member', '{"password":"Zq9"}'],
    ['as a member in JSON in JSON', '{\\"password\\": \\"Zq9\\"}'],
    ['as a parameter', 'a=1&password=Zq9&b=2'],
    ['in a sentence', 'wrong password Zq9 for admin'],
  ];

  it.each(logins)('finds a short password %s', (_form, text) => {
    expect(findLogin(Buffer.from(`before ${text} after`), 'admin', 'Zq9').length).toBeGreaterThan(0);
  });

  it('finds none where there is none', () => {
    const text = '{"password":"[redacted]","name":"Zq9"} admin: [redacted], Zq9 of Zq9';
    expect(findLogin(Buffer.from(text), 'admin', 'Zq9')).toEqual([]);
    expect(findCanary(Buffer.from(text), beginning)).toEqual([]);
  });
});
