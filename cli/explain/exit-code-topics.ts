import { entriesOf } from '../../generators/family.ts';
import { items } from '../../reports/explain/topic.ts';
import type { Topic } from '../../reports/explain/topic.ts';
import { exitCodes } from '../../run/user-error.ts';

interface ExitText {
  readonly means: string;
  readonly next: readonly string[];
}

const exitTexts: Readonly<Record<keyof typeof exitCodes, ExitText>> = {
  conforms: {
    means: 'the target conforms in all that was judged',
    next: ['See what was not judged: the count of not applicable rules, and warnings, are in the summary.'],
  },
  violations: {
    means: 'violations were found, or an unexpected pass; with `--strict` also warnings',
    next: [
      'Read the findings from the top; `explain RULE` says what to do about each.',
      'With `clean --dry-run` it means that something would be removed; with `compare`, that the targets are less alike than asked for.',
    ],
  },
  usage: {
    means: 'nothing was judged, because of an option, a file or an unusable contract',
    next: ['The message says what, where and what to do. `--help` lists the options.'],
  },
  targetNotDriven: {
    means: 'the target could not be driven: unreachable, credentials refused, or the run broke off',
    next: [
      'Check the address with curl, then `--username` and `PRISM_PASSWORD`, then proxy and certificates.',
      'If the target ended, the summary names the case that was in flight; start the target again.',
    ],
  },
  internal: {
    means: 'a mistake of this suite',
    next: ['Please report it with the message, the version (`--version`) and the command.'],
  },
  interrupted: {
    means: 'the run was interrupted, or its time was up',
    next: [
      'What was judged until then is reported, and what was created is removed.',
      '`clean --target URL` removes what may be left.',
    ],
  },
};

/** The exit codes, in words: `0`, `1` and so on. */
export const askedExitCodes: readonly string[] = Object.values(exitCodes).map(String);

/** What an exit code means; null if the command never exits with it. */
export function explainExitCode(code: string): Topic | null {
  const found = entriesOf(exitTexts).find(([name]) => String(exitCodes[name]) === code);
  if (found === undefined) return null;
  const [, { means, next }] = found;
  return {
    title: `exit code ${code}`,
    lead: `The command exits with ${code} if ${means}.`,
    sections: [{ heading: 'What to do', blocks: [items(next)] }],
  };
}
