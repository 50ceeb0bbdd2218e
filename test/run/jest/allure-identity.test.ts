import { describe, expect, it } from '@jest/globals';
import type { TestResult } from 'allure-js-commons';
import { Stage, Status } from 'allure-js-commons';
import { buildAllureMetadata } from '../../../reports/allure-metadata.ts';
import { replayContextOf } from '../../../reports/replay-command.ts';
import { factsOf } from '../../../reports/rule-facts.ts';
import { buildAllureListener } from '../../../run/jest/environment.ts';
import { failingRule, sampleReport, sampleRules } from '../../reports/sample-report.ts';

/** The members by which Allure and its readers find a test in the history, as they are written. */
function identityOf({ folder, claim }: { readonly folder: string; readonly claim: string }): unknown {
  const record = failingRule();
  const name = `${record.rule}: ${claim}`;
  const facts = { ...factsOf(sampleRules, record), claim };
  const operation = { method: 'POST', path: '/oauth/client' };
  const metadata = buildAllureMetadata(record, { facts, operation, replay: replayContextOf(sampleReport()) });
  const fullName = `${folder}/a.suite.js#oauth_client_post ${name}`;
  const result: TestResult = {
    ...{ uuid: 'u', name, fullName, titlePath: [folder, 'a.suite.js'], testCaseId: fullName, historyId: 'h' },
    labels: [{ name: '_fallbackTestCaseId', value: fullName }],
    ...{ links: [], parameters: [], steps: [], attachments: [] },
    ...{ status: Status.FAILED, statusDetails: {}, stage: Stage.FINISHED },
  };
  buildAllureListener(new Map([[name, { metadata, span: { start: 1, stop: 2 } }]])).beforeTestResultWrite?.(
    result,
  );
  const { testCaseId, historyId, titlePath, labels, parameters } = result;
  const isFallback = labels.some((label) => label.name === '_fallbackTestCaseId');
  const counted = parameters.filter(({ excluded }) => excluded !== true);
  return { fullName: result.fullName, testCaseId, historyId, titlePath, isFallback, counted };
}

describe('a test in Allure', () => {
  it('is the same from any working folder and after a rewording', () => {
    const one = identityOf({ folder: 'dist/suites', claim: 'answers as documented' });
    expect(one).toMatchObject({ fullName: 'oauth_client_post#response.schema.valid', counted: [] });
    expect(identityOf({ folder: '../../lib/suites', claim: 'gives a documented answer' })).toEqual(one);
  });
});
