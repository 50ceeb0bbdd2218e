import type { LifecycleListener } from 'allure-js-commons/sdk/reporter';
import { Status, type TestResult } from 'allure-js-commons';
import type { AllureMetadata } from '../reports/allure-metadata.ts';

/** Completes each Allure result with what its rule record says, by the name of the test, just before it is written. */
export function buildAllureListener(metadata: ReadonlyMap<string, AllureMetadata>): LifecycleListener {
  return {
    beforeTestResultWrite: (result) => {
      const facts = metadata.get(result.name ?? '');
      if (facts !== undefined) complete(result, facts);
    },
  };
}

function complete(result: TestResult, facts: AllureMetadata): void {
  const { epic, feature, story, severity, outcome } = facts;
  // Allure derives labels of its own from the file's name; these say more.
  const derived = new Set(['parentSuite', 'suite', 'subSuite', 'package']);
  result.labels = [
    ...result.labels.filter(({ name }) => !derived.has(name)),
    ...Object.entries({ epic, feature, story, severity }).map(([name, value]) => ({ name, value })),
    ...facts.labels,
    ...facts.tags.map((value) => ({ name: 'tag', value })),
  ];
  result.links.push(...facts.links);
  result.parameters.push(...facts.parameters);
  result.description = facts.description;
  result.historyId = facts.historyId;
  if (outcome.status === 'skipped') {
    result.status = Status.SKIPPED;
    result.statusDetails = { message: outcome.message };
  }
}
