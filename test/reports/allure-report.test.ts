import { randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buildAllureMetadata } from '../../reports/allure-metadata.ts';
import type { AllureMetadata } from '../../reports/allure-metadata.ts';
import { AllureProgram } from '../../reports/allure/allure-program.ts';
import { AllureReportError, writeAllureReport } from '../../reports/allure-report.ts';
import { findCauses } from '../../reports/causes/find-causes.ts';
import { unpackPage } from '../../reports/allure/pack-page.ts';
import { replayContextOf } from '../../reports/replay-command.ts';
import { reportEnvironment } from '../../reports/report-environment.ts';
import { factsOf } from '../../reports/rule-facts.ts';
import { everyVerdict, reportOf, sampleReport, sampleRules } from './sample-report.ts';

/** Writes the result of a test in the same form as allure-jest. */
async function writeTestResult(resultsDir: string, name: string, metadata: AllureMetadata): Promise<void> {
  const steps = await Promise.all(
    metadata.evidence.map(async (evidence) => ({
      name: evidence.name,
      status: 'failed',
      stage: 'finished',
      attachments: await Promise.all(
        evidence.attachments.map(async (attachment) => {
          const source = `${randomUUID()}-attachment.txt`;
          await writeFile(join(resultsDir, source), attachment.content);
          return { name: attachment.name, type: 'text/plain', source };
        }),
      ),
    })),
  );
  const { epic, feature, story, severity, labels, links, tags, description, historyId, outcome } = metadata;
  const { status, message } = outcome;
  const result = {
    ...{ uuid: randomUUID(), name, fullName: name, historyId, testCaseId: historyId, stage: 'finished' },
    ...{ status, statusDetails: message === null ? {} : { message }, description, links, steps },
    labels: [
      ...labels,
      ...tags.map((value) => ({ name: 'tag', value })),
      ...Object.entries({ epic, feature, story, severity }).map(([label, value]) => ({ name: label, value })),
    ],
    ...{ start: 1_700_000_000_000, stop: 1_700_000_001_000 },
  };
  await writeFile(join(resultsDir, `${result.uuid}-result.json`), JSON.stringify(result));
}

let folder = '';
let page = '';
const report = sampleReport();

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'allure-report-'));
  const resultsDir = join(folder, 'results');
  await mkdir(resultsDir);
  for (const record of everyVerdict()) {
    const facts = factsOf(sampleRules, record);
    const operation = { method: 'POST', path: '/oauth/client' };
    const metadata = buildAllureMetadata(record, { facts, operation, replay: replayContextOf(report) });
    await writeTestResult(resultsDir, `${record.rule}: ${facts.claim}`, metadata);
  }
  const outputFile = join(folder, 'out', 'report.html');
  await writeAllureReport({
    program: new AllureProgram(),
    resultsDir,
    outputFile,
    environment: reportEnvironment(report),
    causes: findCauses(reportOf(...everyVerdict())),
    historyFile: null,
  });
  page = await readFile(outputFile, 'utf8');
}, 60_000);

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

/** The data files contained in the page. */
function dataOf(html: string): string {
  return [...unpackPage(html).values()].join('\n');
}

describe('Allure report', () => {
  it('is one file', async () => {
    expect(await readdir(join(folder, 'out'))).toEqual(['report.html']);
    expect(page).toContain('<title> Prism OAuth conformance </title>');
  });

  it('calls nobody', () => {
    expect(page).not.toMatch(/googletagmanager|gtag\(|google-analytics/i);
    expect(page).not.toMatch(/<(?:script|link)[^>]*\s(?:src|href)=["']?(?:https?:)?\/\//i);
  });

  it.each([
    ['the source', 'https://www.rfc-editor.org/rfc/rfc6749#section-5.1'],
    ['the request', 'POST /api/nutanix/v3/oauth/client HTTP/1.1'],
    ['the answer', 'HTTP/1.1 200 OK'],
    ['the curl line', 'curl -u "$PRISM_USERNAME:$PRISM_PASSWORD"'],
    ['the replay', '--replay 42:valid.domain/0/7:0'],
    ['the target', 'https://pc.example:9440'],
    [
      'the category of a cause',
      '"name":"a registered client is not stored as it was sent (oauth_client_post)"',
    ],
    ['the category of warnings', '"Warnings"'],
    ['the category of known deviations', '"Known deviations"'],
  ])('holds %s', (_name, text) => {
    expect(dataOf(page)).toContain(text);
  });

  it.each([
    ['an empty folder', 'empty', /holds no test results/],
    ['no folder', 'missing', /ENOENT/],
  ])('is refused for %s', async (_name, name, message) => {
    await mkdir(join(folder, 'empty'), { recursive: true });
    const program = new AllureProgram();
    const written = writeAllureReport({
      program,
      resultsDir: join(folder, name),
      outputFile: join(folder, 'none', 'report.html'),
      environment: {},
      causes: [],
      historyFile: null,
    });
    await expect(written).rejects.toThrow(message);
    await expect(written).rejects.toBeInstanceOf(AllureReportError);
    expect(await readdir(folder)).not.toContain('none');
    program.close();
  });
});
