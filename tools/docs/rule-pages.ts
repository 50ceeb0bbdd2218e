import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { catalogue } from '../../checks/catalogue.ts';
import { examplesFile, parseExamples } from '../../reports/explain/example.ts';
import { explainRule, rulePage } from '../../reports/explain/explain-rule.ts';
import { topicMarkdown } from '../../reports/explain/topic-markdown.ts';
import { installedInvocation } from '../../reports/replay-command.ts';
import { packageRoot } from '../../run/package-facts.ts';

/** The page of each rule, by its path in the package. */
export async function makeRulePages(): Promise<Readonly<Record<string, string>>> {
  const examples = parseExamples(await readFile(path.join(packageRoot, examplesFile), 'utf8'));
  const pages = catalogue.map((rule) => {
    const topic = explainRule(rule, examples[rule.id] ?? null, installedInvocation);
    const page = rulePage(rule.id);
    return [page, topicMarkdown(topic, path.posix.dirname(page))] as const;
  });
  return Object.fromEntries(pages);
}
