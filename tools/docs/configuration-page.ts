import { flagOf, otherVariables, variableOf } from '../../run/options/option-names.ts';
import { optionGroups } from '../../run/options/options.ts';
import type { OptionKey } from '../../run/options/options.ts';
import { defaultOf, optionKeys, optionOf } from '../../run/options/run-settings.ts';
import { row } from './page-table.ts';

const variableLines: Readonly<Record<(typeof otherVariables)[number], string>> = {
  PRISM_PASSWORD: 'the password, unless `--password-env` or `--password-file` says where else it is',
  PRISM_COOKIE: 'the session cookie in the curl lines of a report; no command reads it',
  PRISM_KEY_PASSPHRASE: 'the passphrase of the `--key` file',
  PRISM_B_USERNAME: 'the user of B in `compare`, if it is not that of A',
  PRISM_B_PASSWORD: 'the password of B in `compare`, if it is not that of A',
  PRISM_CONFORMANCE_PLAN: 'set by a run for its own processes',
  PRISM_CONFORMANCE_SECRETS: 'set by a run for its own processes',
};

/** The reference of all options, from their declarations. */
export function configurationPage(): string {
  return [
    '# Configuration',
    '',
    'Generated from `run/options/options.ts` by `npm run generate`; do not edit.',
    '',
    'Every option of `run` can be given in three ways. The command line wins over the environment, and the environment over',
    'the configuration file. An empty variable counts as not given. Lists are separated by commas in a variable, and are',
    'arrays in the file. Switches are `true` or `false`.',
    '',
    'The configuration file is `conformance.config.ts`, `.mts`, `.js`, `.mjs`, `.cjs` or `.json` in the working folder, or the',
    'file that `--config` names. A module exports the options as its default and may import others. Of several such files',
    'the first in this order is read, and the others are named. Paths in it are relative to the working folder.',
    '',
    'A key or a flag that does not exist is an error (exit 2). A `PRISM_` variable that is no option is only named in a note:',
    'it may belong to another program.',
    '',
    ...Object.keys(optionGroups).flatMap((group) => groupTable(group)),
    '## Other variables',
    '',
    row(['variable', 'holds']),
    row(['---', '---']),
    ...otherVariables.map((name) => row([`\`${name}\``, variableLines[name]])),
    '',
  ].join('\n');
}

function groupTable(group: string): readonly string[] {
  const keys = optionKeys.filter((key) => optionOf(key).group === group);
  return [
    `## ${titleOf(group)}`,
    '',
    row(['flag', 'variable', 'key', 'default', 'commands', 'meaning']),
    row(['---', '---', '---', '---', '---', '---']),
    ...keys.map(optionRow),
    '',
  ];
}

function titleOf(group: string): string {
  return Object.hasOwn(optionGroups, group)
    ? optionGroups[group as keyof typeof optionGroups].replace(/:$/, '')
    : group;
}

function optionRow(key: OptionKey): string {
  const { argument, help, commands } = optionOf(key);
  const flag = argument === undefined ? flagOf(key) : `${flagOf(key)} ${argument}`;
  // Where a default cannot be declared, the help tells it. Here it has a column of its own.
  const at = help.indexOf(toldDefault);
  const told = at < 0 ? null : help.slice(at + toldDefault.length).replace(')', '');
  return row([
    `\`${flag}\``,
    `\`${variableOf(key)}\``,
    `\`${key}\``,
    defaultText(key, told),
    ['run', 'record', ...commands].join(', '),
    at < 0 ? help : help.slice(0, at),
  ]);
}

const toldDefault = ' (default: ';

function defaultText(key: OptionKey, told: string | null): string {
  const usual = defaultOf(key);
  const ofCompare = defaultOf(key, 'compare');
  if (usual === false) return 'off';
  if (usual === null) return told ?? 'none';
  return usual === ofCompare ? String(usual) : `${usual}; compare ${String(ofCompare)}`;
}
