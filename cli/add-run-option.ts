import { Option, type Command } from 'commander';
import { runOptions } from '../run/options.ts';

/** Lets a command take an option of `run`. */
export function addRunOption(command: Command, key: keyof typeof runOptions): void {
  const { flags, help } = runOptions[key];
  // `--no-report` would otherwise be read as the opposite of `--report`.
  const option = new Option(flags, help);
  option.negate = false;
  command.addOption(option);
}
