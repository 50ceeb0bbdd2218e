/**
 * Uses every export of the package. `verify-package` compiles it against the installed package, as an ES module and as a
 * CommonJS module, so that a wrong type here is an error there. Nobody runs it.
 */
import type { ComparisonFile, ResultFile } from 'prism-oauth-conformance';
import { compareTargets, ConformanceError, runConformance, startReference } from 'prism-oauth-conformance';
import { conformanceProjects } from 'prism-oauth-conformance/jest';

export async function useAll(): Promise<unknown> {
  const reference = await startReference({ faults: ['kind-error'], port: 0 });
  const result: ResultFile & { readonly exitCode: number } = await runConformance(
    {
      target: reference.url,
      username: 'admin',
      password: 'x',
      runs: 20,
      rate: '20/s',
      operation: ['session'],
    },
    { signal: AbortSignal.timeout(1000), log: (line: string) => line },
  );
  const comparison: ComparisonFile = await compareTargets(
    'reference',
    reference.url,
    {},
    { minFidelity: 90 },
  );
  const rules: readonly string[] = result.verdicts.map(({ rule }) => rule);
  const exitCode: number = new ConformanceError('text', 3).exitCode;
  const config = { projects: conformanceProjects({ runs: 60, readOnly: true }) };
  const all = [rules, exitCode, comparison.differences[0]?.operation, config.projects.length];

  // @ts-expect-error -- an option that does not exist
  await runConformance({ targets: 'http://127.0.0.1' });
  // @ts-expect-error -- a value of another type
  await runConformance({ readOnly: 'perhaps' });
  // @ts-expect-error -- secrets are given in the environment, not in a configuration file
  conformanceProjects({ password: 'x' });
  return all;
}
