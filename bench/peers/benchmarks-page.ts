import type { PeerResult } from './compare-peers.ts';

interface Asked {
  readonly faults: readonly string[];
  readonly seconds: number;
}

/** The page on this command beside other tools. */
export function benchmarksPage(comparisons: readonly PeerResult[], { faults, seconds }: Asked): string {
  const fastest = Math.max(...comparisons.map(({ clean }) => clean.requestsPerSecond));
  const asked = comparisons.filter(({ found }) => found !== null);
  return [
    introduction(comparisons, seconds),
    table(
      ['tool', 'requests', 'seconds', 'requests/s', 'of the fastest', 'false alarms', 'faults found'],
      comparisons.map(({ peer, clean, found }) => [
        `${peer.name} ${peer.version}`,
        String(clean.requests),
        clean.seconds.toFixed(1),
        clean.requestsPerSecond.toFixed(0),
        `1/${(fastest / clean.requestsPerSecond).toFixed(1)}`,
        String(clean.failures.length),
        found === null ? '' : `${found.length} of ${faults.length}`,
      ]),
    ),
    '## Faults\n',
    table(
      ['fault', ...asked.map(({ peer }) => peer.name)],
      faults.map((fault) => [
        `\`${fault}\``,
        ...asked.map(({ found }) => (found?.includes(fault) === true ? 'found' : '–')),
      ]),
    ),
  ].join('\n');
}

function introduction(comparisons: readonly PeerResult[], seconds: number): string {
  const calls = comparisons.map(({ peer }) => `- ${peer.name}: \`${peer.shown}\``);
  return `# Beside other tools

\`npm run bench\` writes this page. It lets each tool test the embedded reference target against \`spec/openapi.yaml\`, with
the credentials of its user, on one machine and in turn; each run gets a fresh target.

${calls.join('\n')}

**Requests**, **seconds** (of the whole command), **requests/s** (counted by the target, from the first request to the last)
and **false alarms** are of the clean target, with as much time as a tool wants: medians of three runs, and all kinds of
failures that any of them had. The target is lawful, so what fails there is no fault of it. **Faults found** is of targets
with one fault each that violates a MUST, in ${seconds} seconds at the most for each: a fault counts as found when something
fails that never fails on the clean target. What a tool of the document alone cannot know, such as which codes are good, is
among these faults too.
`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line), ''].join('\n');
}
