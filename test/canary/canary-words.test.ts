import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { runCommand } from '../cli/command.ts';
import { canary, startCanaryTarget } from './canary-target.ts';
import { findCanary, findLogin, findMarked } from './find-canary.ts';

/** Words of the contract and of our own texts; and what no word has. */
const passwords = ['secret', 'string', 'code', 'a', 'target', `it's "a"\nb`];

/** One operation for each way of showing a request. */
const showing = ['oauth_client_post', 'oauth_client_client_id_get', 'oauth_token_post', 'session'];

interface Output {
  readonly name: string;
  readonly bytes: Buffer;
}

/** Drives a target that reveals its password everywhere, and reads everything that the run wrote and said. */
async function outputsWith(password: string): Promise<readonly Output[]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'conformance-test-'));
  const target = await startCanaryTarget(password);
  try {
    await mkdir(path.join(folder, 'tmp'));
    const { code, stdout, stderr } = await runCommand(
      [
        ...[
          'record',
          '--target',
          target.url,
          '--runs',
          '2',
          '--seed',
          '5',
          '--report',
          'out',
          '--shrinks',
          '10',
        ],
        ...['--trace', 'trace.har.gz', '--ledger', 'ledger.json', '--result', 'result.json'],
        ...['--junit', 'junit.xml', '--operation', ...showing],
      ],
      {
        cwd: folder,
        env: { PRISM_USERNAME: 'admin', PRISM_PASSWORD: password, TMPDIR: path.join(folder, 'tmp') },
      },
    );
    expect(code).toBe(1);
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    const files = await Promise.all(
      entries
        .filter((entry) => entry.isFile())
        .map(async ({ parentPath, name }) => {
          const bytes = await readFile(path.join(parentPath, name));
          return { name, bytes: name.endsWith('.gz') ? gunzipSync(bytes) : bytes };
        }),
    );
    return [...files, { name: 'terminal', bytes: Buffer.from(`${stdout}\n${stderr}`) }];
  } finally {
    await target.close();
    await rm(folder, { recursive: true, force: true });
  }
}

describe('a run with the password', () => {
  it.each(passwords)(
    '%j tells it at no place where a value stands, and damages no name and no command',
    async (password) => {
      const outputs = await outputsWith(password);
      const leaks = outputs.flatMap(({ name, bytes }) =>
        [
          ...findMarked(bytes, password),
          // The ledger names the JSON type of each member: `/password string`.
          ...(name === 'ledger.json' && password === 'string' ? [] : findLogin(bytes, 'admin', password)),
          ...findCanary(bytes, canary.slice(0, 8)),
        ].map(({ form, context }) => `${name}: ${form}: ${context}`),
      );
      expect(leaks.slice(0, 5)).toEqual([]);
      const text = outputs.map(({ bytes }) => bytes.toString()).join('\n');
      expect(text).toContain('zq_echo');
      const notes =
        outputs
          .at(-1)
          ?.bytes.toString()
          .match(/is short or a common word/g) ?? [];
      expect(notes).toHaveLength(/^\w+$/.test(password) ? 1 : 0);
      expect(text).toContain('"$PRISM_PASSWORD"');
      expect(text.match(/(?:client|PRISM|redirect|grant)_\[redacted\]|--[\w-]*\[redacted\]/g)).toBeNull();
      for (const word of ['client_secret', 'client_name', '--request-target', '"$PRISM_TARGET"'])
        expect(text).toContain(word);
    },
    300_000,
  );
});

describe('the search for a marked password', () => {
  const base64 = (text: string): string => Buffer.from(text).toString('base64');
  const forms: readonly (readonly [name: string, write: (value: string) => string])[] = [
    ['in JSON', (value) => `{"zq_echo":"${value}"}`],
    ['in JSON in JSON', (value) => JSON.stringify({ a: JSON.stringify({ zq_echo: value }) })],
    ['in a list', (value) => `{"zq_echo":["x","${value}"]}`],
    ['in a URL', (value) => `/?zq_echo=${value}&b`],
    ['in an escaped URL', (value) => encodeURIComponent(`/?zq_echo=${value}&b`)],
    ['in HTML', (value) => `<p title="zq_echo">${value}</p>`],
    ['in a header', (value) => `x-zq_echo: ${value}\nx-other: 1`],
    ['in base64', (value) => `{"zq_echo":"${base64(value)}"}`],
    ['in the base64 of a page', (value) => base64(`{"some":"text","zq_echo":"${value}"}`)],
  ];

  it.each(forms)('finds it %s, and nothing once it is masked', (_name, write) => {
    expect(findMarked(Buffer.from(write('code')), 'code').length).toBeGreaterThan(0);
    expect(findMarked(Buffer.from(write('[redacted]')), 'code')).toEqual([]);
  });
});
