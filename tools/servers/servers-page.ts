import type { JudgedFinding } from './judgement.ts';
import type { ServerVisit } from './visit-server.ts';
import { words } from './visit-server.ts';
import { vulnerabilitiesSection } from './vulnerabilities-section.ts';
import type { Telling } from './vulnerability.ts';

const introduction = `# Real servers

These are OAuth libraries from public registries, at the versions named, each set up as its documentation says.
\`npm run servers\` writes this page. It installs each library, starts it, and drives it with \`run --seed 1 ${words.join(' ')}\`.

Authorize, codes, tokens, refresh, revocation, client authentication and Bearer are the library's own. Paths, Basic,
clients and their list, generated tokens, logins and error envelopes are not part of OAuth: one common gateway adds them.

Findings at MUST are read by hand, most against the library's code. **True** means that the library departs from the sentence that
is named. **False** means that the sentence allows what it does, so the suite accuses it wrongly. What nobody has read yet
is marked so, and counts as neither. **Unjudged** counts the rules for which no case could be set up.
`;

/** The page on real servers. The same visits give the same page. */
export function serversPage(visits: readonly ServerVisit[], tellings: readonly Telling[]): string {
  const rows = visits.map(
    ({ server, findings, kept, unjudged }) =>
      `| ${server.name} ${server.version} | ${server.language} | ${kept} | ${count(findings, true)} | ${count(findings, false)} | ${unjudged} |`,
  );
  return [
    introduction,
    '| server | language | kept | true | false | unjudged |',
    '| --- | --- | --: | --: | --: | --: |',
    ...rows,
    '',
    vulnerabilitiesSection(
      tellings,
      visits.map(({ server }) => server),
    ),
    ...visits.map(section),
  ].join('\n');
}

function count(findings: readonly JudgedFinding[], isTrue: boolean): number {
  return findings.filter(({ judgement }) => judgement?.isTrue === isTrue).length;
}

function section({ server, findings }: ServerVisit): string {
  return [
    `## ${server.name} ${server.version}\n`,
    `${server.note}\n`,
    ...(findings.length === 0
      ? ['No finding at MUST.\n']
      : ['| operation | rule | judged | sentence | because |', '| --- | --- | --- | --- | --- |']),
    ...findings.map(row),
    '',
  ].join('\n');
}

function row({ operation, rule, judgement }: JudgedFinding): string {
  const { isTrue, sentence, because } = judgement ?? { isTrue: null, sentence: '-', because: '-' };
  const judged = isTrue === null ? 'not yet' : isTrue ? 'true' : 'false';
  return `| \`${operation}\` | \`${rule}\` | ${judged} | ${sentence} | ${because} |`;
}
