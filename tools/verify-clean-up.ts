import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { KillLane } from './clean-up/kill-lane.ts';
import { Tally } from './tally.ts';

/**
 * Proves that `clean` removes everything that a killed run leaves, and nothing else. Runs against shared targets are
 * killed at random moments in all their phases. Other users create clients before and during each run, including those
 * that another run with the same seed creates. `verify-clean-up.js N` kills N runs.
 */
const kills = Number(process.argv[2] ?? 8);
/** Each lane has its own target. Most of the time for a kill is spent waiting. */
const lanes = 4;
const folder = await mkdtemp(path.join(tmpdir(), 'conformance-verify-'));
const tally = new Tally();
const numbers = Array.from({ length: kills }, (_, number) => number).values();
const found = { ours: 0, others: 0 };

try {
  await Promise.all(Array.from({ length: Math.min(lanes, kills) }, (_, lane) => killInLane(lane)));
  const { ours, others } = found;
  process.stdout.write(
    `${kills} runs killed, ${ours} clients found after them, beside ${others} of others\n`,
  );
  tally.expectNone('killed runs leave something to remove', ours === 0 ? [ours] : [], String);
} finally {
  await rm(folder, { recursive: true, force: true });
}
process.exitCode = tally.finish();

async function killInLane(lane: number): Promise<void> {
  const killing = await KillLane.open(path.join(folder, String(lane)), lane);
  try {
    for (const number of numbers) {
      const { moment, code, left, remaining, missing, others } = await killing.kill(number);
      found.ours += left;
      found.others += others;
      tally.expectNone(`clean ends well after a kill ${moment}`, code === 0 ? [] : [code], String);
      tally.expectNone(`nothing is left after a kill ${moment}`, remaining, String);
      tally.expectNone(`what others made is as it was after a kill ${moment}`, missing, String);
    }
  } finally {
    await killing.close();
  }
}
