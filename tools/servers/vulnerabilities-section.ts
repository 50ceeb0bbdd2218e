import type { Server } from './server.ts';
import type { Telling } from './vulnerability.ts';

const introduction = `## Published vulnerabilities

Of some libraries there are two versions, before and after the fix of a published vulnerability or defect. It is **told
apart** under a seed if cases of the family violate the rule at the first version, and none does at the second. All cases
of these rules are sent for that (\`--rule\`, without \`--runs\`).
`;

/** What the published vulnerabilities are, and which of them the suite tells apart. */
export function vulnerabilitiesSection(tellings: readonly Telling[], servers: readonly Server[]): string {
  const nameOf = (id: string): string => {
    const server = servers.find((one) => one.id === id);
    return server === undefined ? id : `${server.name} ${server.version}`;
  };
  const rows = tellings.map(({ vulnerability, told, seeds }) => {
    const { id, what, source, vulnerable, mended, shown } = vulnerability;
    const by =
      'rule' in shown ? `\`${shown.rule}\` at \`${shown.operation}\`, cases \`${shown.family}\`` : shown.not;
    const apart = 'rule' in shown ? `${told} of ${seeds} seeds` : 'no';
    return `| ${id} | ${what} | ${source} | ${nameOf(vulnerable)} | ${nameOf(mended)} | ${by} | ${apart} |`;
  });
  return [
    introduction,
    '| published as | defect | source | with it | without it | told by | told apart |',
    '| --- | --- | --- | --- | --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
}
