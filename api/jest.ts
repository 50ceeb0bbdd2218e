/** What a Jest project of another repository needs to run the suites. It changes only with the version. */
import { buildProjects } from '../run/jest/projects.ts';
import type { JestProject } from '../run/jest/projects.ts';
import { isSuiteId } from '../spec/operation-ids.ts';
import type { ConformanceOptions } from './options.ts';

export type { JestProject } from '../run/jest/projects.ts';
export type { ConformanceOptions } from './options.ts';

/**
 * The suites as Jest projects, one for each operation and one for sessions. Put them into `projects` of a Jest
 * configuration. The run begins after every global set-up of that configuration, so that a mock can be started there.
 * Without options, those of the environment and of `conformance.config.*` beside the Jest configuration are used.
 */
export function conformanceProjects(
  options?: Omit<ConformanceOptions, 'password' | 'shard' | 'workers'>,
): JestProject[] {
  if (options === undefined) return buildProjects();
  const { operation } = options;
  const names = typeof operation === 'string' ? operation.split(',').map((name) => name.trim()) : operation;
  // The run refuses a wrong name, if it gets the chance to run.
  return names !== undefined && names.length > 0 && names.every(isSuiteId)
    ? buildProjects({ options, suites: names })
    : buildProjects({ options });
}
