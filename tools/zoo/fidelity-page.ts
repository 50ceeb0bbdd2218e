import { mockLevels } from '../../checks/rule-fields.ts';
import type { Score } from './score-operations.ts';
import type { ZooFinding } from './finding.ts';
import type { Visit } from './visit-mock.ts';

const introduction = `# How faithful mocks are

These are third-party mocks, installed from the npm registry at the versions named. Each serves only \`spec/openapi.yaml\`.
\`npm run zoo\` writes this page. It starts each mock, compares it with the embedded reference target
(\`compare reference MOCK --seed 1 --runs 30\`) and runs the suite against it (\`run --target MOCK --seed 1 --runs 30\`).

The first four scores come from the run: the percentage of rules that were kept, rounded down, by level. **Shape** is the
form of answers, **validation** what is refused, **memory** what is remembered, **OAuth** what codes and tokens mean. A
warning counts as not kept, and so does a rule for which the mock gave nothing to judge, such as no code to redeem.
**Fidelity** comes from the comparison: how much of an answer equals that of the reference target, over all kinds of cases
([comparing.md](comparing.md)). It is 0 for a case if the status differs. A stateless mock cannot be an OAuth server, and
that is no defect: the scores say what tests against it can find.

For each mock, three findings are shown, one for each kind of rule. The script that wrote this page executed every curl
line against the running mock, and got the status, header or member that is named here as actual. \`PRISM_TARGET\` is the
address of the mock, \`PRISM_PASSWORD\` any password.
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
