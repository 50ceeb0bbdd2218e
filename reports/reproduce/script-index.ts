import { printableLine } from '../printable.ts';
import type { Unshown } from './reproduction.ts';

/** The first line of the index, by which a folder of scripts is known to be ours. */
export const indexTitle = 'Scripts of prism-oauth-conformance: each shows one finding.';

/** The name of the index in a folder of scripts. */
export const indexName = 'README.txt';

/** A script as the index lists it. */
export interface ListedScript extends Omit<Unshown, 'reason'> {
  readonly file: string;
}

/** What is in a folder of scripts: every finding, with its script, or with the reason why it has none. */
export function scriptIndex(scripts: readonly ListedScript[], unshown: readonly Unshown[]): string {
  const lines = [
    indexTitle,
    '',
    'PRISM_USERNAME=... PRISM_PASSWORD=... sh FILE [ADDRESS]    ($PRISM_TARGET is the address by default)',
    'Exit code 1: the violation shows. 0: it does not. 2: the case could not be sent.',
    'They need POSIX sh and curl, register what they need and remove it.',
    '',
    ...scripts.flatMap((script) => [script.file, `  ${headline(script)}`]),
    ...(unshown.length === 0 ? [] : ['', 'Findings that no script can show:', '']),
    ...unshown.flatMap((one) => [headline(one), `  ${one.reason}`, `  ${one.replay}`]),
  ];
  return `${lines.map(printableLine).join('\n')}\n`;
}

function headline({ record, finding }: Omit<Unshown, 'reason' | 'replay'>): string {
  const place = finding.at === '' ? 'the body' : finding.at;
  return `${record.verdict.toUpperCase()} ${record.operation} ${record.rule}, at ${place}, ${finding.family}`;
}

/** The file name of a script: its number, operation and rule. */
export function scriptName(number: number, { record }: Pick<Unshown, 'record'>): string {
  return `${String(number).padStart(3, '0')}-${record.operation}-${record.rule}.sh`;
}

/** Whether a script of ours may have this name. */
export function isScriptName(name: string): boolean {
  return /^\d{3,}-[a-z_]+-[a-z.-]+\.sh$/.test(name);
}
