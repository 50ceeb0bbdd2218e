/** The part of a run's result file that the zoo looks at. */
export interface RunFile {
  readonly verdicts: readonly {
    readonly operation: string;
    readonly rule: string;
    readonly verdict: string;
    readonly violations: readonly ZooFact[];
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

/** A violation that one curl line shows. */
export interface ZooFinding extends ZooFact {
  readonly operation: string;
  readonly rule: string;
  readonly curl: string;
}

/**
 * Rules on the answer to one request, by the beginnings of their ids: what tells most of a mock first. Others ask for
 * more than one request, and one curl line does not show them.
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

/** Variables of the environment that the zoo can set: of other secrets it knows nothing. */
const known = /\$\{?(?!PRISM_TARGET|PRISM_PASSWORD)[A-Z_]+/;

/** The findings of a run that one curl line each can show, those that tell most of the mock first. */
export function candidateFindings({ verdicts }: RunFile): readonly ZooFinding[] {
  const failed = verdicts.filter(({ verdict }) => verdict === 'fail');
  const byRule = telling.map((beginning) =>
    failed.filter(({ rule }) => rule.startsWith(beginning)).flatMap(findingOf),
  );
  // One of each kind of rule, then the second of each, and so on.
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
