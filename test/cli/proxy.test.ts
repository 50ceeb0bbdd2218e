import { createPrivateKey } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { once } from 'node:events';
import { connect, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createServer, type Server } from 'node:tls';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spawnReference, type SpawnedReference } from '../../targets/spawn-reference.ts';
import { connectProxy, type ConnectProxy } from '../driver/connect-proxy.ts';
import { certificate, key } from '../driver/self-signed.ts';
import { runCommand, type EndedCommand } from './command.ts';

const login = { PRISM_USERNAME: 'admin', PRISM_PASSWORD: 'nutanix/4u' };
const passphrase = 'canary-of-the-key';
let cwd = '';
let reference: SpawnedReference;
let proxy: ConnectProxy;
let server: Server;
let target = '';
beforeAll(async () => {
  cwd = await mkdtemp(path.join(tmpdir(), 'conformance-test-'));
  const encrypted = createPrivateKey(key).export({
    type: 'pkcs8',
    format: 'pem',
    cipher: 'aes-256-cbc',
    passphrase,
  });
  await Promise.all(
    Object.entries({
      'cert.pem': certificate,
      'key.pem': key,
      'encrypted.pem': encrypted.toString(),
    }).map(([name, text]) => writeFile(path.join(cwd, name), text)),
  );
  reference = await spawnReference();
  proxy = await connectProxy();
  const { hostname, port } = new URL(reference.url);
  // The target accepts only clients that present a certificate.
  server = createServer(
    { cert: certificate, key, ca: certificate, requestCert: true, rejectUnauthorized: true },
    (outer) => {
      const inner = connect(Number(port), hostname);
      inner.pipe(outer).pipe(inner);
      inner.on('error', () => outer.destroy());
      outer.on('error', () => inner.destroy());
    },
  );
  server.on('tlsClientError', () => undefined);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  target = `https://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  server.close();
  await proxy.close();
  await reference.close();
  await rm(cwd, { recursive: true, force: true });
});

function run(words: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<EndedCommand> {
  const options = ['--operation', 'oauth_client_post', '--runs', '5', '--seed', '1', '--report', 'out'];
  return runCommand(['run', ...options, '--no-report', '--target', target, '--ca', 'cert.pem', ...words], {
    cwd,
    env: { ...login, ...env },
  });
}

describe('a target that takes only those who show a certificate', () => {
  it('is driven with one, whose key is encrypted, through a proxy with credentials', async () => {
    const words = ['--cert', 'cert.pem', '--key', 'encrypted.pem'];
    const ended = await run(words, {
      PRISM_KEY_PASSPHRASE: passphrase,
      PRISM_PROXY: `http://qa:canary-of-the-proxy@127.0.0.1:${proxy.port}`,
    });
    expect(ended).toMatchObject({ code: 0 });
    const authority = new URL(target).host;
    const authorization = `Basic ${Buffer.from('qa:canary-of-the-proxy').toString('base64')}`;
    expect(proxy.seen.length).toBeGreaterThan(1);
    expect(proxy.seen.every((one) => one.authority === authority)).toBe(true);
    expect(proxy.seen.every((one) => one.authorization === authorization)).toBe(true);
    const files = await readdir(path.join(cwd, 'out'), { recursive: true, withFileTypes: true });
    const written = await Promise.all(
      files
        .filter((file) => file.isFile())
        .map((file) => readFile(path.join(file.parentPath, file.name), 'utf8')),
    );
    expect(`${ended.stdout}${ended.stderr}${written.join('')}`).not.toMatch(/canary/);
  });

  it('is not driven without one, and the way out is told', async () => {
    const ended = await run([]);
    expect(ended.code).toBe(3);
    expect(ended.stderr).toMatch(/^error: https:[^\n]+--cert and --key\n$/);
  });

  it('is cleaned with the same options', async () => {
    const words = ['clean', '--target', target, '--ca', 'cert.pem', '--report', 'out'];
    const options = { cwd, env: login };
    expect((await runCommand(words, options)).code).toBe(3);
    const identity = ['--cert', 'cert.pem', '--key', 'key.pem'];
    expect((await runCommand([...words, ...identity], options)).code).toBe(0);
  });
});

describe('what cannot be used is told in one line', () => {
  it.each<[string, readonly string[], Readonly<Record<string, string>>, RegExp]>([
    ['a certificate without key', ['--cert', 'cert.pem'], {}, /--cert: it needs the key/],
    ['no proxy in the environment', [], { PRISM_PROXY: 'http://u:canary@' }, /--proxy: it is not an address/],
    ['open credentials', ['--proxy', 'http://u:canary@127.0.0.1:1'], {}, /give it in PRISM_PROXY/],
  ])('%s', async (_name, words, env, line) => {
    const ended = await run(words, env);
    expect(ended.code).toBe(2);
    expect(ended.stderr).toMatch(line);
    expect(ended.stderr).toMatch(/^error: [^\n]+\n$/);
    expect(ended.stderr).not.toContain('canary');
  });
});

it('a proxy that is not there is told from a target that is not', async () => {
  const gone = await connectProxy();
  await gone.close();
  const ended = await run(['--proxy', `http://127.0.0.1:${gone.port}`]);
  expect(ended.code).toBe(3);
  expect(ended.stderr).toMatch(/no connection through the proxy .*check --proxy/);
});

it('the environment of other programs sends nothing through a proxy', async () => {
  const url = 'http://127.0.0.1:1';
  const env = { HTTPS_PROXY: url, HTTP_PROXY: url, ALL_PROXY: url, https_proxy: url };
  expect(await run(['--cert', 'cert.pem', '--key', 'key.pem'], env)).toMatchObject({ code: 0 });
});
