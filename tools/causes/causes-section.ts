import type { EffortName } from '../../generators/effort.ts';

/** How well causes were named, over faults one at a time and over pairs. */
export interface CauseFigures {
  /** Of the runs. */
  readonly effort: EffortName;
  readonly faults: number;
  /** Causes of a fault alone: the middle of all, and what nine of ten do not exceed. */
  readonly median: number;
  readonly ninetieth: number;
  /** Faults of which the first cause was another, with the causes that were named. */
  readonly notFirst: readonly NamedCauses[];
  readonly pairs: number;
  /** Pairs of which only one fault was named, or none. */
  readonly notBoth: readonly NamedCauses[];
}

/** Faults that were switched on together, and what was named. */
export interface NamedCauses {
  readonly faults: readonly string[];
  readonly statements: readonly string[];
}

/** What is asked of causes, in percent where it is a share. */
export const asked = { first: 95, median: 1, ninetieth: 2, both: 90 } as const;

/** What of it does not hold, in one line each. */
export function shortcomings(figures: CauseFigures): readonly string[] {
  const { faults, median, ninetieth, notFirst, pairs, notBoth } = figures;
  const first = namedShare(faults, notFirst);
  const both = namedShare(pairs, notBoth);
  return [
    ...(first < asked.first ? [`the right cause is the first of ${first.toFixed(1)} %`] : []),
    ...(median > asked.median ? [`a fault has ${median} causes`] : []),
    ...(ninetieth > asked.ninetieth ? [`one fault in ten has ${ninetieth} causes or more`] : []),
    ...(both < asked.both ? [`both of ${both.toFixed(1)} % of pairs are named`] : []),
  ];
}

const begin = '## Causes\n';
const end = '\n## Faults\n';

/** The share that was named, in percent. */
export function namedShare(all: number, missed: readonly unknown[]): number {
  return all === 0 ? 100 : (100 * (all - missed.length)) / all;
}

/** The section of docs/detection.md about causes. */
export function causesSection(figures: CauseFigures): string {
  const { effort, faults, median, ninetieth, notFirst, pairs, notBoth } = figures;
  return `${begin}
Each fault alone, and random pairs of faults, driven with the effort \`${effort}\`${further(effort)} and judged by every rule
(\`npm run causes\`): whether the causes that the report names are the right ones. A fault is named by a cause of one of the
rules in the table below.

| What                                             | Asked | Measured |
| ------------------------------------------------ | ----: | -------: |
| of ${faults} faults alone, the right cause is named first | at least ${asked.first} % | ${namedShare(faults, notFirst).toFixed(1)} % |
| causes of a fault alone, median                  | ${asked.median} | ${median} |
| causes of a fault alone, ninetieth percentile    | at most ${asked.ninetieth} | ${ninetieth} |
| of ${pairs} pairs, both faults are named             | at least ${asked.both} % | ${namedShare(pairs, notBoth).toFixed(1)} % |
${listOf('Named first was another cause of', notFirst)}${listOf('Not both were named of', notBoth)}`;
}

function further(effort: EffortName): string {
  return effort === 'smoke' ? ', or `default` where one of them does not show,' : '';
}

function listOf(title: string, missed: readonly NamedCauses[]): string {
  if (missed.length === 0) return '';
  const lines = missed.map(({ faults, statements }) => {
    const names = faults.map((fault) => `\`${fault}\``).join(' and ');
    return `- ${names}: ${statements.length === 0 ? 'nothing was found' : statements.join('; ')}`;
  });
  return `\n${title}:\n\n${lines.join('\n')}\n`;
}

/** The section about causes in a page, or nothing. */
export function causesSectionOf(page: string): string {
  const from = page.indexOf(begin);
  return from === -1 ? '' : page.slice(from, page.indexOf(end));
}

/** The page with another section about causes. */
export function withCausesSection(page: string, section: string): string {
  const from = page.indexOf(begin);
  const to = page.indexOf(end);
  return `${page.slice(0, from === -1 ? to + 1 : from)}${section}${page.slice(to)}`;
}
