import { ClientLedger } from '../driver/clients/client-ledger.ts';
import { Ownership } from '../driver/clients/ownership.ts';
import type { TargetLogin } from '../driver/plain-request.ts';
import { isLoopbackOrigin } from '../driver/target-address.ts';
import { withMark } from '../driver/clients/run-mark.ts';
import { runMark } from '../generators/setup/run-mark.ts';
import { drivingLimits } from './interruption.ts';
import { readStored } from './client-ledger-files.ts';
import { loginOf, openPlannedTarget } from './planned-target.ts';
import type { PlannedTarget, TargetPlan } from './planned-target.ts';
import type { RunPlan } from './run-plan.ts';
import type { RunSecrets } from './run-secrets.ts';

/** A target that others may also use, with the credentials used to drive it. */
export interface OwnTarget extends PlannedTarget {
  readonly login: TargetLogin;
}

const ownerships = new Map<string, Ownership>();

/**
 * Opens the target of a plan for cases. Whatever they create is written into the ledger of the run, and no request is
 * sent that names a client of somebody else, unless the target belongs to the run alone. A run without a ledger changes
 * nothing.
 */
export function openOwnTarget(
  plan: TargetPlan & Pick<RunPlan, 'ledgerFile' | 'mark'>,
  secrets: RunSecrets,
  connections: number,
): OwnTarget {
  const { ledgerFile } = plan;
  const login = loginOf(plan, secrets.password);
  if (ledgerFile === null) return { ...openPlannedTarget(plan, secrets, connections, drivingLimits), login };
  const ownership = ownershipOf(ledgerFile, plan);
  const target = openPlannedTarget(plan, secrets, connections, drivingLimits);
  const ledger = new ClientLedger(ledgerFile, secrets.password);
  const recorded = ownership.guard(ledger.record(ownership.mark(target.send, login)), login);
  return {
    login,
    // The ledger records the marked request as sent. The caller sees the unmarked request as generated.
    send: withMark(recorded, { standIn: runMark, mark: plan.mark }),
    close: async () => {
      await target.close();
      ledger.close();
    },
  };
}

/** One Ownership for everything that this process sends to the target, whichever suite sends it. */
function ownershipOf(ledgerFile: string, plan: TargetPlan): Ownership {
  const known = ownerships.get(ledgerFile) ?? readOwnership(ledgerFile, plan);
  ownerships.set(ledgerFile, known);
  return known;
}

function readOwnership(ledgerFile: string, { settings, origin }: TargetPlan): Ownership {
  const ledger = readStored(ledgerFile);
  const before =
    ledger === null
      ? { ids: [], isWhole: false }
      : { ids: ledger.state.before, isWhole: ledger.state.isBeforeWhole };
  return new Ownership({ ...before, areOurs: settings.exclusive && isLoopbackOrigin(origin) });
}
