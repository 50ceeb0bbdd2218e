/** The part of a run's result file that the zoo uses. */
export interface RunFile {
  readonly verdicts: readonly {
    readonly operation: string;
    readonly rule: string;
    readonly verdict: string;
    readonly violations: readonly ZooFact[];
    /** The families of cases that violate the rule. */
    readonly families: readonly { readonly family: string }[];
    readonly replay: { readonly curl: string } | null;
    readonly reason: string | null;
  }[];
}

/** Where in an answer a rule is violated. */
export interface ZooFact {
  readonly at: string;
  readonly expected: string;
  readonly actual: string;
}

/** A violation that one curl command shows. */
export interface ZooFinding extends ZooFact {
  readonly operation: string;
  readonly rule: string;
  readonly curl: string;
}

/**
 * Prefixes of the ids of rules on the answer to one request, the most informative first. Other rules need more than one
 * request, so one curl command cannot show their violations.
 */
const telling = [
  'robustness.',
  'auth.credentials.required',
  'client.unknown.not-found',
  'client.registration.echoed',
  'request.',
  'response.',
  'error.',
  'token.type.',
];

/** Matches environment variables with secrets that the zoo does not know and so cannot set. */
const known = /\$\{?(?!PRISM_TARGET|PRISM_PASSWORD)[A-Z_]+/;

/** The findings of a run that a single curl command can show, the most informative first. */
export function candidateFindings({ verdicts }: RunFile): readonly ZooFinding[] {
  const failed = verdicts.filter(({ verdict }) => verdict === 'fail');
  const byRule = telling.map((beginning) =>
    failed.filter(({ rule }) => rule.startsWith(beginning)).flatMap(findingOf),
  );
  // One finding of each kind of rule, then the second of each, and so on.
  const most = Math.max(0, ...byRule.map(({ length }) => length));
  return Array.from({ length: most }, (_, turn) =>
    byRule.flatMap((found) => found.slice(turn, turn + 1)),
  ).flat();
}

function findingOf({
  operation,
  rule,
  violations,
  replay,
}: RunFile['verdicts'][number]): readonly ZooFinding[] {
  const [first] = violations;
  if (first === undefined || replay === null || known.test(replay.curl)) return [];
  return [{ operation, rule, ...first, curl: replay.curl }];
}
