import type { Exchange, WireRequest } from '../driver/exchange.ts';
import { openTarget } from '../driver/open-target.ts';
import type { TargetLogin } from '../driver/plain-request.ts';
import { RateLimit } from '../driver/rate-limit.ts';
import { SessionLogin } from '../driver/session-login.ts';
import { noLimit } from '../driver/time-limit.ts';
import type { TimeLimit } from '../driver/time-limit.ts';
import type { RunPlan } from './run-plan.ts';
import type { RunSettings } from './options/run-settings.ts';
import type { RunSecrets } from './run-secrets.ts';

/** The target of a plan, as every process of the run reaches it. */
export interface PlannedTarget {
  readonly send: (request: WireRequest) => Promise<Exchange>;
  readonly close: () => Promise<void>;
}

/** The part of a plan that says how its target is reached. */
export type TargetPlan = Pick<RunPlan, 'origin' | 'basePath' | 'username' | 'ca' | 'rate' | 'required'> & {
  readonly settings: Pick<RunSettings, 'login' | 'timeoutMs' | 'insecure' | 'exclusive'>;
};

/** The deadlines for sending requests and receiving answers. */
export interface SendLimits {
  readonly limit: TimeLimit;
  /** A later deadline for removals, if there is one: what was created must be removed even after the run has ended. */
  readonly removals?: TimeLimit;
}

/**
 * Opens the target of a plan, with the plan's rate limit and login. Every request sent through it, including those of a
 * login, is dropped once its limit has passed.
 */
export function openPlannedTarget(
  plan: TargetPlan,
  { password, identity, proxy }: RunSecrets,
  connections: number,
  { limit, removals = limit }: SendLimits = { limit: noLimit },
): PlannedTarget {
  const { login, timeoutMs, insecure } = plan.settings;
  const target = openTarget({
    origin: plan.origin,
    connections,
    ...{ timeoutMs, insecure },
    ...(plan.ca === null ? {} : { ca: plan.ca }),
    ...(identity === null ? {} : { identity }),
    ...(proxy === null ? {} : { proxy }),
  });
  const rate = plan.rate === null ? null : rateLimitOf(plan.rate);
  const send: PlannedTarget['send'] = async (request) => {
    const until = request.method === 'DELETE' ? removals : limit;
    // If the limit passes before the request's turn, `target.send` refuses it like any other late request.
    await rate?.take(until);
    return target.send(request, until);
  };
  const session = login === 'session' ? new SessionLogin(send, loginOf(plan, password)) : null;
  return {
    send: session === null ? send : (request) => session.send(request),
    close: () => target.close(),
  };
}

/** The user of a plan, for requests outside of cases. */
export function loginOf(
  { basePath, username, required }: Pick<TargetPlan, 'basePath' | 'username' | 'required'>,
  password: string,
): TargetLogin {
  return { basePath, username, password, required };
}

const limits = new Map<number, RateLimit>();

/** One rate limit for everything that this process sends, whichever suite sends it. */
function rateLimitOf(rate: number): RateLimit {
  const known = limits.get(rate) ?? new RateLimit(rate);
  limits.set(rate, known);
  return known;
}

/** The processes that drive a target: those of this run, and those of all shards together. */
export interface DrivingProcesses {
  readonly workers: number;
  readonly processes: number;
}

/** Cases in flight on a target other than loopback, over all workers of a run. */
const usualConcurrency = 8;

/**
 * How much a run may burden a target. Loopback answers immediately, so the processor is the limit. Other
 * targets are shared with their users, lock them after about five wrong passwords, and no process knows of another's.
 */
export function restraintOf(
  isLoopback: boolean,
  { workers, processes }: DrivingProcesses,
  asked: number | undefined,
): Pick<RunPlan, 'concurrency' | 'wrongCredentialsInARow'> {
  return isLoopback
    ? { concurrency: asked ?? 32, wrongCredentialsInARow: null }
    : {
        concurrency: asked ?? Math.max(1, Math.floor(usualConcurrency / workers)),
        wrongCredentialsInARow: Math.max(1, Math.floor(3 / processes)),
      };
}
