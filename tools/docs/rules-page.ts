import path from 'node:path';
import { catalogue } from '../../checks/catalogue.ts';
import type { Rule } from '../../checks/rule.ts';
import { describeSource, ruleUrl } from '../../checks/source-link.ts';
import { rulePage } from '../../reports/explain/explain-rule.ts';
import { areaOf } from '../../reports/rule-facts.ts';
import { faults } from '../../targets/reference/faults/index.ts';
import { row } from './page-table.ts';

/** The page of all rules, from the catalogue. */
export function rulesPage(): string {
  const areas = [...new Set(catalogue.map(({ id }) => areaOf(id)))];
  const levels = ['MUST', 'SHOULD', 'MAY'] as const;
  const count = (rules: readonly Rule[], level: Rule['level']): number =>
    rules.filter((rule) => rule.level === level).length;
  const rows = areas.map((area) => {
    const rules = catalogue.filter(({ id }) => areaOf(id) === area);
    return row([area, ...levels.map((level) => String(count(rules, level))), String(rules.length)]);
  });
  return [
    '# Rules',
    '',
    'Generated from the catalogue by `npm run generate`; do not edit. A violated MUST fails the run, a violated SHOULD',
    'warns, a violated MAY is noted. The last column counts the faults of the reference target that trip the rule. Each rule has a page, which',
    '`explain RULE` prints, too.',
    '',
    row(['area', ...levels, 'all']),
    row(['---', '---:', '---:', '---:', '---:']),
    ...rows,
    row(['all', ...levels.map((level) => String(count(catalogue, level))), String(catalogue.length)]),
    ...areas.flatMap((area) => ['', ...areaTable(area)]),
    '',
  ].join('\n');
}

function areaTable(area: string): readonly string[] {
  const rules = catalogue.filter(({ id }) => areaOf(id) === area);
  return [
    `## ${area}`,
    '',
    row(['rule', 'level', 'claim', 'source', 'faults']),
    row(['---', '---', '---', '---', '---:']),
    ...rules.map(({ id, level, claim, source }) =>
      row([
        `[\`${id}\`](${path.posix.relative('docs', rulePage(id))})`,
        level,
        claim,
        sourceOf(source),
        String(faults.filter(({ trips }) => trips.includes(id)).length),
      ]),
    ),
  ];
}

function sourceOf(source: Rule['source']): string {
  const url = ruleUrl(source);
  return url === null ? describeSource(source) : `[${describeSource(source)}](${url})`;
}
