/** The programmatic interface of this package. It changes only with the version. */
import type { ComparisonFile } from '../reports/comparison-file.ts';
import type { ResultFile } from '../reports/result-file.ts';
import { spawnReference } from '../targets/spawn-reference.ts';
import type { SpawnedReference, SpawnOptions } from '../targets/spawn-reference.ts';
import { callCommand } from './call-command.ts';
import type { WithExitCode } from './call-command.ts';
import type { CallOptions, ConformanceOptions } from './options.ts';

export { ConformanceError } from './call-command.ts';
export type { WithExitCode } from './call-command.ts';
export type { CallOptions, ConformanceOptions } from './options.ts';
export type { ComparedDifference, ComparedOperation, ComparisonFile } from '../reports/comparison-file.ts';
export type { ResultFile, ResultReplay, ResultVerdict } from '../reports/result-file.ts';

/**
 * Tests a target as the command `run` does, and resolves with its result file and exit code: 0 if it conforms, 1 if it
 * does not, 3 if some of the run is broken, 130 if it was stopped. Rejects with a {@link ConformanceError} if nothing
 * could be tested.
 */
export function runConformance(
  options: ConformanceOptions = {},
  call: CallOptions = {},
): Promise<WithExitCode<ResultFile>> {
  return callCommand<ResultFile>({ name: 'run', words: [] }, options, call);
}

/** What only comparisons take. */
export interface ComparisonOptions extends CallOptions {
  /** Per cent: exit code 0 if the score is at least this. Default: no difference at all is allowed. */
  readonly minFidelity?: number;
  /** Faults of the second target if it is `reference`. */
  readonly faults?: readonly string[];
}

/**
 * Sends the same cases to two targets, such as a build and its mock, and resolves with their differences. Each is an
 * address, or `reference` for the embedded target. Rejects with a {@link ConformanceError} if nothing could be compared.
 */
export function compareTargets(
  a: string,
  b: string,
  options: ConformanceOptions = {},
  { minFidelity, faults = [], ...call }: ComparisonOptions = {},
): Promise<WithExitCode<ComparisonFile>> {
  const words = [
    a,
    b,
    ...(minFidelity === undefined ? [] : ['--min-fidelity', String(minFidelity)]),
    ...(faults.length === 0 ? [] : ['--fault', ...faults]),
  ];
  return callCommand<ComparisonFile>({ name: 'compare', words }, options, call);
}

/** How the reference target is started. */
export type StartOptions = Pick<SpawnOptions, 'faults' | 'variants' | 'port' | 'username' | 'password'>;

/** The reference target, started. */
export interface Reference extends Pick<SpawnedReference, 'url' | 'close'> {
  readonly username: string;
  readonly password: string;
}

/**
 * Starts the reference target, an in-memory implementation of the 12 operations, as a mock for tests. It listens on
 * loopback, at any free port unless one is given, and ends with this process. `mock --list-faults` and `mock
 * --list-variants` list what can be switched on.
 */
export async function startReference({
  username = 'admin',
  password = 'nutanix/4u',
  ...options
}: StartOptions = {}): Promise<Reference> {
  const { url, close } = await spawnReference({ ...options, username, password });
  return { url, close, username, password };
}
