import { describe, expect, it } from '@jest/globals';
import { servers } from '../../../tools/servers/servers.ts';
import { vulnerabilitiesSection } from '../../../tools/servers/vulnerabilities-section.ts';
import { vulnerabilities } from '../../../tools/servers/vulnerabilities.ts';

const rowsOf = (section: string): readonly string[] =>
  section.split('\n').filter((line) => line.startsWith('| ') && !line.includes('---'));

describe('the section on published vulnerabilities', () => {
  const tellings = vulnerabilities.map((vulnerability) => ({ vulnerability, told: 4, seeds: 5 }));
  const [head, ...rows] = rowsOf(vulnerabilitiesSection(tellings, servers));

  it('has a row for each, with as many cells as the head', () => {
    expect(rows).toHaveLength(vulnerabilities.length);
    const cells = head?.split(' | ').length;
    expect(rows.map((row) => row.split(' | ').length)).toEqual(rows.map(() => cells));
  });

  it('says of how many seeds, or why nothing tells them apart', () => {
    for (const [index, { id, shown }] of vulnerabilities.entries()) {
      const row = rows[index] ?? '';
      expect(row).toContain(`| ${id} |`);
      expect(row).toContain('rule' in shown ? `\`${shown.rule}\`` : shown.not);
      expect(row.endsWith('rule' in shown ? '| 4 of 5 seeds |' : '| no |')).toBe(true);
    }
  });
});
