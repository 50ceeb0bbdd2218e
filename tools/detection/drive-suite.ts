import type { Rule } from '../../checks/rule.ts';
import type { OperationRecord } from '../../checks/verdict.ts';
import { Ownership } from '../../driver/clients/ownership.ts';
import type { Exchange, WireRequest } from '../../driver/exchange.ts';
import { openTarget } from '../../driver/open-target.ts';
import { familiesOf } from '../../generators/families.ts';
import type { Effort } from '../../generators/effort.ts';
import type { Family } from '../../generators/family.ts';
import type { SuiteId } from '../../spec/operation-ids.ts';
import type { Contract } from '../../spec/operation.ts';
import type { JudgedCase } from '../../suites/engine/judged-case.ts';
import type { CaseWent } from '../../suites/engine/live-cases.ts';
import { runSuite } from '../../suites/engine/run-suite.ts';
import type { Wire } from '../../suites/engine/wire.ts';

/** How a suite is driven against the reference target. */
export interface Drive {
  readonly contract: Contract;
  readonly url: string;
  readonly rules: readonly Rule[];
  readonly seed: number;
  readonly runs: Effort;
  readonly concurrency: number;
  readonly timeoutMs: number;
  /** Default: all families of the suite. */
  readonly families?: readonly Family[];
  /** Called for each case after its run. */
  readonly witness?: (went: CaseWent) => void;
  /** Called for each case once it is judged. */
  readonly onJudged?: (judged: JudgedCase) => void;
  /** Called with each request that is sent. */
  readonly onRequest: () => void;
  /** Whether enough has been shown, and no further case is needed. */
  readonly isEnough: () => boolean;
}

const password = 'nutanix/4u';

/** Drives a suite as a run of the command would, but without shrinking. */
export async function driveSuite(suite: SuiteId, drive: Drive): Promise<OperationRecord> {
  const { contract, url, onRequest, rules, seed, runs, concurrency, timeoutMs, isEnough, witness, onJudged } =
    drive;
  const families = drive.families ?? familiesOf(contract, suite);
  const { origin, pathname } = new URL(url);
  const target = openTarget({ origin, connections: concurrency, timeoutMs });
  const send = (request: WireRequest): Promise<Exchange> => {
    onRequest();
    return target.send(request);
  };
  const plan = {
    ...{ suite, contract, families, rules, seed, runs, concurrency },
    ...(witness === undefined ? {} : { witness }),
    ...(onJudged === undefined ? {} : { onJudged }),
    deadline: null,
    replay: null,
    shrinkBudget: { each: 0, all: 0 },
    isInterrupted: () => false,
    isEnough,
    onProgress: () => undefined,
  };
  try {
    return await runSuite(plan, wireOf(pathname, send));
  } finally {
    await target.close();
  }
}

/** A wire that guards clients of others, like the command's. */
function wireOf(basePath: string, send: Wire['send']): Wire {
  const login = { basePath, username: 'admin', password };
  const ownership = new Ownership();
  return { target: login, send: ownership.guard(ownership.mark(send, login), login) };
}
