import { median } from '../../spec/median.ts';
import { visitTarget } from './visit-target.ts';
import type { Peer } from './peer.ts';

/** What a tool does on the clean target, when it has all the time that it wants: medians of the runs. */
export interface CleanRuns {
  readonly requests: number;
  /** Of the whole command. */
  readonly seconds: number;
  /** While it sends. */
  readonly requestsPerSecond: number;
  /** What fails there in any run. The target is lawful, so these are false alarms. */
  readonly failures: readonly string[];
}

export interface PeerResult {
  readonly peer: Peer;
  readonly clean: CleanRuns;
  /** The faults that it finds in the time given; null where it was not asked. */
  readonly found: readonly string[] | null;
}

const cleanSeeds = [1, 2, 3];

/** How a tool behaves on the clean target. */
export async function visitClean(peer: Peer): Promise<CleanRuns> {
  const visits = [];
  for (const seed of cleanSeeds) visits.push(await visitTarget(peer, { faults: [], seed, seconds: null }));
  return {
    requests: median(visits.map(({ traffic }) => traffic.requests)),
    seconds: median(visits.map(({ seconds }) => seconds)),
    requestsPerSecond: median(visits.map(({ traffic }) => traffic.requests / traffic.seconds)),
    failures: [...new Set(visits.flatMap(({ failures }) => failures))].sort(),
  };
}

/** Whether a tool tells a target with a fault from the clean one: something fails that never fails there. */
export async function isFound(
  peer: Peer,
  clean: CleanRuns,
  { fault, seconds }: { readonly fault: string; readonly seconds: number },
): Promise<boolean> {
  const { failures } = await visitTarget(peer, { faults: [fault], seed: 1, seconds });
  return failures.some((failure) => !clean.failures.includes(failure));
}
