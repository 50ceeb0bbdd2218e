import { createPrivateKey, generateKeyPairSync } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { readIdentity } from '../../run/read-identity.ts';
import { UserError } from '../../run/user-error.ts';
import { certificate, key } from '../driver/self-signed.ts';

const variable = 'PRISM_KEY_PASSPHRASE';
let folder = '';
const at = (name: string): string => path.join(folder, name);
const pem = (of: KeyObject, passphrase?: string): string =>
  of
    .export({
      type: 'pkcs8',
      format: 'pem',
      ...(passphrase === undefined ? {} : { cipher: 'aes-256-cbc', passphrase }),
    })
    .toString();

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'conformance-test-'));
  const other = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
  await writeFile(at('cert.pem'), certificate);
  await writeFile(at('key.pem'), key);
  await writeFile(at('both.pem'), certificate + key);
  await writeFile(at('encrypted.pem'), pem(createPrivateKey(key), 'canary'));
  await writeFile(at('other.pem'), pem(other));
});
afterAll(() => rm(folder, { recursive: true, force: true }));
afterEach(() => {
  Reflect.deleteProperty(process.env, variable);
});

describe('a client certificate', () => {
  it('is none where none is named', async () => {
    expect(await readIdentity(undefined, undefined)).toBeNull();
  });

  it('is read with its key, also from one file', async () => {
    const identity = await readIdentity(at('cert.pem'), at('key.pem'));
    expect(identity).toEqual({ cert: certificate, key });
    expect((await readIdentity(at('both.pem'), at('both.pem')))?.key).toBe(key);
  });

  it('is read with an encrypted key, whose passphrase is not needed afterwards', async () => {
    process.env[variable] = 'canary';
    expect((await readIdentity(at('cert.pem'), at('encrypted.pem')))?.key).toBe(key);
  });

  it.each<[string, string | undefined, string | undefined, string | undefined, RegExp]>([
    ['without key', 'cert.pem', undefined, undefined, /^--cert: it needs the key/],
    ['that is missing', undefined, 'key.pem', undefined, /^--key: it needs the certificate/],
    ['that is none', 'key.pem', 'key.pem', undefined, /^--cert: .*holds no PEM certificate$/],
    ['with what is no key', 'cert.pem', 'cert.pem', undefined, /^--key: .*holds no PEM key$/],
    ['in no file', 'none.pem', 'key.pem', undefined, /^--cert: .*none.pem cannot be read/],
    ['with another key', 'cert.pem', 'other.pem', undefined, /is not the key of the certificate in/],
    [
      'with an encrypted key',
      'cert.pem',
      'encrypted.pem',
      undefined,
      /is encrypted: set PRISM_KEY_PASSPHRASE$/,
    ],
    [
      'with a wrong passphrase',
      'cert.pem',
      'encrypted.pem',
      'canaries',
      /cannot be decrypted with PRISM_KEY/,
    ],
  ])('%s is refused in one line', async (_name, cert, keyFile, passphrase, line) => {
    if (passphrase !== undefined) process.env[variable] = passphrase;
    const named = [cert, keyFile].map((name) => (name === undefined ? undefined : at(name)));
    const refused = await readIdentity(named[0], named[1]).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(UserError);
    const { message } = refused as UserError;
    expect(message).toMatch(line);
    expect(message).not.toMatch(/canar|\n/);
  });
});
