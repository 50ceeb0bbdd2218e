import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import path from 'node:path';
import { createServer, type Server } from 'node:tls';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spawnReference, type SpawnedReference } from '../../targets/spawn-reference.ts';
import { certificate, key } from '../driver/self-signed.ts';
import { unpackPage } from '../../reports/allure/pack-page.ts';
import { runCommand } from './command.ts';

const env = { PRISM_USERNAME: 'admin', PRISM_PASSWORD: 'nutanix/4u' };
const run = ['run', '--operation', 'oauth_client_post', '--runs', '10', '--seed', '1', '--report', 'out'];
let cwd = '';
let reference: SpawnedReference;
let server: Server;
let port = 0;
beforeAll(async () => {
  cwd = await mkdtemp(path.join(tmpdir(), 'conformance-test-'));
  await writeFile(path.join(cwd, 'ca.pem'), certificate);
  reference = await spawnReference();
  const target = new URL(reference.url);
  server = createServer({ cert: certificate, key }, (outer) => {
    const inner = connect(Number(target.port), target.hostname);
    inner.pipe(outer).pipe(inner);
    inner.on('error', () => outer.destroy());
    outer.on('error', () => inner.destroy());
  });
  server.listen(0, hasIpv6() ? '::' : '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  port = typeof address === 'object' ? (address?.port ?? 0) : 0;
});
afterAll(async () => {
  server.close();
  await reference.close();
  await rm(cwd, { recursive: true, force: true });
});

function hasIpv6(): boolean {
  return Object.values(networkInterfaces()).some((list) => list?.some(({ address }) => address === '::1'));
}

describe('a target behind TLS', () => {
  it('whose certificate nobody vouches for is not driven, and the way out is told', async () => {
    const ended = await runCommand([...run, '--target', `https://127.0.0.1:${port}`], { cwd, env });
    expect(ended.code).toBe(3);
    expect(ended.stderr).toMatch(/trust its certificate with --ca, or none with --insecure/);
  });

  it.each(['127.0.0.1', 'localhost'])('is driven as %s with the certificate in --ca', async (host) => {
    const words = [...run, '--no-report', '--target', `https://${host}:${port}`, '--ca', 'ca.pem'];
    expect(await runCommand(words, { cwd, env })).toMatchObject({ code: 0 });
  });

  it('is driven with --insecure, and the report says so', async () => {
    const ended = await runCommand([...run, '--target', `https://127.0.0.1:${port}`, '--insecure'], {
      cwd,
      env,
    });
    expect(ended.code).toBe(0);
    const page = await readFile(path.join(cwd, 'out', 'index.html'), 'utf8');
    expect([...unpackPage(page).values()].join('\n')).toContain('not checked (--insecure)');
  }, 60_000);

  (hasIpv6() ? it : it.skip)('is driven by its IPv6 address', async () => {
    const words = [...run, '--no-report', '--target', `https://[::1]:${port}`, '--insecure'];
    expect(await runCommand(words, { cwd, env })).toMatchObject({ code: 0 });
  });

  it('is cleaned with the same options', async () => {
    const words = ['clean', '--target', `https://127.0.0.1:${port}`];
    expect((await runCommand(words, { cwd, env })).code).toBe(3);
    expect((await runCommand([...words, '--ca', 'ca.pem'], { cwd, env })).code).toBe(0);
  });
});
