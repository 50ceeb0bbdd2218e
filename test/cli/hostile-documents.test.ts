import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import * as yaml from 'yaml';
import { bundledContract } from '../../spec/bundled-contract.ts';
import { change, type Draft } from '../spec/swagger-document.ts';
import { runCommand } from './command.ts';

/** The limits are 10 s for a pipe, 15 s for a fetch and 20 s in total. The rest is for a busy machine. */
const mostMs = 45_000;
const mostMib = 400;

let cwd = '';
let origin = '';
let otherHost = '';
let server: Server;

const contract = (): Draft => yaml.parse(readFileSync(bundledContract, 'utf8')) as Draft;
const model = ['components', 'schemas', 'OauthClientInput'];
const withModel = (schema: unknown): string => JSON.stringify(change(contract(), model, schema));

/** Each schema refers to the next one twice. */
function laughs(): string {
  const document = contract();
  for (let index = 0; index < 40; index += 1) {
    const next = { $ref: `#/components/schemas/L${index + 1}` };
    change(document, ['components', 'schemas', `L${index}`], {
      type: 'object',
      properties: { a: next, b: next },
    });
  }
  change(document, ['components', 'schemas', 'L40'], { type: 'string' });
  return JSON.stringify(change(document, model, { $ref: '#/components/schemas/L0' }));
}

/** Each schema refers to the next one once, thousands of times. */
function chain(length: number): string {
  const document = contract();
  const schemas: Record<string, unknown> = {};
  for (let index = 0; index < length; index += 1)
    schemas[`C${index}`] = { properties: { a: { $ref: `#/components/schemas/C${index + 1}` } } };
  schemas[`C${length}`] = { type: 'string' };
  const all = { ...(document['components'] as { schemas: object }).schemas, ...schemas };
  change(document, ['components', 'schemas'], all);
  return JSON.stringify(change(document, model, { $ref: '#/components/schemas/C0' }));
}

const deep = '['.repeat(100_000) + ']'.repeat(100_000);

function trace(change: object, lists: object = { pages: [], entries: [] }): string {
  const suite = { suite: 'oauth_client_post', requests: 1, repeats: 0, startedAt: '', durationMs: 1 };
  const facts = { residue: { created: 0, removed: 0, left: [] }, broken: null, isTargetGone: false };
  const at = {
    url: 'http://127.0.0.1:1/',
    origin: 'http://127.0.0.1:1',
    basePath: '',
    username: 'u',
    build: null,
  };
  const head = {
    ...{ schemaVersion: 1, tool: { name: 't', version: '0' }, target: at },
    ...{ contract: { title: 't', version: '1', sha256: '0' }, recordedAt: '2026-01-01T00:00:00Z', seed: 1 },
    ...{ runs: 1, concurrency: 1, isReadOnly: false, replay: null, password: 'p' },
    suites: [{ ...suite, ...facts }],
    ...change,
  };
  return JSON.stringify({ log: { version: '1.2', _trace: head, ...lists } });
}

function answer(url: string, response: ServerResponse): void {
  if (url === '/drip') {
    const timer = setInterval(() => response.write(' '), 50);
    response.once('close', () => {
      clearInterval(timer);
    });
  } else if (url === '/flood') {
    const chunk = Buffer.alloc(256 * 1024, ' ');
    const pour = (): void => {
      while (!response.destroyed && response.write(chunk));
      if (!response.destroyed) response.once('drain', pour);
    };
    pour();
  } else if (url === '/circle') response.writeHead(302, { location: '/circle' }).end();
  else if (url === '/elsewhere') response.writeHead(302, { location: `${otherHost}/asked` }).end();
  else if (url === '/local') response.end(withModel({ $ref: 'file:///etc/hostname' }));
  else response.end(withModel({ $ref: `${otherHost}/asked#/x` }));
}

const asked: string[] = [];
async function listen(respond: (url: string, response: ServerResponse) => void): Promise<[Server, string]> {
  const made = createServer((request, response) => {
    asked.push(request.url ?? '');
    respond(request.url ?? '', response);
  });
  await new Promise<void>((resolve) => made.listen(0, '127.0.0.1', resolve));
  return [made, `http://127.0.0.1:${(made.address() as AddressInfo).port}`];
}

let other: Server;
beforeAll(async () => {
  cwd = await mkdtemp(path.join(tmpdir(), 'conformance-test-'));
  [server, origin] = await listen(answer);
  [other, otherHost] = await listen((_, response) => response.end('{}'));
  await writeFile(
    path.join(cwd, 'peak.mjs'),
    // Not maxRSS, which starts with the value of the parent process.
    `import { readFileSync, writeFileSync } from 'node:fs';
     const peakKib = () => /VmHWM:\\s*(\\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))[1];
     if (process.platform === 'linux')
       process.on('exit', () => writeFileSync(process.env.PEAK_FILE, String(peakKib() / 1024)));`,
  );
  await writeFile(path.join(cwd, 'secret.json'), '{"x": {"type": "string"}}');
});
afterAll(async () => {
  for (const one of [server, other]) {
    one.closeAllConnections();
    one.close();
  }
  await rm(cwd, { recursive: true, force: true });
});

type Content = string | Uint8Array | null;

/** Runs the command in its own folder, where the document is called `d`. */
async function refusal(content: Content, words: readonly string[], name = 'd'): Promise<string> {
  const folder = await mkdtemp(path.join(cwd, 'case-'));
  const file = path.join(folder, name);
  if (content === 'FIFO') execFileSync('mkfifo', [file]);
  else if (content !== null) await writeFile(file, content);
  const peak = path.join(folder, 'peak');
  const env = {
    ...{ NODE_OPTIONS: `--import ${path.join(cwd, 'peak.mjs')}`, PEAK_FILE: peak },
    ...{ PRISM_USERNAME: 'u', ...(words.includes('--ca') ? { PRISM_PASSWORD: 'p' } : {}) },
  };
  const begun = performance.now();
  const ended = await runCommand(
    words.map((word) => word.replace('ORIGIN', origin)),
    { cwd: folder, env },
  );
  expect(ended.stderr).toMatch(/^error: [^\n]+\n$/);
  expect(ended.code).toBe(2);
  expect(performance.now() - begun).toBeLessThan(mostMs);
  if (process.platform === 'linux') expect(Number(await readFile(peak, 'utf8'))).toBeLessThan(mostMib);
  return ended.stderr;
}

const keys = Array.from({ length: 100_000 }, (_, index) => `k${index}: v\n`).join('');
const questions = '? '.repeat(2000);
const byTarget = ['--target', 'http://127.0.0.1:1', '--no-report'];

type Refused = [name: string, content: () => Content, words: readonly string[], message: RegExp];

/** Documents that are given up after a timeout wait concurrently, and alongside all others. */
it.concurrent.each<Refused>([
  [
    'a FIFO that nobody writes to as contract',
    () => 'FIFO',
    ['--spec', 'd'],
    /does not end within 10 seconds/,
  ],
  ['a contract that keeps the YAML parser', () => questions, ['--spec', 'd'], /takes more than 20 seconds/],
  ['a contract of many keys', () => keys, ['--spec', 'd'], /takes more than 20 seconds|neither the member/],
  ['a contract that drips', () => null, ['--spec', 'ORIGIN/drip'], /does not answer in time/],
  ['a profile that keeps the YAML parser', () => questions, ['--profile', 'd'], /takes more than 20 seconds/],
])(
  '%s is refused in one line, in time and within memory',
  async (_, content, words, message) => {
    expect(await refusal(content(), words)).toMatch(message);
  },
  90_000,
);

it.each<Refused>([
  ['a device as contract', () => null, ['--spec', '/dev/zero'], /is a device, not a file/],
  ['a contract nested without end', () => deep, ['--spec', 'd'], /is nested deeper than 200 levels/],
  [
    'a contract of millions of values',
    () => `[${'{},'.repeat(3_000_000)}1]`,
    ['--spec', 'd'],
    /more than 1000000 values/,
  ],
  ['references that double', laughs, ['--spec', 'd'], /grows beyond 16 million characters/],
  [
    'a chain of references',
    () => chain(5000),
    ['--spec', 'd'],
    /nested deeper|references that lead to one another/,
  ],
  [
    'a reference out of its folder',
    () => withModel({ $ref: '../secret.json#/x' }),
    ['--spec', 'd'],
    /outside the folder of the document; give --allow-refs/,
  ],
  [
    'a contract of endless texts',
    () => withModel({ type: 'object', properties: { client_name: { type: 'string', minLength: 1e9 } } }),
    ['--spec', 'd'],
    /client_name\/minLength: 1000000000 is more than any request/,
  ],
  ['a contract that floods', () => null, ['--spec', 'ORIGIN/flood'], /longer than 10 MiB/],
  ['redirects in a circle', () => null, ['--spec', 'ORIGIN/circle'], /redirects more than 5 times/],
  [
    'a redirect to another host',
    () => null,
    ['--spec', 'ORIGIN/elsewhere'],
    /redirects to .*; give --allow-refs/,
  ],
  ['a reference to another host', () => null, ['--spec', 'ORIGIN/'], /is another host; give --allow-refs/],
  ['a reference to a local file', () => null, ['--spec', 'ORIGIN/local'], /may not name local files/],
  ['a device as profile', () => null, ['--profile', '/dev/zero'], /is a device, not a file/],
  ['a profile nested without end', () => deep, ['--profile', 'd'], /nested deeper than 200 levels/],
  [
    'a profile in UTF-16',
    () => Buffer.from('\ufeffname: x', 'utf16le'),
    ['--profile', 'd'],
    /save it as UTF-8/,
  ],
  ['a device as deviations', () => null, ['--deviations', '/dev/zero'], /is a device, not a file/],
  ['deviations to update that are nested', () => deep, ['--update-deviations', 'd'], /nested deeper than/],
  ['a trace of 1e9 runs', () => trace({ runs: 1e9 }), ['--from', 'd'], /log\/_trace\/runs: /],
  [
    'a trace of 1e9 cases at once',
    () => trace({ concurrency: 1e9 }),
    ['--from', 'd'],
    /log\/_trace\/concurrency: /,
  ],
  ['a trace of an unknown suite', () => trace({ suites: null }), ['--from', 'd'], /log\/_trace\/suites: /],
  ['a trace without pages', () => trace({}, { pages: null, entries: [] }), ['--from', 'd'], /log\/pages: /],
  [
    'a trace that unpacks to 400 MiB',
    () => gzipSync(Buffer.alloc(400 * 2 ** 20, ' ')),
    ['--from', 'd'],
    /too long/,
  ],
  ['a trace nested without end', () => deep, ['--from', 'd'], /nested deeper than 64 levels/],
  ['a device as trace', () => null, ['--from', '/dev/zero'], /is a device, not a file/],
  ['a baseline nested without end', () => deep, ['--baseline', 'd'], /nested deeper than 200 levels/],
  ['a device as result', () => null, ['merge', '/dev/zero'], /is a device, not a file/],
  [
    'a history of nothing',
    () => '{"testResults": {"a": null}}',
    ['--history', 'd'],
    /d:1: is not a past run/,
  ],
  ['a FIFO as history', () => 'FIFO', ['--history', 'd'], /is a pipe/],
  [
    'a ledger with null',
    () => '{"schemaVersion": 1, "kinds": null}',
    ['compare', './d', './d'],
    /is not a behaviour ledger/,
  ],
  ['a ledger nested without end', () => deep, ['compare', './d', './d'], /nested deeper than 200 levels/],
  [
    'a device as certificates',
    () => null,
    [...byTarget, '--ca', '/dev/zero'],
    /--ca: \/dev\/zero is a device/,
  ],
  [
    'a device as password',
    () => null,
    [...byTarget, '--password-file', '/dev/zero'],
    /is a device, not a file/,
  ],
  [
    'a password that is not UTF-8',
    () => Uint8Array.of(0x70, 0xe4, 0x0a),
    [...byTarget, '--password-file', 'd'],
    /--password-file: d is not UTF-8 text/,
  ],
])(
  '%s is refused in one line, in time and within memory',
  async (_, content, words, message) => {
    expect(await refusal(content(), words)).toMatch(message);
  },
  90_000,
);

it.each([
  ['nested without end', deep, /conformance\.config\.json: .*nested deeper/],
  ['with __proto__', '{"__proto__": {"runs": 7}}', /__proto__ is not an option/],
  ['with constructor', '{"constructor": {"runs": 7}}', /constructor is not an option/],
])(
  'a configuration file %s is refused in one line',
  async (_, content, message) => {
    expect(await refusal(content, ['rules-of-nothing'].slice(1), 'conformance.config.json')).toMatch(message);
  },
  90_000,
);

it('another host is never asked', () => {
  expect(asked).not.toContain('/asked');
});

it('a contract that is longer than any is refused unread', async () => {
  const file = path.join(cwd, 'long');
  await writeFile(file, '');
  await truncate(file, 2 ** 34);
  expect(await refusal(null, ['--spec', file])).toMatch(/is longer than 10 MiB/);
}, 90_000);

it('a reference to a folder below is followed, and any with --allow-refs', async () => {
  const { loadContract } = await import('../../spec/load-contract.ts');
  const folder = await mkdtemp(path.join(cwd, 'refs-'));
  await mkdir(path.join(folder, 'below'));
  await writeFile(path.join(folder, 'below', 'm.json'), '{"x": {"type": "string"}}');
  const file = path.join(folder, 'd');
  await writeFile(file, withModel({ $ref: 'below/m.json#/x' }));
  expect((await loadContract(file)).operations.oauth_client_post.body?.schema).toEqual({ type: 'string' });
  await writeFile(file, withModel({ $ref: '../secret.json#/x' }));
  const { operations } = await loadContract(file, { isAnywhereAllowed: true });
  expect(operations.oauth_client_post.body?.schema).toEqual({ type: 'string' });
}, 60_000);
