import type { OperationRecord } from '../../checks/verdict.ts';
import { notSent } from '../../driver/open-target.ts';
import { limitAfter, limitAt, monotonicMs, soonest } from '../../driver/time-limit.ts';
import type { TimeLimit } from '../../driver/time-limit.ts';
import { redactText } from '../../driver/secrets/redactor.ts';
import { answersAnything, countRequests, withCredentialsGate } from './credentials-gate.ts';
import { crashOf, CrashWatch } from './crash-watch.ts';
import { CaseTally } from './unjudged.ts';
import { countLeftOut, sharesOf } from './shares.ts';
import type { CaseSource } from './live-cases.ts';
import { driveCases } from './drive-cases.ts';
import type { Driven } from './drive-cases.ts';
import { LatencyMeter } from './latency.ts';
import { hasTransientAnswer, LiveCases } from './live-cases.ts';
import { Outage, pauseUnless, withOutageRetries } from './retry/outage.ts';
import { Patience } from './pace/patience.ts';
import { Places } from './pace/places.ts';
import { readOnlyWire } from './read-only.ts';
import { Recorder } from './recorder.ts';
import { Retries } from './retry/retries.ts';
import { Teardown } from './teardown.ts';
import type { Wire } from './wire.ts';
import { buildRecords } from './rule-records.ts';
import { TakenForms } from './taken-forms.ts';
import { SafetyStop } from './safety-stop.ts';
import type { SuitePlan, SuiteRun } from './suite-run.ts';

/** Time limit for reproducing all defects of a suite together. */
const searchTimeMs = 60_000;

/** The record of a suite, with what its trace needs in addition. */
export interface SuiteRecord extends OperationRecord {
  /** Whether the target had stopped answering when findings were examined. */
  readonly isTargetGone: boolean;
}

/** The facts about a suite that only a live run provides. */
export type SuiteFacts = Pick<
  SuiteRecord,
  'requests' | 'repeats' | 'startedAt' | 'durationMs' | 'residue' | 'broken' | 'isTargetGone'
>;

/** Sends the cases of a suite, judges them by its rules and reports the findings. */
export async function runSuite(plan: SuitePlan, target: Wire): Promise<SuiteRecord> {
  const startedAt = new Date();
  const startedMs = monotonicMs();
  const counted = countRequests(target);
  const stop = new SafetyStop(plan);
  const crash = new CrashWatch();
  const patience = patienceOf(plan);
  const places = new Places(plan.concurrency);
  const live = goLive(plan, counted, stop, { crash, places, patience });
  const run = { ...beginRun(plan, live, target.target.password), crash, places, patience };
  const recorder = new Recorder(plan.rules, run.isTransient);
  const driven = await driveCases(run, recorder, stop);
  run.isOver = searchLimit(plan, patience).isOver;
  // No case follows that would show whether the target still listens. If there is no time left to wait for it, ask once.
  if (crash.isDoubtful && !plan.isInterrupted())
    await answersAnything(stop.isStopped() ? { ...counted, send: crash.watch(counted.send) } : live.wire);
  // Fewer cases were sent than it takes to see that nothing is answered.
  const isDoubtful = driven.cut !== null && stop.isSilent && plan.isEnough?.() !== true;
  const isMute = isDoubtful && !(await answersAnything(counted)) && !(await answersAnything(counted));
  if (isMute || (isDoubtful && !stop.hasAnswered)) stop.stopForSilence();
  const suspects = crash.suspects();
  const reason = stop.reason ?? (suspects.length > 0 ? 'the target stopped answering' : null);
  stop.release();
  // If the run ends early, findings are not shrunk.
  if (reason !== null) run.shrinksLeft = 0;
  run.isTargetGone =
    suspects.length > 0 || (stop.isForSilence && (isMute || !(await answersAnything(counted))));
  const rules = await buildRecords(run, recorder);
  const { left, ...counts } = await live.teardown.finish();
  const residue = { ...counts, left: left.map((id) => redactText(id, [run.password])) };
  return {
    ...recordOf(run, driven, rules),
    requests: counted.count(),
    repeats: live.repeats.count,
    startedAt: startedAt.toISOString(),
    durationMs: Math.round(monotonicMs() - startedMs),
    residue,
    broken: reason ?? run.cases.turnedAway,
    ...crashOf(plan, suspects, run.password),
    isTargetGone: run.isTargetGone,
  };
}

/** The record of a suite, whatever the source of its answers. */
export function recordOf(
  run: SuiteRun,
  driven: Driven,
  rules: OperationRecord['rules'],
): Omit<OperationRecord, keyof SuiteFacts> {
  return {
    operation: run.plan.suite,
    rules,
    cases: driven.cases,
    leftOut: countLeftOut(run.plan),
    ...(driven.cut === null ? {} : { cut: driven.cut }),
    flaky: run.flaky,
    latency: run.latency.read(),
    caseHash: driven.hash,
    dialects: run.cases.dialects,
  };
}

/** The initial state of a suite's run. */
export function beginRun(plan: SuitePlan, source: CaseSource, password: string): SuiteRun {
  return {
    plan,
    source,
    password,
    flaky: [],
    latency: new LatencyMeter(),
    cases: new CaseTally(),
    isTransient: ({ case: testCase, exchanges }) => hasTransientAnswer(testCase, exchanges),
    isOver: limitOf(plan).isOver,
    crash: new CrashWatch(),
    places: new Places(plan.concurrency),
    patience: null,
    isTargetGone: false,
    resent: new Map(),
    shown: new Map(),
    searchMsLeft: searchTimeMs,
    shrinksLeft: plan.shrinkBudget.all,
  };
}

/** The limit for everything that is sent for a plan. */
function limitOf({ deadline, isInterrupted }: SuitePlan): TimeLimit {
  const told: TimeLimit = { isOver: isInterrupted, leftMs: () => (isInterrupted() ? 0 : Infinity) };
  return deadline === null ? told : soonest(limitAt(deadline), told);
}

/** A replay sends its case whatever it takes. */
function patienceOf(plan: SuitePlan): Patience {
  if (plan.replay !== null) return new Patience({ concurrency: plan.concurrency });
  const drawn = [...sharesOf(plan)].filter(([, share]) => share > 0);
  return new Patience(
    plan,
    drawn.map(([family]) => family),
  );
}

/** Findings are sent again in what is left of the time for cases, but at least for so long. */
const leastSearchMs = 15_000;

function searchLimit(plan: SuitePlan, { leftMs }: Patience): TimeLimit {
  return soonest(limitOf(plan), limitAfter(Math.max(leastSearchMs, leftMs)));
}

/** What keeps cases of a suite from being sent, besides what stops it. */
interface Restraint {
  readonly crash: CrashWatch;
  readonly places: Places | null;
  readonly patience: Patience | null;
}

/** Prepares sending the cases of a plan to a target. `stop` watches what is sent. */
export function goLive(
  plan: SuitePlan,
  counted: Wire,
  stop: SafetyStop,
  { crash, places, patience }: Restraint = { crash: new CrashWatch(), places: null, patience: null },
): LiveCases {
  const watched = { ...counted, send: crash.watch(counted.send) };
  const patient = withOutageRetries(
    plan.isReadOnly === true ? readOnlyWire(watched) : watched,
    plan.outage ?? new Outage(),
  );
  const inARow = plan.wrongCredentialsInARow ?? null;
  const gated = inARow === null ? patient : withCredentialsGate(patient, inARow);
  const limit = limitOf(plan);
  const repeats = plan.replay === null ? new Retries(limit) : new Retries(limit, 0);
  const send = patience === null ? gated.send : patience.watch(gated.send);
  const isCutOff = (): boolean => patience?.isCutOff() === true;
  // Findings are sent again as they were, including waits, even if no further cases are drawn.
  const isVain = (): boolean =>
    limit.isOver() || stop.isStopped() || (!stop.isReleased && (isCutOff() || plan.isEnough?.() === true));
  const open: Wire = {
    target: counted.target,
    send: async (request) => crash.follow(request, stop.watch(await send(request))),
    repeats,
    forms: new TakenForms(),
    pause: (ms) => {
      const pause = (): Promise<boolean> => pauseUnless(isVain, ms);
      return places === null || stop.isReleased ? pause() : places.lend(pause);
    },
  };
  const wire: Wire = {
    ...open,
    send: (request) => (isCutOff() ? Promise.resolve(notSent(request)) : open.send(request)),
  };
  // What was created is removed even if the time for cases is up.
  return new LiveCases(wire, repeats, plan.witness, new Teardown(open));
}
