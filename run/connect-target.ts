import type { Target } from '../driver/open-target.ts';
import type { TargetLogin } from '../driver/plain-request.ts';
import type { PreflightResult } from '../driver/preflight.ts';
import { checkTarget } from '../driver/preflight.ts';
import type { Proxy } from '../driver/proxy-tunnel.ts';
import { parseProxy } from '../driver/proxy-tunnel.ts';
import { isPlaced } from '../driver/secrets/placed-secrets.ts';
import type { RedactedText } from '../driver/secrets/redacted.ts';
import { SessionLogin } from '../driver/session-login.ts';
import type { TargetAddress } from '../driver/target-address.ts';
import { isLoopbackOrigin, parseTargetAddress, TargetAddressError } from '../driver/target-address.ts';
import { requiredParts } from '../generators/parameters/required-parts.ts';
import type { Contract, RequiredParts } from '../spec/operation.ts';
import { spawnReference } from '../targets/spawn-reference.ts';
import { runEnd } from './interruption.ts';
import type { PlannedTarget, TargetPlan } from './planned-target.ts';
import { loginOf, openPlannedTarget } from './planned-target.ts';
import { readIdentity, readPem } from './read-identity.ts';
import { readPassword } from './read-password.ts';
import { settingsOf } from './options/run-settings.ts';
import type { GivenOptions } from './options/run-settings.ts';
import type { RunSecrets } from './run-secrets.ts';
import { messages } from './terminal.ts';
import { exitCodes, UserError } from './user-error.ts';

/** The result of checking a target, and where it serves the operations. */
export interface CheckedBasePath {
  readonly result: PreflightResult;
  /** Whether it serves the operations at its root instead of under the contract's base path. */
  readonly isAtRoot: boolean;
}

/**
 * Checks a target of which only the origin is known. Mocks often serve a document's paths without the base path of its
 * server, and not all of them answer 404 elsewhere. If there is no list under the base path, the root is tried.
 */
export async function checkBasePath(
  target: Pick<Target, 'origin' | 'send'>,
  login: TargetLogin,
): Promise<CheckedBasePath> {
  const result = await checkTarget(target, login);
  if (login.basePath === '' || !['not-found', 'not-prism'].includes(result.code))
    return { result, isAtRoot: false };
  const root = await checkTarget(target, { ...login, basePath: '' });
  // A root that is no better than the base path proves nothing: a web page for humans answers on every path.
  const isAtRoot = root.code === 'ready' || (result.code === 'not-found' && root.canDrive);
  return { result: isAtRoot ? root : result, isAtRoot };
}

/** A target that has answered. */
export interface ConnectedTarget extends TargetAddress {
  readonly url: string;
  readonly username: string;
  readonly ca: string | null;
  /** What the contract requires of any request, beyond what cases send. */
  readonly required: readonly RequiredParts[];
  readonly secrets: RunSecrets;
  readonly isLoopback: boolean;
  readonly isEmbedded: boolean;
  readonly build: RedactedText | null;
  readonly close: () => Promise<void>;
}

/**
 * Connects to the target in the options, or starts the embedded one with the given faults. Throws a UserError if the
 * target cannot be driven.
 */
export async function connectTarget(
  options: GivenOptions,
  contract: Contract,
  faults: readonly string[] = [],
): Promise<ConnectedTarget> {
  const located = await locateTarget(options, contract, faults);
  const { origin, secrets, close } = located;
  const plan = connection(located, options);
  const target = openPlannedTarget(plan, secrets, 1, { limit: runEnd });
  const login = loginOf(plan, secrets.password);
  try {
    const check = { origin, send: target.send };
    const { result, isAtRoot } = isOriginOnly(options.target)
      ? await checkBasePath(check, login)
      : { result: await checkTarget(check, login), isAtRoot: false };
    if (!result.canDrive) throw new UserError(result.message, exitCodes.targetNotDriven);
    if (result.code !== 'ready') messages.notes(result.message);
    const there = isAtRoot ? { ...located, basePath: '', url: `${origin}/` } : located;
    if (isAtRoot)
      messages.notes(`${origin} answers at / and not under ${login.basePath}; it is tested there`);
    if (isPlaced(secrets.password))
      messages.notes(
        `the password for ${origin} is short or a common word; it is masked only where a value stands`,
      );
    if (options.login === 'session') await checkSession(target, { ...login, basePath: there.basePath });
    return { ...there, build: result.build };
  } catch (error) {
    await close();
    throw error;
  } finally {
    await target.close();
  }
}

/**
 * The target of a replay. Nothing is requested if its address says where it serves the operations: {@link whyNotDriven}
 * tells afterwards whether its answers say anything about the case.
 */
export async function connectForReplay(options: GivenOptions, contract: Contract): Promise<ConnectedTarget> {
  return isOriginOnly(options.target)
    ? connectTarget(options, contract)
    : { ...(await locateTarget(options, contract, [])), build: null };
}

/** Requests a list, and returns in one line why the target of a plan cannot be driven; null if it can. */
export async function whyNotDriven(
  plan: TargetPlan & { readonly basePath: string },
  secrets: RunSecrets,
): Promise<string | null> {
  const target = openPlannedTarget(plan, secrets, 1, { limit: runEnd });
  try {
    const login = loginOf(plan, secrets.password);
    const { canDrive, message } = await checkTarget({ origin: plan.origin, send: target.send }, login);
    return canDrive ? null : message;
  } finally {
    await target.close();
  }
}

/** Checks that a login returns a cookie: otherwise every request would be anonymous. */
async function checkSession({ send }: PlannedTarget, login: TargetLogin): Promise<void> {
  const cookie = await new SessionLogin(send, login).cookie();
  if (cookie === null)
    throw new UserError(
      '--login: session: the target sets no cookie for a login; leave --login out',
      exitCodes.targetNotDriven,
    );
}

/** Whether an address has no path, so that the base path must be detected. */
function isOriginOnly(target: string | undefined): boolean {
  return target !== undefined && new URL(target).pathname === '/';
}

/** The first requests use Basic credentials, whatever login the run uses. */
function connection(located: LocatedTarget, options: GivenOptions): TargetPlan {
  const { origin, basePath, username, ca, required } = located;
  return {
    ...{ origin, basePath, username, ca, required, rate: null },
    settings: { ...settingsOf(options), login: 'basic' },
  };
}

type LocatedTarget = Omit<ConnectedTarget, 'build'>;

async function locateTarget(
  options: GivenOptions,
  contract: Contract,
  faults: readonly string[],
): Promise<LocatedTarget> {
  const { target } = options;
  const located =
    target === undefined ? await startEmbedded(faults) : await locate(options, target, contract);
  return { ...located, required: requiredParts(contract) };
}

async function startEmbedded(faults: readonly string[]): Promise<Omit<LocatedTarget, 'required'>> {
  const { url, close } = await spawnReference({ faults });
  return {
    ...parseTargetAddress(url, ''),
    ...{ url, close, username: 'admin', ca: null },
    secrets: { password: 'nutanix/4u', identity: null, proxy: null, traceKey: null },
    isLoopback: true,
    isEmbedded: true,
  };
}

async function locate(
  options: GivenOptions,
  target: string,
  contract: Contract,
): Promise<Omit<LocatedTarget, 'required'>> {
  const address = parseAddress(target, contract.basePath);
  const { username } = options;
  if (username === undefined)
    throw new UserError('the target needs a user: give --username or set PRISM_USERNAME');
  const password = await readPassword(options, `Password of ${username} at ${address.origin}: `);
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
    isLoopback: isLoopbackOrigin(address.origin),
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

/** The address may contain credentials, so the message does not show it. */
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
