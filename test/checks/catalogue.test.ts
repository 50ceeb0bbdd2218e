import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { catalogue, rulesOf } from '../../checks/catalogue.ts';
import type { Rule } from '../../checks/rule.ts';
import { operationIds } from '../../spec/operation-ids.ts';

const ids = catalogue.map(({ id }) => id);
const folder = path.join(__dirname, '../../checks');
const areas = readdirSync(folder).filter((name) => existsSync(path.join(folder, name, 'rules.ts')));

/** All rules that the files of an area export, individually or in a list. */
async function rulesIn(area: string): Promise<readonly Rule[]> {
  const modules = await Promise.all(
    readdirSync(path.join(folder, area)).map(
      (file) => import(path.join(folder, area, file)) as Promise<Record<string, unknown>>,
    ),
  );
  return modules.flatMap((module) => Object.values(module).flat().filter(isRule));
}

function isRule(value: unknown): value is Rule {
  return typeof value === 'object' && value !== null && 'claim' in value && 'judge' in value;
}

const rulesOnOperations = catalogue.filter(
  ({ operations }) => operations === 'all' || operations.some((one) => one !== 'session'),
);

describe('catalogue', () => {
  it('has each id once', () => {
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('keeps its ids and levels, which are for ever', () => {
    expect(catalogue.map(({ id, level }) => `${id} ${level}`)).toMatchSnapshot();
  });

  it.each(areas)('has the rules of checks/%s, whose ids begin with it, and no others', async (area) => {
    const rules = await rulesIn(area);
    expect(rules.filter(({ id }) => !id.startsWith(`${area}.`))).toEqual([]);
    expect(new Set(rules)).toEqual(new Set(catalogue.filter(({ id }) => id.startsWith(`${area}.`))));
  });

  it.each(catalogue.map((rule) => [rule.id, rule] as const))('writes %s down properly', (id, rule) => {
    expect(id).toMatch(/^[a-z]+(?:\.[a-z0-9-]+){2}$/);
    expect(rule.claim.length).toBeLessThan(80);
    expect(rule.claim).toMatch(/^[a-z].*[^.]$/);
    expect(rule.claim).not.toMatch(/\b(?:should|must|may)\b/i);
    expect(rule.source.section).not.toBe('');
  });

  it('keeps rules of an area together, and those on sessions at the end', () => {
    const areas = rulesOnOperations.map(({ id }) => id.split('.')[0]);
    const starts = areas.filter((area, index) => area !== areas[index - 1]);
    expect(starts).toEqual([...new Set(starts)]);
    expect(catalogue.slice(0, rulesOnOperations.length)).toEqual(rulesOnOperations);
  });
});

describe('rulesOf', () => {
  it.each(operationIds)('gives %s the rules that name it, in the order of the catalogue', (operation) => {
    const rules = rulesOf(operation);
    expect(rules).toEqual(
      catalogue.filter(({ operations }) => operations === 'all' || operations.includes(operation)),
    );
    expect(rules.map(({ id }) => id)).toContain('robustness.server-error.none');
  });

  it('gives sessions none of the rules on all operations', () => {
    expect(rulesOf('session').some(({ operations }) => operations === 'all')).toBe(false);
  });
});
