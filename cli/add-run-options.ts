import { Option, type Command } from 'commander';
import { optionGroups, type OptionKey } from '../run/options/options.ts';
import { flagOf } from '../run/options/option-names.ts';
import { defaultOf, optionKeys, optionOf } from '../run/options/run-settings.ts';

/** A command that takes options of `run`. `record` has all of them. */
type SharingCommand = 'run' | 'merge' | 'clean' | 'compare';

/** Adds the options of `run` that a command shares. */
export function addRunOptions(command: Command, name: SharingCommand): void {
  for (const key of optionKeys) {
    const { argument, group, commands } = optionOf(key);
    if (name !== 'run' && !commands.includes(name)) continue;
    const flags = argument === undefined ? flagOf(key) : `${flagOf(key)} ${argument}`;
    const option = new Option(flags, helpOf(key, name)).helpGroup(optionGroups[group]);
    // Commander would otherwise treat `--no-report` as the negation of `--report`.
    option.negate = false;
    command.addOption(option);
  }
}

/** The default is only part of the help text. If Commander knew it, defaults could not be told from given values. */
function helpOf(key: OptionKey, name: SharingCommand): string {
  const { help: usual, helpOf: own, argument } = optionOf(key);
  const help = name === 'run' ? usual : (own?.[name] ?? usual);
  const value = argument === undefined ? null : defaultOf(key, name === 'compare' ? name : 'run');
  return value === null ? help : `${help} (default: ${String(value)})`;
}
