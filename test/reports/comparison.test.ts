import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { percent, scoreOf, totalScore } from '../../fidelity/score.ts';
import { comparisonExitCode } from '../../reports/roll-up.ts';
import { buildComparisonFile } from '../../reports/comparison-file.ts';
import { firstFailing, levelLines } from '../../reports/comparison-text.ts';
import { comparisonPage } from '../../reports/comparison-page.ts';
import { comparisonSummary } from '../../reports/comparison-summary.ts';
import { plain } from '../../reports/printable.ts';
import { redacted, sampleExchange } from './sample-report.ts';
import {
  noDifference,
  nothingLeft,
  sampleComparison,
  sampleDifference,
  sampleSuite,
} from './sample-comparison.ts';

const options = {
  paint: plain,
  reportFile: 'out/comparison.html',
  gate: null,
};
const alike = sampleComparison({ suites: [sampleSuite(noDifference)] });

describe('the score', () => {
  it('is the mean over kinds, then over operations', () => {
    expect(scoreOf(sampleSuite())).toBe((1 + 1 / 4) / 2);
    expect(totalScore(sampleComparison())).toBe((0.625 + 1) / 2);
  });

  it('of nothing is none, and is never rounded up to all', () => {
    expect(scoreOf({ kinds: [{ family: 'f', compared: 0, alike: 0, likeness: 0, leftOut: 3 }] })).toBeNull();
    expect(percent(0.99999)).toBe(99.9);
    expect(percent(1)).toBe(100);
  });
});

describe('the exit code of a comparison', () => {
  it.each([
    ['no difference', alike, null, 0],
    ['a difference', sampleComparison(), null, 1],
    ['a score over the gate', sampleComparison(), 81.2, 0],
    ['a score just at the gate', sampleComparison(), 81.25, 0],
    ['a score under the gate', sampleComparison(), 81.3, 1],
    [
      'a difference that does not count',
      sampleComparison({
        suites: [sampleSuite({ ...noDifference, differences: [sampleDifference({ isCounted: false })] })],
      }),
      null,
      0,
    ],
    ['nothing compared', sampleComparison({ suites: [] }), null, 3],
    [
      'an end before its time',
      sampleComparison({ suites: [sampleSuite({ ...noDifference, broken: 'B: gone' })] }),
      null,
      3,
    ],
    ['an interruption', sampleComparison({ isInterrupted: true }), null, 130],
  ])('for %s', (_, comparison, gate, code) => {
    expect(comparisonExitCode(comparison, gate)).toBe(code);
  });
});

describe('the levels of a comparison', () => {
  it('count their differences up to the level that was asked for', () => {
    const lines = levelLines(sampleComparison({ level: 'validation' }));
    expect(lines.map(({ differences }) => differences)).toEqual([0, 1, null, null]);
    expect(firstFailing(lines)).toBe('validation');
    expect(firstFailing(levelLines(alike))).toBeNull();
  });
});

describe('the summary of a comparison', () => {
  it('shows matrix, differences, levels and gate', () => {
    const suite = sampleSuite({
      differences: [
        sampleDifference(),
        sampleDifference({
          facet: 'incidental header',
          at: 'x-ntnx-env',
          b: redacted('absent'),
          isCounted: false,
        }),
      ],
      shared: [{ rule: 'response.date.present', count: 4 }],
      whims: 2,
    });
    expect(comparisonSummary(sampleComparison({ suites: [suite] }), options)).toMatchSnapshot();
  });

  it('is at most 100 columns wide but for commands', () => {
    const text = comparisonSummary(sampleComparison(), { ...options, gate: 99 });
    const wide = text.split('\n').filter((line) => line.length > 100 && !line.includes(' compare '));
    expect(wide).toEqual([]);
    expect(text).toContain('exit 1: fidelity 81.2 %, less than 99 %');
  });

  it('tells what was left, what broke and what went no further', () => {
    const broken = sampleComparison({
      suites: [sampleSuite({ ...noDifference, broken: 'B: gone' })],
      residue: { a: nothingLeft, b: { created: 2, removed: 1, left: ['c1'] } },
    });
    const text = comparisonSummary(broken, { ...options, reportFile: null });
    expect(text).toContain('1 clients left on B: c1');
    expect(text).toContain('BROKEN oauth_client_post: B: gone');
    expect(text).toContain('no HTML report');
    expect(text).toContain('exit 3: some of the comparison is broken');
  });
});

describe('the result file of a comparison', () => {
  it.each([
    ['with differences', sampleComparison()],
    ['without', alike],
    ['of nothing', sampleComparison({ suites: [], isInterrupted: true })],
    [
      'with a difference over all cases',
      sampleComparison({
        suites: [
          sampleSuite({
            differences: [sampleDifference({ path: '', families: [], exchanges: { a: [], b: [] } })],
          }),
        ],
      }),
    ],
  ])('%s is as its schema has it', (_, comparison) => {
    const ajv = new Ajv2020({ strictTypes: false });
    addFormats.default(ajv);
    const validate = ajv.compile(
      JSON.parse(readFileSync('reports/comparison.schema.json', 'utf8')) as object,
    );
    const file = JSON.parse(JSON.stringify(buildComparisonFile(comparison, null))) as object;
    expect(validate(file) ? [] : validate.errors).toEqual([]);
  });
});

describe('the causes of a comparison', () => {
  const wrong = sampleDifference({ facet: 'constant', at: '/api_version', odd: 'open', rules: [] });
  const steps = ['main', 'read-back', 'probe'].map((step) => ({ ...wrong, step }));
  const comparison = sampleComparison({ suites: [sampleSuite({ differences: steps })] });

  it('list every difference in the terminal, and only one with its case', () => {
    const text = comparisonSummary(comparison, options);
    expect(text).toContain('1. value /api_version: A 400, B 200 (3 differences)\n');
    expect(text).toContain(
      '   also TOO LAX oauth_client_post (validation): value /api_version of probe: A 400',
    );
    expect(text.match(/--replay/g)).toHaveLength(1);
    expect(text).toContain('1 cause behind 3 differences\n');
  });

  it('have every difference on the page, with its case', () => {
    expect(comparisonPage(comparison).match(/--replay/g)).toHaveLength(3);
    expect(comparisonPage(comparison)).toContain('<h2>Causes (1)</h2>');
  });

  it('name the places of their differences in the result file', () => {
    const { causes } = buildComparisonFile(comparison, null);
    expect(causes.map(({ differences }) => differences)).toEqual([[0, 1, 2]]);
  });

  it('are listed as far as a terminal has room', () => {
    const many = Array.from({ length: 50 }, (_, index) => ({
      ...wrong,
      at: `/m${index % 2}`,
      step: `s${index}`,
    }));
    const text = comparisonSummary(
      sampleComparison({ suites: [sampleSuite({ differences: many })] }),
      options,
    );
    expect(text).toContain('2 causes behind 50 differences');
    expect(text.match(/ also /g)).toHaveLength(38);
    expect(text).toContain('10 more differences in the report');
  });
});

describe('the page of a comparison', () => {
  it('has the matrix, each difference with its case, and no script', () => {
    const page = comparisonPage(sampleComparison());
    expect(page).toContain('<h1>Fidelity 81.2 %</h1>');
    expect(page).toContain('too lax');
    expect(page).toContain('--replay 42:broken.body.null@0@1:0');
    expect(page).toContain('href="rules.html#request.invalid.refused"');
    expect(page).not.toMatch(/<script|https?:\/\/(?!pc\.example|127\.0\.0\.1)|src=/);
  });

  it('escapes whatever a target or an address holds', () => {
    const evil = redacted(`<img src=x onerror="alert('1')">&`);
    const difference = sampleDifference({
      ...{ a: evil, at: evil, facet: 'form', step: evil, families: [evil] },
      exchanges: { a: [sampleExchange({ response: evil })], b: [] },
    });
    const page = comparisonPage(
      sampleComparison({
        targets: { a: evil, b: evil },
        suites: [sampleSuite({ differences: [difference] })],
      }),
    );
    expect(page).not.toContain('<img');
    expect(page).toContain('&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt;&amp;');
  });
});
