import path from 'node:path';
import type { ListedClient } from '../../driver/list-clients.ts';
import { Redactor } from '../../driver/redactor.ts';
import { sweepClients, type Sweep } from '../../driver/sweep-clients.ts';
import { fixturePrefix } from '../../generators/setup/fixture-client.ts';
import { connectTarget } from '../connect-target.ts';
import { findLedgers, ledgerFolder, removeLedgers } from '../ledger-files.ts';
import { loadRunContract } from '../load-run-contract.ts';
import { openPlannedTarget } from '../planned-target.ts';
import { defaultReportDir, defaultTimeoutMs, type GivenOptions } from '../run-options.ts';
import { exitCodes, UserError } from '../user-error.ts';

/** Pages of a list, 500 clients each: an end for a target whose list has none. */
const maxPages = 2000;
/** Clients come and go while a list is read page by page: one that was missed is found by the next look. */
const rounds = 3;

/**
 * Removes from a target what earlier runs have left there: what their ledgers know by id or by name and nothing else,
 * since others use the target too. With `hasPrefix` also every client whose name begins as those of the set-up do.
 */
export async function cleanTarget(options: GivenOptions, hasPrefix: boolean): Promise<number> {
  if (options.target === undefined) throw new UserError('clean needs a target: give --target');
  const connected = await connectTarget(options, await loadRunContract(options.spec));
  const { origin, basePath, username, secrets, ca } = connected;
  const reportDir = path.resolve(options.report ?? defaultReportDir);
  const of = { target: origin + basePath, username };
  const ledgers = await findLedgers(reportDir, of);
  if (ledgers.length === 0 && !hasPrefix) {
    print([
      `no run has left a ledger of this target and user in ${ledgerFolder(reportDir)}: nothing to remove`,
    ]);
    return exitCodes.conforms;
  }
  const target = openPlannedTarget(
    {
      ...{ origin, basePath, username, ca, rate: options.rate ?? null },
      login: options.login ?? 'basic',
      timeoutMs: options.timeoutMs ?? defaultTimeoutMs,
      isInsecure: options.insecure === true,
    },
    secrets,
    1,
  );
  try {
    const account = { basePath, username, password: secrets.password };
    const prefix = hasPrefix ? fixturePrefix : null;
    const sweep = await sweepUntilClean(async () => {
      // Read anew: a process of a killed run may have ended its last request meanwhile.
      const states = (await findLedgers(reportDir, of)).map(({ state }) => state);
      return sweepClients(target.send, account, { ledgers: states, prefix, maxPages });
    });
    const isClean = sweep.left.length === 0 && sweep.isComplete;
    if (isClean) await removeLedgers(ledgers.map(({ file }) => file));
    print(describe(sweep, new Redactor({ secrets: [secrets.password] })));
    return isClean ? exitCodes.conforms : exitCodes.violations;
  } finally {
    await target.close();
    await connected.close();
  }
}

async function sweepUntilClean(sweep: () => Promise<Sweep>): Promise<Sweep> {
  let last = await sweep();
  const removed = [...last.removed];
  for (let round = 1; round < rounds && last.removed.length > 0; round += 1) {
    last = await sweep();
    removed.push(...last.removed);
  }
  return { ...last, removed };
}

function describe({ removed, left, isComplete }: Sweep, redactor: Redactor): readonly string[] {
  return [
    ...removed.map((client) => `removed ${nameOf(client, redactor)}`),
    ...left.map((client) => `left ${nameOf(client, redactor)}`),
    ...(isComplete ? [] : ['not all clients could be listed: what only its name tells of may be left']),
    `${removed.length} removed, ${left.length} left`,
  ];
}

/** Names are the target's: control characters in them do not reach the terminal. */
function nameOf({ id, name }: ListedClient, redactor: Redactor): string {
  const whole = redactor.answer(name ?? '');
  const shown =
    name === null ? '' : ` ${JSON.stringify(whole.length > 60 ? `${whole.slice(0, 60)}…` : whole)}`;
  return `${JSON.stringify(redactor.answer(id)).slice(1, -1)}${shown}`;
}

function print(lines: readonly string[]): void {
  process.stdout.write(`${lines.join('\n')}\n`);
}
