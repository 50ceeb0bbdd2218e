import { existsSync } from 'node:fs';
import type { Command } from 'commander';
import { addRunOptions } from './add-run-options.ts';
import { checkOutputs } from '../run/check-outputs.ts';
import { compareLedgers } from './commands/compare-ledgers.ts';
import { compareTargets } from './commands/compare.ts';
import { reference } from '../run/plan-comparison.ts';
import { loadConfigFile } from './load-config-file.ts';
import { readOptions } from './read-options.ts';

/** Options of `compare` alone. */
interface CompareValues {
  readonly minFidelity?: string;
  readonly fault?: readonly string[];
}

/** Adds the command that compares: two targets, the trace of one with another, or two behaviour ledgers. */
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
    .option(
      '--min-fidelity <percent>',
      'exit 0 if the score is at least this (default: no difference at all)',
    )
    .option('--fault <id...>', 'faults of B if it is "reference"');
  addRunOptions(compare, 'compare');
  compare.action(async (a: string, b: string, values: CompareValues & Readonly<Record<string, unknown>>) => {
    const { minFidelity, fault = [], ...others } = values;
    const file = await loadConfigFile(process.cwd());
    const options = readOptions({ commandLine: others, environment: process.env, file });
    await checkOutputs(options, { writes: ['result'], inputs: [a, b].filter(isFile) });
    setExitCode(
      isFile(a) && isFile(b)
        ? await compareLedgers(a, b, options.result ?? null)
        : await compareTargets({ a, b, isRecorded: isFile(a), faults: fault }, options, minFidelity),
    );
  });
}

/** A file whose name is that of a target is given with its folder. */
function isFile(argument: string): boolean {
  return argument !== reference && !/^https?:/i.test(argument) && existsSync(argument);
}
