import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Rule } from '../../checks/rule.ts';
import type { Example } from '../../reports/explain/example.ts';
import { examplesFile, parseExamples } from '../../reports/explain/example.ts';
import { packageRoot } from '../../run/package-facts.ts';
import { loadBundledContract } from '../../spec/load-contract.ts';
import { takeExample } from './take-example.ts';

/** The examples by rule id. */
export type Examples = Readonly<Record<string, Example>>;

/** The file of examples. */
export const storedFile = path.join(packageRoot, examplesFile);

/** The examples as they are stored; none if there is no file yet. */
export function storedExamples(): Promise<Examples> {
  return readFile(storedFile, 'utf8').then(parseExamples, () => ({}));
}

/** Much of the time of an example is waiting: for answers that never come, and for tokens to expire. */
const atOnce = 4;

/** Takes the examples of rules. `onTaken` is told of each as soon as it is taken; null if no fault shows the rule. */
export async function takeAll(
  rules: readonly Rule[],
  onTaken: (rule: Rule, example: Example | null) => void,
): Promise<Examples> {
  const contract = await loadBundledContract();
  const open = [...rules];
  const examples: Record<string, Example> = {};
  const worker = async (): Promise<void> => {
    for (let rule = open.shift(); rule !== undefined; rule = open.shift()) {
      const example = await takeExample(rule, contract);
      if (example !== null) examples[rule.id] = example;
      onTaken(rule, example);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return examples;
}

/** Whether two examples say the same. */
export function isSame(one: Example | null | undefined, other: Example | null | undefined): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
