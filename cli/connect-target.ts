import { checkTarget } from '../driver/preflight.ts';
import { parseProxy, type Proxy } from '../driver/proxy.ts';
import { parseTargetAddress, TargetAddressError, type TargetAddress } from '../driver/target-address.ts';
import type { Contract } from '../spec/operation.ts';
import { spawnReference } from '../targets/spawn-reference.ts';
import { openPlannedTarget, type TargetPlan } from './planned-target.ts';
import { readIdentity, readPem } from './read-identity.ts';
import { defaultTimeoutMs, type GivenOptions } from './run-options.ts';
import type { RunSecrets } from './run-secrets.ts';
import { exitCodes, UserError } from './user-error.ts';

/** A target that has answered. */
export interface ConnectedTarget extends TargetAddress {
  readonly url: string;
  readonly username: string;
  readonly ca: string | null;
  readonly secrets: RunSecrets;
  readonly isLoopback: boolean;
  readonly isEmbedded: boolean;
  readonly build: string | null;
  readonly close: () => Promise<void>;
}

/** Connects to the target of the options, or starts the embedded one. Throws a UserError where it cannot be driven. */
export async function connectTarget(options: GivenOptions, contract: Contract): Promise<ConnectedTarget> {
  const located =
    options.target === undefined ? await startEmbedded() : await locate(options, options.target, contract);
  const { origin, basePath, close } = located;
  const target = openPlannedTarget(connection(located, options), located.secrets, 1);
  const { username, secrets } = located;
  const account = { basePath, username, password: secrets.password };
  try {
    const first = await checkTarget({ origin, send: target.send }, account);
    // Mocks often serve a document's paths without the base path of its server.
    const isElsewhere = first.code === 'not-found' && isOriginOnly(options.target) && basePath !== '';
    const result = isElsewhere
      ? await checkTarget({ origin, send: target.send }, { ...account, basePath: '' })
      : first;
    if (!result.canDrive) throw new UserError(first.message, exitCodes.targetNotDriven);
    if (result.code !== 'ready') process.stderr.write(`note: ${result.message}\n`);
    if (!isElsewhere) return { ...located, build: result.build };
    process.stderr.write(`note: ${origin} answers at / and not under ${basePath}; it is driven there\n`);
    return { ...located, basePath: '', url: `${origin}/`, build: result.build };
  } catch (error) {
    await close();
    throw error;
  } finally {
    await target.close();
  }
}

/** Whether an address names no path, so that the base path is ours to find. */
function isOriginOnly(target: string | undefined): boolean {
  return target !== undefined && new URL(target).pathname === '/';
}

function connection({ origin, ca }: LocatedTarget, options: GivenOptions): TargetPlan {
  return {
    ...{ origin, ca, rate: null },
    timeoutMs: options.timeoutMs ?? defaultTimeoutMs,
    isInsecure: options.insecure === true,
  };
}

type LocatedTarget = Omit<ConnectedTarget, 'build'>;

async function startEmbedded(): Promise<LocatedTarget> {
  const { url, close } = await spawnReference();
  return {
    ...parseTargetAddress(url, ''),
    ...{ url, close, username: 'admin', ca: null },
    secrets: { password: 'nutanix/4u', identity: null, proxy: null, traceKey: null },
    isLoopback: true,
    isEmbedded: true,
  };
}

async function locate(options: GivenOptions, target: string, contract: Contract): Promise<LocatedTarget> {
  const address = parseAddress(target, contract.basePath);
  const { username, passwordEnv = 'PRISM_PASSWORD' } = options;
  const password = process.env[passwordEnv];
  if (username === undefined)
    throw new UserError('the target needs a user: give --username or set PRISM_USERNAME');
  if (password === undefined || password === '') {
    throw new UserError(`the target needs a password: set the environment variable ${passwordEnv}`);
  }
  return {
    ...address,
    url: `${address.origin}${address.basePath}`,
    username,
    secrets: {
      password,
      identity: await readIdentity(options.cert, options.key),
      proxy: options.proxy === undefined ? null : readProxy(options.proxy),
      traceKey: null,
    },
    ca: options.ca === undefined ? null : await readCertificates(options.ca),
    isLoopback: /^https?:\/\/(127\.|localhost[:/]|localhost$|\[::1\])/.test(address.origin),
    isEmbedded: false,
    close: () => Promise.resolve(),
  };
}

function parseAddress(target: string, basePath: string): TargetAddress {
  try {
    return parseTargetAddress(target, basePath);
  } catch (error) {
    if (error instanceof TargetAddressError) throw new UserError(`--${error.message}`);
    throw error;
  }
}

/** The address may hold credentials: it is not shown. */
function readProxy(address: string): Proxy {
  const proxy = parseProxy(address);
  if (proxy === null) throw new UserError('--proxy: it is not an address such as http://proxy.example:3128');
  return proxy;
}

async function readCertificates(file: string): Promise<string> {
  const pem = await readPem('--ca', file);
  if (!pem.includes('-----BEGIN CERTIFICATE-----'))
    throw new UserError(`--ca: ${file} holds no PEM certificate`);
  return pem;
}
