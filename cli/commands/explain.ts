import { catalogue } from '../../checks/catalogue.ts';
import { explainRunFinished } from '../../reports/explain/explain-run-finished.ts';
import { topicText } from '../../reports/explain/topic-text.ts';
import { items } from '../../reports/explain/topic.ts';
import type { Topic } from '../../reports/explain/topic.ts';
import { printableLine } from '../../reports/printable.ts';
import { runFinished } from '../../reports/rule-facts.ts';
import { loadRunContract } from '../../run/load-run-contract.ts';
import { invocation } from '../../run/package-facts.ts';
import { ruleTopics } from '../../run/rule-topics.ts';
import { output } from '../../run/terminal.ts';
import { UserError } from '../../run/user-error.ts';
import { didYouMean } from '../../spec/names/did-you-mean.ts';
import { askedExitCodes, explainExitCode } from '../explain/exit-code-topics.ts';
import { explainName, knownNames } from '../explain/name-topics.ts';
import { askedVerdicts, explainVerdict } from '../explain/verdict-topics.ts';

/** Prints what is known about a rule, a verdict, an exit code, a family or a kind of breakage; without one, a list. */
export async function explain(words: readonly string[]): Promise<void> {
  const asked = words.join(' ').trim().toLowerCase();
  const topic = asked === '' ? overview() : await findTopic(asked);
  output.lines(...topicText(topic, output.paint));
}

async function findTopic(asked: string): Promise<Topic> {
  const plain = asked.replaceAll(/[\s_-]+/g, ' ');
  const rule = (await ruleTopics(invocation)).find(({ title }) => title === asked);
  if (rule !== undefined) return rule;
  if (asked === runFinished.id) return explainRunFinished(invocation);
  const fixed = explainVerdict(plain) ?? explainExitCode(plain.replace(/^exit (code )?/, ''));
  if (fixed !== null) return fixed;
  const contract = await loadRunContract({});
  const named = explainName(asked, contract);
  if (named !== null) return named;
  const names = [...knownNames(contract), runFinished.id, ...askedVerdicts];
  throw new UserError(
    `explain: nothing is called "${printableLine(asked)}"${didYouMean(asked, names)}; "explain" lists what can be asked`,
  );
}

function overview(): Topic {
  const areas = [...new Set(catalogue.map(({ id }) => id.split('.', 1)[0] ?? id))];
  return {
    title: 'explain WHAT',
    lead: 'WHAT is one of these.',
    sections: [
      {
        heading: 'What can be asked',
        blocks: [
          items([
            `a rule (${catalogue.length}; \`rules\` lists them), such as \`${catalogue[0]?.id ?? ''}\`, or its first words: ${areas.join(', ')}`,
            `a verdict: ${askedVerdicts.join(', ')}`,
            `an exit code: ${askedExitCodes.join(', ')}`,
            'a family of cases, such as `valid.domain` or `code.replay`, or its first words: `valid`, `broken.form`, `authorize.redirect`',
            'a kind of breakage, such as `body.missing-member`, or its first word',
          ]),
        ],
      },
    ],
  };
}
