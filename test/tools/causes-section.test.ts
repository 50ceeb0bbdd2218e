import { readFile } from 'node:fs/promises';
import { describe, expect, it } from '@jest/globals';
import {
  causesSection,
  causesSectionOf,
  shortcomings,
  withCausesSection,
} from '../../tools/causes/causes-section.ts';

const missed = { faults: ['a', 'b'], statements: ['something is wrong'] };
const figures = {
  effort: 'default' as const,
  faults: 100,
  median: 1,
  ninetieth: 2,
  notFirst: [],
  pairs: 10,
  notBoth: [],
};

describe('the figures of causes', () => {
  it('hold as long as nothing asked for is missed', () => {
    expect(shortcomings({ ...figures, notFirst: Array(5).fill(missed), notBoth: [missed] })).toEqual([]);
  });

  it('fail one by one', () => {
    const bad = {
      ...figures,
      ...{ median: 2, ninetieth: 3, notFirst: Array(6).fill(missed), notBoth: [missed, missed] },
    };
    expect(shortcomings(bad)).toHaveLength(4);
  });
});

describe('the section about causes', () => {
  const page = '# Page\n\nText.\n\n## Faults\n\n| row |\n';

  it('is put before the table, and replaced there', () => {
    const once = withCausesSection(page, causesSection(figures));
    expect(once).toMatch(/Text\.\n\n## Causes\n[^]*\n## Faults\n\n\| row \|\n$/);
    expect(withCausesSection(once, causesSectionOf(once))).toBe(once);
    expect(causesSectionOf(once)).toBe(causesSection(figures));
  });

  it('names what was missed', () => {
    expect(causesSection({ ...figures, notBoth: [missed] })).toContain('- `a` and `b`: something is wrong');
  });

  it('is in the page, and lists what its figures have missed', async () => {
    const section = causesSectionOf(await readFile('docs/detection.md', 'utf8'));
    const shares = [...section.matchAll(/of (\d+) .*at least \d+ % \|\s*([\d.]+) %/g)];
    const [notFirst = '', notBoth = ''] = section.split('Not both were named of');
    const missed = [notFirst, notBoth].map((text) => text.match(/^- /gm)?.length ?? 0);
    const measured = shares.map(([, all, share]) => (Number(all) * (100 - Number(share))) / 100);
    expect(measured.map(Math.round)).toEqual(missed);
  });
});
