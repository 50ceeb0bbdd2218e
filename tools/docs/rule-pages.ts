import path from 'node:path';
import { rulePage } from '../../reports/explain/explain-rule.ts';
import { topicMarkdown } from '../../reports/explain/topic-markdown.ts';
import { installedInvocation } from '../../reports/replay-command.ts';
import { ruleTopics } from '../../run/rule-topics.ts';

/** The page of each rule, by its path in the package. */
export async function makeRulePages(): Promise<Readonly<Record<string, string>>> {
  const topics = await ruleTopics(installedInvocation);
  const pages = topics.map((topic) => {
    const page = rulePage(topic.title);
    return [page, topicMarkdown(topic, path.posix.dirname(page))] as const;
  });
  return Object.fromEntries(pages);
}
