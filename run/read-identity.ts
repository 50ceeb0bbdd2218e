import { createPrivateKey, X509Certificate } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { mebibyte } from '../spec/read-text.ts';
import { readInput } from './read-input.ts';
import { UserError } from './user-error.ts';

/** A client certificate and its key without passphrase, with which we authenticate to a target. Both PEM. */
export interface Identity {
  readonly cert: string;
  readonly key: string;
}

/** A system's complete set of trusted certificates takes a quarter of this. */
const mostBytes = mebibyte;

/** The environment variable that holds the passphrase of an encrypted key. */
const passphraseVariable = 'PRISM_KEY_PASSPHRASE';

/** Reads a client certificate and its key, and checks that they belong together. */
export async function readIdentity(
  certFile: string | undefined,
  keyFile: string | undefined,
): Promise<Identity | null> {
  if (certFile === undefined && keyFile === undefined) return null;
  if (certFile === undefined) throw new UserError('--key: it needs the certificate; give --cert too');
  if (keyFile === undefined) throw new UserError('--cert: it needs the key; give --key too');
  const cert = await readPem('--cert', certFile);
  const certificate = parseCertificate(certFile, cert);
  const key = parseKey(keyFile, await readPem('--key', keyFile));
  if (!certificate.checkPrivateKey(key))
    throw new UserError(`--key: ${keyFile} is not the key of the certificate in ${certFile}`);
  return { cert, key: key.export({ type: 'pkcs8', format: 'pem' }).toString() };
}

export async function readPem(option: string, file: string): Promise<string> {
  return readInput({ option, file, maxBytes: mostBytes, isPipeAllowed: true });
}

function parseCertificate(file: string, pem: string): X509Certificate {
  try {
    return new X509Certificate(pem);
  } catch {
    throw new UserError(`--cert: ${file} holds no PEM certificate`);
  }
}

function parseKey(file: string, pem: string): KeyObject {
  const passphrase = process.env[passphraseVariable];
  try {
    return createPrivateKey({ key: pem, ...(passphrase === undefined ? {} : { passphrase }) });
  } catch {
    // OpenSSL's message differs between versions, and may quote the input.
    const reason = !pem.includes('ENCRYPTED')
      ? 'holds no PEM key'
      : passphrase === undefined
        ? `is encrypted: set ${passphraseVariable}`
        : `cannot be decrypted with ${passphraseVariable}`;
    throw new UserError(`--key: ${file} ${reason}`);
  }
}
