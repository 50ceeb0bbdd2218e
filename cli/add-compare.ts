import type { Command } from 'commander';
import { examplesOf } from './examples.ts';
import { addRunOptions } from './add-run-options.ts';
import { loadModule } from './load-module.ts';
import { optionsOf } from '../run/options/read-options.ts';

/** Options of `compare` only. */
interface CompareValues {
  readonly minFidelity?: string;
  readonly fault?: readonly string[];
}

/**
 * Adds the `compare` command, which compares two targets, one target's trace with another target, or two behaviour
 * ledgers.
 */
export function addCompare(program: Command, setExitCode: (exitCode: number) => void): void {
  const compare = program
    .command('compare')
    .description(
      'send the same cases to two targets and show how they differ, or compare two behaviour ledgers',
    )
    .argument('<A>', 'what to measure against: an address, "reference" for the embedded target, or a trace')
    .argument(
      '<B>',
      'what to measure, such as a mock: an address or "reference"; for ledgers, A and B are files',
    )
    .optionsGroup('Comparison:')
    .option(
      '--min-fidelity <percent>',
      'exit 0 if the score is at least this (default: no difference at all)',
    )
    .option('--fault <id...>', 'faults of B if it is "reference"')
    .addHelpText('after', examplesOf('compare'));
  addRunOptions(compare, 'compare');
  compare.action(async (a: string, b: string, values: CompareValues & Readonly<Record<string, unknown>>) => {
    const { minFidelity, fault = [], ...others } = values;
    const options = await optionsOf(others);
    const { compare: compareBoth } = await loadModule(() => import('./commands/compare.ts'));
    setExitCode(await compareBoth(a, b, options, { minFidelity, faults: fault }));
  });
}
