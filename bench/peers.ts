import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { packageRoot } from '../run/package-facts.ts';
import { mustFaults } from '../tools/detection/must-faults.ts';
import { benchmarksPage } from './peers/benchmarks-page.ts';
import { isFound, visitClean } from './peers/compare-peers.ts';
import type { PeerResult } from './peers/compare-peers.ts';
import { own } from './peers/own.ts';
import { schemathesis } from './peers/schemathesis.ts';
import { specmatic } from './peers/specmatic.ts';

/**
 * Compares this project's command with other tools that test an implementation against its OpenAPI document, on the
 * reference target: how many requests a second they send, and how many of its faults they find in the same time. Each
 * target is fresh, and the tools take turns. Writes `docs/benchmarks.md`. It needs Java 17, Python 3 and their registries.
 */
const { values } = parseArgs({
  options: {
    /** How many faults: of those that violate a MUST, every so-manieth by name. */
    sample: { type: 'string', default: '60' },
    /** For each fault. */
    seconds: { type: 'string', default: '15' },
  },
});
const seconds = Number(values.seconds);
const sample = Number(values.sample);
const chosen = Array.from(
  { length: sample },
  (_, index) => mustFaults[Math.floor((index * mustFaults.length) / sample)]?.id ?? '',
);

/** A smoke run ends in time; how fast requests are sent shows in a longer one. */
const entrants = [
  { peer: own('smoke'), isTimed: true },
  { peer: own('thorough'), isTimed: false },
  { peer: schemathesis, isTimed: true },
  { peer: specmatic, isTimed: true },
];
const comparisons: (PeerResult & { readonly found: string[] | null })[] = [];
for (const { peer, isTimed } of entrants) {
  await peer.install();
  const clean = await visitClean(peer);
  process.stdout.write(
    `${peer.name}, clean target: ${clean.requests} requests, ${clean.requestsPerSecond.toFixed(0)} a second, ` +
      `${clean.failures.length} failures, ${clean.seconds.toFixed(1)} s\n`,
  );
  comparisons.push({ peer, clean, found: isTimed ? [] : null });
}
for (const fault of chosen) {
  for (const { peer, clean, found } of comparisons)
    if (found !== null && (await isFound(peer, clean, { fault, seconds }))) found.push(fault);
  const finders = comparisons.filter(({ found }) => found?.at(-1) === fault);
  process.stdout.write(`${fault}: ${finders.map(({ peer }) => peer.name).join(', ') || 'not found'}\n`);
}
await writeFile(
  path.join(packageRoot, 'docs', 'benchmarks.md'),
  benchmarksPage(comparisons, { faults: chosen, seconds }),
);
