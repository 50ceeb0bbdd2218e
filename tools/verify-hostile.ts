import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { spawnReference } from '../targets/spawn-reference.ts';
import { behaviours } from './hostile/behaviours.ts';
import type { HostileBehaviour } from './hostile/behaviour.ts';
import { judgeOutcome } from './hostile/judge-outcome.ts';
import { runAgainst } from './hostile/run-against.ts';
import { Tally } from './tally.ts';

/**
 * Proves that no target can make a run hang, use too much memory, crash or misjudge. The command is run against each
 * hostile behaviour in its own process. `verify-hostile.js NAME…` proves only those whose names start so.
 */
const names = process.argv.slice(2);
const chosen = behaviours.filter(
  ({ name }) => names.length === 0 || names.some((beginning) => name.startsWith(beginning)),
);
const tally = new Tally();
const reference = await spawnReference();
if (process.platform !== 'linux') process.stdout.write('memory is measured on Linux only\n');

try {
  const left = chosen.values();
  // Two at a time, because most of them wait for a deadline.
  await Promise.all([1, 2].map(() => proveAll(left)));
} finally {
  await reference.close();
}
process.exitCode = tally.finish();

async function proveAll(left: IterableIterator<HostileBehaviour>): Promise<void> {
  for (const behaviour of left) await prove(behaviour);
}

async function prove(behaviour: HostileBehaviour): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'conformance-hostile-'));
  const server = await behaviour.start(reference.url);
  try {
    const ended = await runAgainst(behaviour, server, folder);
    const peak = ended.peakMiB === null ? '-' : ended.peakMiB.toFixed(0);
    process.stdout.write(
      `${behaviour.name.padEnd(36)} ${(ended.durationMs / 1000).toFixed(1).padStart(5)} s  exit ${ended.exitCode ?? '-'}  ${peak.padStart(4)} MiB\n`,
    );
    tally.expectNone(behaviour.name, await judgeOutcome(behaviour, ended, server), String);
  } finally {
    await server.close();
    await rm(folder, { recursive: true, force: true });
  }
}
