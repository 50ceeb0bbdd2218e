import type { Finding, RuleRecord } from '../checks/verdict.ts';

/** A place with a star for each array index: the third entity is as good as the first. */
export function withoutIndexes(pointer: string): string {
  return pointer.replace(/(?<=\/)\d+(?=\/|$)/g, '*');
}

/**
 * The finding that stands for a record where there is room for one: the first by place and family. Every family
 * is drawn from in every run, so the same defect is led by the same finding under every seed.
 */
export function leadingFinding(record: RuleRecord): Finding | undefined {
  return sortedFindings(record)[0];
}

/** The findings of a record, the leading one first. */
export function sortedFindings(record: RuleRecord): readonly Finding[] {
  return record.findings
    .map((finding) => ({ finding, key: sortKey(finding) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ finding }) => finding);
}

function sortKey(finding: Finding): string {
  return `${withoutIndexes(finding.at)}\0${withoutIndexes(finding.family)}\0${finding.path}`;
}
