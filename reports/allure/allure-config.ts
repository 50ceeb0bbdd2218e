import type { Cause } from '../causes/cause.ts';
import { clip, printable } from '../printable.ts';
import { pastFailures } from './slim-history.ts';

/** The number of past runs kept: a month of nightly runs. */
const historyLimit = 30;

/** The number of past runs whose failures the first page tells. */
const shownRuns = 10;

/** A category's name is one row of a table. */
const nameWidth = 160;

const reportName = 'Prism OAuth conformance';

/** What Allure is configured by. */
export interface AllureConfigOptions {
  /** The folder that Allure writes to. */
  readonly output: string;
  /** Shown on the first page, by name. */
  readonly environment: Readonly<Record<string, string>>;
  readonly causes: readonly Cause[];
  /** The file of past runs that Allure reads and continues, and what it has now; null for a report without history. */
  readonly history: { readonly file: string; readonly past: string } | null;
}

/** The configuration of Allure, as plain JSON. */
export function allureConfig({ output, environment, causes, history }: AllureConfigOptions): object {
  const trend = history === null ? [] : pastFailures(history.past).slice(-shownRuns);
  // First, because Allure folds all but the first variables.
  const variables = {
    ...(trend.length === 0 ? {} : { 'Failed before': trend.join(', ') }),
    ...environment,
  };
  return {
    name: reportName,
    output,
    variables: Object.fromEntries(Object.entries(variables).map(([name, value]) => [name, printable(value)])),
    categories: { rules: [...causes.filter(isFailure).map(causeCategory), ...otherCategories] },
    plugins: { awesome: { options: pageOptions(history !== null) } },
    ...(history === null ? {} : { historyPath: history.file, historyLimit }),
  };
}

/** The charts without a past are one number each, and a timeline of verdicts says nothing, so that they are left out. */
function pageOptions(hasHistory: boolean): object {
  return {
    ...{ reportName, singleFile: true, groupBy: ['feature', 'story'] },
    ...{ timeline: { minDuration: Number.MAX_SAFE_INTEGER }, sections: hasHistory ? ['charts'] : [] },
    charts: hasHistory ? trendCharts : [],
  };
}

const trendCharts = [
  { type: 'statusDynamics', title: 'Verdicts of the last runs' },
  { type: 'statusTransitions', title: 'What was mended, and what broke' },
];

/** Warnings are one category however many causes they have: they do not fail a run. */
function isFailure({ verdict }: Cause): boolean {
  return verdict !== 'warn';
}

/** The tests of a cause, found by the labels that each has. The name is shown, the id keeps its history. */
function causeCategory({ fingerprint, statement, records }: Cause): object {
  const operations = new Map<string, string[]>();
  for (const { rule, operation } of records)
    operations.set(rule, [...(operations.get(rule) ?? []), operation]);
  return {
    id: fingerprint,
    name: clip(statement, nameWidth),
    matchers: [...operations].map(([rule, of]) => ({
      labels: { rule: anyOf([rule]), operation: anyOf(of) },
    })),
  };
}

const otherCategories = [
  { name: 'Warnings', matchers: { labels: { tag: anyOf(['warn']) } } },
  { name: 'Notes', matchers: { labels: { tag: anyOf(['note']) } } },
  { name: 'Known deviations', matchers: { labels: { tag: anyOf(['known deviation']) } } },
];

/** A regular expression that matches these texts alone. */
function anyOf(texts: readonly string[]): string {
  const escaped = texts.map((text) => text.replace(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`));
  return `^(?:${escaped.join('|')})$`;
}
