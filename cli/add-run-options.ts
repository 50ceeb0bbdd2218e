import { Option, type Command } from 'commander';
import { optionGroups, type OptionKey } from '../run/options.ts';
import { defaultOf, flagOf, optionKeys, optionOf } from '../run/run-settings.ts';

/** Lets a command take those options of `run` that are its own too; `record` has them all. */
export function addRunOptions(command: Command, name: 'run' | 'merge' | 'clean' | 'compare'): void {
  for (const key of optionKeys) {
    const { argument, group, commands } = optionOf(key);
    if (name !== 'run' && !commands.includes(name)) continue;
    const flags = argument === undefined ? flagOf(key) : `${flagOf(key)} ${argument}`;
    const option = new Option(flags, helpOf(key, name)).helpGroup(optionGroups[group]);
    // `--no-report` would otherwise be read as the opposite of `--report`.
    option.negate = false;
    command.addOption(option);
  }
}

/** Commander is not told of defaults: what it sets could not be told from what was given. */
function helpOf(key: OptionKey, name: string): string {
  const { help, argument } = optionOf(key);
  const value = argument === undefined ? null : defaultOf(key, name === 'compare' ? name : 'run');
  return value === null ? help : `${help} (default: ${String(value)})`;
}
