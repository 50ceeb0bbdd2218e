import { Command } from 'commander';
import { addCompare } from './add-compare.ts';
import { addCompletion } from './add-completion.ts';
import { addRunOptions } from './add-run-options.ts';
import type { MockOptions } from './commands/mock.ts';
import { examplesOf, firstSteps } from './examples.ts';
import { fixturePrefix } from '../generators/setup/run-mark.ts';
import { loadModule } from './load-module.ts';
import { tool } from '../run/package-facts.ts';
import { didYouMean } from '../spec/names/did-you-mean.ts';
import { optionsOf } from '../run/options/read-options.ts';
import { UserError } from '../run/user-error.ts';
import { messages, output } from '../run/terminal.ts';

/** Builds the command line. `setExitCode` receives the exit code of a command that finishes. */
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
    .showHelpAfterError('(see --help)')
    .addHelpText('after', firstSteps());
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
    .addHelpText('after', examplesOf('rules'))
    .action(async ({ json }: { readonly json?: boolean }) => {
      const { listRules } = await loadModule(() => import('./commands/rules.ts'));
      output.write(`${listRules(json === true)}\n`);
    });
  addExplain(program);
  addCompletion(program);
  return program;
}

function addExplain(program: Command): void {
  program
    .command('explain')
    .description('explain a rule, a verdict, an exit code, a family of cases or a kind of breakage')
    .argument('[what...]', 'what to explain, such as code.replay.refused; without it, what can be asked')
    .action(async (words: readonly string[]) => {
      const { explain } = await loadModule(() => import('./commands/explain.ts'));
      await explain(words);
    });
}

function addRun(program: Command, setExitCode: (exitCode: number) => void): void {
  const run = program
    .command('run', { isDefault: true })
    .description('test every operation of the target (the default command)')
    .allowExcessArguments()
    .addHelpText('after', examplesOf('run'));
  addRunOptions(run, 'run');
  run.action(async (values: Readonly<Record<string, unknown>>) => {
    refuseWords(program, run);
    const options = await optionsOf(values);
    const { runConformance } = await loadModule(() => import('./commands/run.ts'));
    setExitCode(await runConformance(options));
  });
}

/** As the default command, `run` is also given what was meant as a command and is none. */
function refuseWords(program: Command, run: Command): void {
  const [word] = run.args;
  if (word === undefined) return;
  if (program.args[0] === run.name())
    throw new UserError(`run: takes options only, got "${word}"; see "run --help"`);
  const commands = program.createHelp().visibleCommands(program);
  const meant = didYouMean(
    word,
    commands.map((command) => command.name()),
  );
  throw new UserError(`there is no command "${word}"${meant}; see --help`);
}

/** Adds the `record` command: a run that is recorded. */
function addRecord(program: Command, setExitCode: (exitCode: number) => void): void {
  const record = program
    .command('record')
    .description('do what "run" does, and record the answers as a trace, a behaviour ledger, or both')
    .allowExcessArguments(false)
    .addHelpText('after', examplesOf('record'));
  addRunOptions(record, 'run');
  record.action(async (values: Readonly<Record<string, unknown>>) => {
    const options = await optionsOf(values);
    if (options.trace === undefined && options.ledger === undefined)
      throw new UserError('record: give --trace FILE, --ledger FILE, or both');
    const { runConformance } = await loadModule(() => import('./commands/run.ts'));
    setExitCode(await runConformance(options));
  });
}

function addMerge(program: Command, setExitCode: (exitCode: number) => void): void {
  const merge = program
    .command('merge')
    .description('merge the results of all shards of a run into one report and one exit code')
    .argument('<result...>', 'result files of "run --shard I/N --result FILE"')
    .addHelpText('after', examplesOf('merge'));
  addRunOptions(merge, 'merge');
  merge.action(async (files: readonly string[], values: Readonly<Record<string, unknown>>) => {
    const options = await optionsOf(values);
    const { mergeResults } = await loadModule(() => import('./commands/merge.ts'));
    setExitCode(await mergeResults(files, options));
  });
}

function addClean(program: Command, setExitCode: (exitCode: number) => void): void {
  const clean = program
    .command('clean')
    .description('remove what earlier runs left on a target, using their ledgers')
    .allowExcessArguments(false)
    .addHelpText('after', examplesOf('clean'));
  addRunOptions(clean, 'clean');
  clean.optionsGroup('What is removed:');
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
    const options = await optionsOf(shared);
    const { cleanTarget } = await loadModule(() => import('./commands/clean.ts'));
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
    .addHelpText('after', examplesOf('mock'))
    .action(async (options: MockOptions) => {
      const { serveMock } = await loadModule(() => import('./commands/mock.ts'));
      await serveMock(options);
    });
}
