import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { catalogue, rulesOf } from '../../../checks/catalogue.ts';
import { describeSource } from '../../../checks/source-link.ts';
import { adviceKey, adviceTable } from '../../../reports/explain/advice/advice-of.ts';
import { examplesFile, parseExamples } from '../../../reports/explain/example.ts';
import { explainRule } from '../../../reports/explain/explain-rule.ts';
import { gists } from '../../../reports/explain/gists.ts';
import type { Link, Topic } from '../../../reports/explain/topic.ts';
import { isSuiteId, suiteIds } from '../../../spec/operation-ids.ts';
import { loadDeviations } from '../../../targets/deviation.ts';
import { loadProfile } from '../../../targets/profile.ts';
import { faults } from '../../../targets/reference/faults/index.ts';
import { usualFaults } from '../../../tools/examples/usual-faults.ts';

const examples = parseExamples(readFileSync(examplesFile, 'utf8'));
const topicOf = (id: string): Topic => {
  const rule = catalogue.find((one) => one.id === id);
  if (rule === undefined) throw new Error(`no rule ${id}`);
  return explainRule(rule, examples[id] ?? null, 'npx prism-oauth-conformance');
};
const ids = catalogue.map(({ id }) => id);

function linksOf({ sections }: Topic): readonly Link[] {
  return sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.type === 'links' ? block.links : [])),
  );
}

/** The codes of a topic in a language. */
function codesOf({ sections }: Topic, language: string): readonly string[] {
  return sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.type === 'code' && block.language === language ? [block.code] : [])),
  );
}

describe('the explanation of a rule', () => {
  it.each(ids)('has all its parts: %s', (id) => {
    const { sections } = topicOf(id);
    expect(sections.map(({ heading }) => heading)).toEqual([
      'Why it matters',
      'Who says so',
      'Where it is judged',
      'A good and a bad answer',
      'Usual causes, and how to mend them',
      'If it cannot be mended now',
      'See it',
    ]);
    for (const { blocks } of sections) expect(JSON.stringify(blocks).length).toBeGreaterThan(40);
  });

  it('links to files that exist and to sections of RFCs', () => {
    const targets = [...new Set(ids.flatMap((id) => linksOf(topicOf(id)).map(({ target }) => target)))];
    const bad = targets.filter(
      (target) =>
        !/^https:\/\/www\.rfc-editor\.org\/rfc\/rfc\d{4}#(section-\d+(\.\d+)*|appendix-[A-Z](\.\d+)*)$/.test(
          target,
        ) && !existsSync(target),
    );
    expect(bad).toEqual([]);
  });

  it('has no advice and no gist of nothing', () => {
    const advised = new Set(ids.map(adviceKey));
    expect(Object.keys(adviceTable).filter((key) => !advised.has(key))).toEqual([]);
    const sources = new Set(catalogue.map(({ source }) => describeSource(source)));
    expect(Object.keys(gists).filter((source) => !sources.has(source))).toEqual([]);
  });
});

describe('what it proposes for what cannot be mended now', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'conformance-test-'));
  });
  afterAll(async () => {
    await rm(folder, { recursive: true, force: true });
  });

  it('is taken as a list of deviations', async () => {
    const file = path.join(folder, 'deviations.yaml');
    const lines = ids.flatMap((id) => codesOf(topicOf(id), 'yaml'));
    await writeFile(file, lines.join('\n'));
    const judged = suiteIds.flatMap((operation) =>
      rulesOf(operation).flatMap(({ id, level }) => (level === 'MUST' ? [{ operation, rule: id }] : [])),
    );
    const { entries } = await loadDeviations(file, judged);
    expect(entries.map(({ rule }) => rule)).toEqual(
      catalogue.filter(({ level }) => level === 'MUST').map(({ id }) => id),
    );
  });

  it('is taken as a profile', async () => {
    const others = catalogue.filter(({ level }) => level !== 'MUST').map(({ id }) => id);
    for (const [index, id] of others.entries()) {
      const file = path.join(folder, `${index}.json`);
      await writeFile(file, codesOf(topicOf(id), 'json').join(''));
      const { rules } = await loadProfile(file, ids);
      expect(Object.keys(rules)).toEqual([id]);
    }
  });
});

describe('the example of a rule', () => {
  it.each(ids)('is of a fault that trips it, where it is judged: %s', (id) => {
    const example = examples[id];
    const fault = faults.find((one) => one.id === example?.fault);
    expect(fault?.trips).toContain(id);
    const suite = example?.operation ?? '';
    expect(isSuiteId(suite) && rulesOf(suite).map((rule) => rule.id)).toContain(id);
  });

  it('is of a rule that there is', () => {
    expect(Object.keys(examples)).toEqual(ids);
  });

  it('shows different answers, but for rules on time and on what follows an answer', () => {
    const alike = ids.filter((id) => examples[id]?.shown.every(({ good, bad }) => good === bad));
    expect(alike).toEqual([
      'robustness.answer.prompt',
      'robustness.answer.single',
      'robustness.hard-input.prompt',
    ]);
  });

  it('shows the fault that is usual, where one is named', () => {
    const other = Object.entries(usualFaults).filter(([id, fault]) => examples[id]?.fault !== fault);
    expect(other).toEqual([]);
  });

  it('tells of no value that is chance', () => {
    const told = ids.map((id) => `${examples[id]?.expected} ${examples[id]?.actual}`);
    const ours = 'conformance-4h7Qm2xT9vKc1wZ8';
    const random = told.filter((text) =>
      /\b(?=[\w-]*\d)(?=[\w-]*[A-Z])[\w-]{20,}/.test(text.replaceAll(ours, '')),
    );
    expect(random).toEqual([]);
  });

  it('holds no chance: no time, and no address of the target', () => {
    const text = readFileSync(examplesFile, 'utf8');
    expect(text).not.toMatch(/127\.0\.0\.1:(?!8080)|\b20(?!26-01-31)\d\d-\d\d-\d\d/);
  });
});
