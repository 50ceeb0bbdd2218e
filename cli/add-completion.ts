import tab from '@bomb.sh/tab/commander';
import type { OptionHandler } from '@bomb.sh/tab';
import type { Command } from 'commander';
import { mockLevels } from '../checks/rule-fields.ts';
import type { OptionKey } from '../run/options/options.ts';
import { suiteIds } from '../spec/operation-ids.ts';
import { examplesOf } from './examples.ts';

/** The values of options that have few. */
const values: Readonly<Partial<Record<OptionKey, readonly string[]>>> = {
  operation: suiteIds,
  level: mockLevels,
  login: ['basic', 'session'],
};

/**
 * Adds the `completion` command, which prints a script for a shell, and the hidden one that the script calls at each
 * press of Tab. Called last: it reads the commands and options that there are.
 */
export function addCompletion(program: Command): void {
  const { commands } = tab(program, { completionCommandName: 'completion' });
  for (const { options } of commands.values()) {
    for (const [key, choices] of Object.entries(values)) {
      const option = options.get(key);
      if (option !== undefined) option.handler = offer(choices);
    }
  }
  program.commands
    .find((command) => command.name() === 'completion')
    ?.description('print a completion script for bash, zsh, fish or powershell')
    .addHelpText('after', examplesOf('completion'));
}

function offer(choices: readonly string[]): OptionHandler {
  return (complete) => {
    for (const choice of choices) complete(choice, '');
  };
}
