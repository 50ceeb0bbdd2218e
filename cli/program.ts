import { Command } from 'commander';
import { addCompare } from './add-compare.ts';
import { addRunOptions } from './add-run-options.ts';
import { cleanTarget } from './commands/clean.ts';
import { mergeResults } from './commands/merge.ts';
import { listRules } from './commands/rules.ts';
import { runConformance } from './commands/run.ts';
import { serveMock } from './commands/mock.ts';
import type { MockOptions } from './commands/mock.ts';
import { fixturePrefix } from '../generators/setup/fixture-client.ts';
import { loadConfigFile } from './load-config-file.ts';
import { tool } from '../run/package-facts.ts';
import { readOptions } from './read-options.ts';
import { UserError } from '../run/user-error.ts';
import { messages, output } from '../run/terminal.ts';

/** The command line. `setExitCode` is told the exit code of a command that ends by itself. */
export function buildProgram(setExitCode: (exitCode: number) => void): Command {
  const program = new Command(tool.name)
    .description(
      'Contract testing and conformance suite for the OAuth operations of the Nutanix Prism Central v3 API',
    )
    .version(tool.version)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => {
        output.write(text);
      },
      writeErr: (text) => {
        messages.write(text);
      },
    })
    .showHelpAfterError('(see --help)');
  addRun(program, setExitCode);
  addRecord(program, setExitCode);
  addMerge(program, setExitCode);
  addClean(program, setExitCode);
  addCompare(program, setExitCode);
  addMock(program);
  program
    .command('rules')
    .description('list the rules: id, level, claim, source')
    .option('--json', 'as JSON')
    .action(({ json }: { readonly json?: boolean }) => {
      output.write(`${listRules(json === true)}\n`);
    });
  return program;
}

function addRun(program: Command, setExitCode: (exitCode: number) => void): void {
  const run = program
    .command('run', { isDefault: true })
    .description('test every operation of the target (the default command)')
    .allowExcessArguments(false);
  addRunOptions(run, 'run');
  run.action(async (values: Readonly<Record<string, unknown>>) => {
    const file = await loadConfigFile(process.cwd());
    setExitCode(await runConformance(readOptions({ commandLine: values, environment: process.env, file })));
  });
}

/** A run that is written down. */
function addRecord(program: Command, setExitCode: (exitCode: number) => void): void {
  const record = program
    .command('record')
    .description('do what "run" does, and record the answers as a trace, a behaviour ledger, or both')
    .allowExcessArguments(false);
  addRunOptions(record, 'run');
  record.action(async (values: Readonly<Record<string, unknown>>) => {
    const file = await loadConfigFile(process.cwd());
    const options = readOptions({ commandLine: values, environment: process.env, file });
    if (options.trace === undefined && options.ledger === undefined)
      throw new UserError('record: give --trace FILE, --ledger FILE, or both');
    setExitCode(await runConformance(options));
  });
}

function addMerge(program: Command, setExitCode: (exitCode: number) => void): void {
  const merge = program
    .command('merge')
    .description('merge the results of all shards of a run into one report and one exit code')
    .argument('<result...>', 'result files of "run --shard I/N --result FILE"');
  addRunOptions(merge, 'merge');
  merge.action(async (files: readonly string[], values: Readonly<Record<string, unknown>>) => {
    const file = await loadConfigFile(process.cwd());
    const options = readOptions({ commandLine: values, environment: process.env, file });
    setExitCode(await mergeResults(files, options));
  });
}

function addClean(program: Command, setExitCode: (exitCode: number) => void): void {
  const clean = program
    .command('clean')
    .description('remove what earlier runs left on a target, using their ledgers')
    .allowExcessArguments(false);
  addRunOptions(clean, 'clean');
  clean.option(
    '--prefix',
    `also remove every client whose name begins with ${fixturePrefix}, whoever created it`,
  );
  clean
    .option('--yes', 'with --prefix: do not ask')
    .option('--dry-run', 'remove nothing; list what would be removed, and exit 1 if that is anything')
    .option('--force', 'also take the ledgers of runs that may still be active');
  clean.action(async (values: Readonly<Record<string, unknown>>) => {
    const { prefix, yes, dryRun, force, ...shared } = values;
    const file = await loadConfigFile(process.cwd());
    const options = readOptions({ commandLine: shared, environment: process.env, file });
    const choices = {
      hasPrefix: prefix === true,
      isConfirmed: yes === true,
      isDry: dryRun === true,
      isForced: force === true,
    };
    setExitCode(await cleanTarget(options, choices));
  });
}

function addMock(program: Command): void {
  program
    .command('mock')
    .description('serve the reference target, with or without faults, until it is interrupted')
    .option('--port <n>', 'port on the loopback address', '9440')
    .option('--fault <id...>', 'faults to switch on')
    .option('--variant <id...>', 'lawful variants to switch on')
    .option('--from <trace>', 'answer as the build of a trace did where the reference differs')
    .option('--list-faults', 'list the faults and the rules that they trip')
    .option('--list-variants', 'list the lawful variants')
    .action(async (options: MockOptions) => {
      await serveMock(options);
    });
}
