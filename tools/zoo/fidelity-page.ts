import { mockLevels } from '../../checks/rule-fields.ts';
import type { Score } from './score-operations.ts';
import type { ZooFinding } from './finding.ts';
import type { Visit } from './visit-mock.ts';

const introduction = `# How faithful mocks are

Mocks that nobody of this project wrote, installed from the npm registry at the versions named, each serving
\`spec/openapi.yaml\` and nothing else. Written by \`npm run zoo\`, which starts each of them, compares it with the embedded
reference target (\`compare reference MOCK --seed 1 --runs 30\`) and runs the suite against it
(\`run --target MOCK --seed 1 --runs 30\`).

The first four scores are of the run: the share of rules that were kept, in per cent, rounded down, by level. **Shape** is
the form of answers, **validation** what is refused, **memory** what is remembered, **OAuth** what codes and tokens mean. A
warning counts as not kept, and so does a rule for which the mock gave nothing to judge, such as no code to redeem.
**Fidelity** is of the comparison: how much of an answer is that of the reference target, over all kinds of cases
([comparing.md](comparing.md)); nothing where the status differs. That a mock without memory is no OAuth server is
nobody's mistake: the scores say what tests against it can find.

Of each mock three findings are shown, one for each kind of rule. Every curl line was executed against the running mock by
the script that wrote this page, and showed the status, header or member that is named here as actual. \`PRISM_TARGET\` is
the address of the mock, \`PRISM_PASSWORD\` any password.
`;

/** The page on the zoo. The same visits give the same page: it contains no times, ports or request counts. */
export function fidelityPage(visits: readonly Visit[]): string {
  const rows = visits.map(({ mock, version, score }) => row(`${mock.name} ${version}`, score));
  return [introduction, table('mock', rows), ...visits.map(mockSection)].join('\n');
}

function mockSection({ mock, version, operations, findings }: Visit): string {
  const rows = operations.map((score) => row(score.operation, score));
  return [
    `## ${mock.name} ${version}\n`,
    `\`${mock.shown}\`. ${mock.note}\n`,
    table('operation', rows),
    ...findings.map(findingText),
  ].join('\n');
}

function findingText({ operation, rule, at, expected, actual, curl }: ZooFinding): string {
  const place = at === '' ? '' : `at ${at}: `;
  return `\`${operation}\` violates \`${rule}\`: ${place}expected ${expected}, actual ${actual}

\`\`\`
${curl}
\`\`\`
`;
}

function table(first: string, rows: readonly string[]): string {
  return [
    `| ${first} | ${mockLevels.join(' | ')} | fidelity |`,
    `| --- |${' --: |'.repeat(mockLevels.length + 1)}`,
    ...rows,
    '',
  ].join('\n');
}

function row(name: string, { levels, fidelity }: Score): string {
  return `| ${[name, ...mockLevels.map((level) => percentOf(levels[level])), percentOf(fidelity)].join(' | ')} |`;
}

/** Rounded down, so that 100 means no difference. */
export function percentOf(share: number | null): string {
  return share === null ? '-' : String(Math.floor(share * 100 + 1e-9));
}
