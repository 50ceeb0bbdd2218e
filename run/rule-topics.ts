import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { catalogue } from '../checks/catalogue.ts';
import { examplesFile, parseExamples } from '../reports/explain/example.ts';
import { explainRule } from '../reports/explain/explain-rule.ts';
import { explainRunFinished } from '../reports/explain/explain-run-finished.ts';
import { rulesPage, rulesPageName } from '../reports/explain/rules-page.ts';
import type { Topic } from '../reports/explain/topic.ts';
import { writeWhole } from '../reports/write-whole.ts';
import { packageRoot } from './package-facts.ts';
import { isStored } from './storage-failure.ts';

/** The explanations of the rules of the catalogue, in its order. */
export async function ruleTopics(invocation: string): Promise<readonly Topic[]> {
  const examples = parseExamples(await readFile(path.join(packageRoot, examplesFile), 'utf8'));
  return catalogue.map((rule) => explainRule(rule, examples[rule.id] ?? null, invocation));
}

/** Writes the page to which the other pages of a report link. Returns whether it could be stored. */
export async function writeRulesPage(reportDir: string, invocation: string): Promise<boolean> {
  const file = path.join(reportDir, rulesPageName);
  const topics = [...(await ruleTopics(invocation)), explainRunFinished(invocation)];
  return isStored(file, () => writeWhole(file, rulesPage(topics)));
}
