import type { Verdict } from '../../checks/verdict.ts';
import { items, links, text } from '../../reports/explain/topic.ts';
import type { Topic } from '../../reports/explain/topic.ts';

interface VerdictText {
  /** Follows "the rule". */
  readonly means: string;
  readonly exit: string;
  /** What to do about it. */
  readonly next: readonly string[];
}

/** What becomes of a violation that may be chance is no verdict, but is asked for like one. */
export type AskedVerdict = Verdict | 'flaky';

const verdictTexts: Readonly<Record<AskedVerdict, VerdictText>> = {
  pass: {
    means: 'was judged at least once, and nothing violated it',
    exit: 'It does not change the exit code.',
    next: ['Nothing. `judged` says on how many answers it rests.'],
  },
  'not applicable': {
    means: 'judged nothing: no answer met its conditions',
    exit: 'It does not change the exit code.',
    next: [
      'Read the reason, which stands with it.',
      'The target may lack the feature, the profile or `--level` may rule it out, or too few cases were sent (`--runs`).',
      'If the target has the feature, declare it in the profile (`supports`): nothing seen of it then is broken, not silence.',
    ],
  },
  note: {
    means: 'is a MAY, and was violated: drift, or a contradiction between contract and RFC',
    exit: 'It does not change the exit code.',
    next: ['Decide whether clients of the target mind. Nothing has to be mended.'],
  },
  warn: {
    means: 'is a SHOULD, and was violated',
    exit: 'The exit code stays 0, and is 1 with `--strict`.',
    next: ['Mend it, or rule it out in the profile (`rules`) with a reason.'],
  },
  'known deviation': {
    means: 'is violated, and is listed for this target in `--deviations`',
    exit: 'It does not change the exit code, until the entry expires.',
    next: ['Its reason and link say who looks after it. When it is mended, the run says so.'],
  },
  'unexpected pass': {
    means: 'is listed in `--deviations` as failing, but nothing violates it any more',
    exit: 'The exit code is 1, so that the list stays true.',
    next: [
      'Remove the entry, or narrow it to what still fails; `--update-deviations FILE` does that.',
      'If it fails only at times, give the entry the status `flaky`.',
    ],
  },
  fail: {
    means: 'is a MUST, and was violated',
    exit: 'The exit code is 1.',
    next: [
      'Read what was expected and what came, and send the one case again by the command below the finding.',
      'Explain the rule: `explain RULE` has a good and a bad answer, and usual causes.',
      'If it is known and accepted, list it as a deviation.',
    ],
  },
  broken: {
    means: 'could not be judged: its set-up failed in every case, or no answer came',
    exit: 'The exit code is 3, or 1 if other rules are violated.',
    next: [
      'The reason says which step failed and what the target answered to it. Mend that first: it is often one violated rule on registrations or codes.',
      'If the target is gone, start it again. If credentials were refused, check `--username` and `PRISM_PASSWORD`.',
    ],
  },
  flaky: {
    means:
      'was violated by what may be a transient answer of a gateway or of a crash, and the violation did not show again',
    exit: 'It does not change the exit code.',
    next: [
      'Such violations are listed under FLAKY with one example each, and no rule fails by them alone.',
      'Run again with the same `--seed` and a lower `--concurrency` to see whether they stay.',
      'In a list of deviations, the status `flaky` excuses a rule that fails only at times.',
    ],
  },
};

/** All verdicts that can be asked for. */
export const askedVerdicts: readonly string[] = Object.keys(verdictTexts);

/** What a verdict means; null if there is no such verdict. */
export function explainVerdict(name: string): Topic | null {
  const found = Object.entries(verdictTexts).find(([verdict]) => verdict === name);
  if (found === undefined) return null;
  const [verdict, { means, exit, next }] = found;
  return {
    title: verdict,
    lead: `A verdict: the rule ${means}.`,
    sections: [
      { heading: 'Exit code', blocks: [text(exit)] },
      { heading: 'What to do', blocks: [items(next)] },
      {
        heading: 'More',
        blocks: [
          links(
            { text: 'all verdicts', target: 'ARCHITECTURE.md' },
            { text: 'profiles and deviations', target: 'docs/profiles.md' },
          ),
        ],
      },
    ],
  };
}
