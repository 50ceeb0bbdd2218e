import type { OperationRecord, RuleRecord } from '../checks/verdict.ts';
import { failureText, leadingFinding, foundText } from './failure-text.ts';
import { printable, printableLine } from './printable.ts';
import { replayContextOf, withoutUserInfo } from './replay-command.ts';
import { areaOf, factsOf } from './rule-facts.ts';
import { countVerdicts, ruleRecords, settledRules } from './roll-up.ts';
import type { RunReport } from './run-report.ts';
import { writeWhole } from './write-whole.ts';

type Attributes = Readonly<Record<string, string | number>>;

/**
 * A run as JUnit XML: one suite per operation, with one test case per rule. Warnings and notes pass, because JUnit has
 * no such status, but keep their evidence as output. It keeps to the schema by which Jenkins refuses files, junit-10.xsd
 * of its xUnit plugin, and to the names that GitLab requires: class and name together are unique.
 */
export function buildJunit(report: RunReport): string {
  const suites = report.records.map((record) => suite(record, report));
  const broken = report.broken === null ? [] : [brokenRun(report.broken)];
  const { tests, failures, errors } = totals(ruleRecords(report), broken.length);
  const name = 'Prism OAuth conformance';
  const attributes = { name, tests, failures, errors, time: seconds(report.durationMs) };
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element('testsuites', attributes, [...suites, ...broken])}\n`;
}

/** Writes the JUnit XML of a run. The write is atomic. */
export async function writeJunit(file: string, report: RunReport): Promise<void> {
  await writeWhole(file, buildJunit(report));
}

function suite(record: OperationRecord, report: RunReport): string {
  const rules = settledRules(record);
  const attributes = {
    name: record.operation,
    ...totals(rules, 0),
    time: seconds(record.durationMs),
    timestamp: record.startedAt,
  };
  const properties = Object.entries({
    seed: report.seed,
    target: withoutUserInfo(report.target.url),
    requests: record.requests,
    caseHash: record.caseHash,
  }).map(([name, value]) => element('property', { name, value }));
  return element('testsuite', attributes, [
    element('properties', {}, properties),
    ...rules.map((rule) => testCase(rule, report)),
  ]);
}

/** A run that could not start has no operation that could carry the error. */
function brokenRun(reason: string): string {
  const error = element('error', { message: printableLine(reason), type: 'broken' });
  const broken = element('testcase', { classname: 'run', name: 'run', time: seconds(0) }, [error]);
  return element('testsuite', { name: 'run', ...totals([], 1), time: seconds(0) }, [broken]);
}

function testCase(record: RuleRecord, report: RunReport): string {
  const attributes = { classname: record.operation, name: record.rule, time: seconds(0) };
  return element('testcase', attributes, outcome(record, report));
}

function outcome(record: RuleRecord, report: RunReport): readonly string[] {
  const { verdict, reason } = record;
  const text = (): string => failureText(record, factsOf(report.rules, record), replayContextOf(report));
  switch (verdict) {
    case 'pass':
      return [];
    case 'warn':
    case 'note':
      return [element('system-out', {}, [escape(text())])];
    case 'not applicable':
    case 'known deviation':
      return [element('skipped', { message: `${verdict}: ${reason ?? 'no reason was given'}` })];
    case 'fail':
    case 'unexpected pass':
      return [element('failure', { message: headline(record), type: areaOf(record.rule) }, [escape(text())])];
    case 'broken':
      return [element('error', { message: reason ?? 'broken', type: 'broken' }, [escape(text())])];
  }
}

function headline(record: RuleRecord): string {
  const finding = leadingFinding(record);
  if (finding === undefined) return record.reason ?? record.verdict;
  return foundText(finding);
}

function totals(
  records: readonly RuleRecord[],
  brokenRuns: number,
): Readonly<Record<'tests' | 'failures' | 'errors' | 'skipped', number>> {
  const counts = countVerdicts(records);
  return {
    tests: records.length + brokenRuns,
    failures: counts.fail + counts['unexpected pass'],
    errors: counts.broken + brokenRuns,
    skipped: counts['not applicable'] + counts['known deviation'],
  };
}

function seconds(durationMs: number): string {
  return (durationMs / 1000).toFixed(3);
}

function element(name: string, attributes: Attributes, content: readonly string[] = []): string {
  const pairs = Object.entries(attributes).map(([key, value]) => ` ${key}="${attributeText(String(value))}"`);
  const open = `${name}${pairs.join('')}`;
  return content.length === 0 ? `<${open}/>` : `<${open}>${content.join('\n')}</${name}>`;
}

/** XML parsers turn line feeds and tabs in attributes into spaces, so both are escaped visibly. */
function attributeText(text: string): string {
  return escape(printableLine(text));
}

function escape(text: string): string {
  return printable(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
