import type { Rule } from '../../checks/rule.ts';
import { describeSource, ruleUrl } from '../../checks/source-link.ts';
import { areaOf } from '../rule-facts.ts';
import { adviceOf } from './advice/advice-of.ts';
import type { Example } from './example.ts';
import { gistOf } from './gists.ts';
import { items, links, text } from './topic.ts';
import type { Block, Link, Section, Topic } from './topic.ts';

/** Where the pages of rules are, in a folder for each area, relative to the package. */
export const rulePages = 'docs/rules';

/** The page of a rule, relative to the package. */
export function rulePage(rule: string): string {
  return `${rulePages}/${areaOf(rule)}/${rule}.md`;
}

/** What a violation of a rule does to a run. */
const consequences: Readonly<Record<Rule['level'], string>> = {
  MUST: 'A violation fails the run (exit 1).',
  SHOULD: 'A violation is a warning, and fails the run only with `--strict`.',
  MAY: 'A violation is only noted.',
};

/** Everything that is known about a rule. `example` is null if the file of examples has none. */
export function explainRule(rule: Rule, example: Example | null, invocation: string): Topic {
  const { id, level, claim } = rule;
  const advice = adviceOf(id);
  return {
    title: id,
    lead: `${level}: ${claim}. ${consequences[level]}`,
    sections: [
      ...(advice === null ? [] : [{ heading: 'Why it matters', blocks: [text(advice.why)] }]),
      { heading: 'Who says so', blocks: sourceBlocks(rule) },
      { heading: 'Where it is judged', blocks: [items(judgedLines(rule))] },
      ...(example === null ? [] : [exampleSection(example)]),
      ...(advice === null
        ? []
        : [{ heading: 'Usual causes, and how to mend them', blocks: [text(advice.mend)] }]),
      { heading: 'If it cannot be mended now', blocks: exceptionBlocks(rule, example) },
      { heading: 'See it', blocks: seeBlocks(rule, example, invocation) },
    ],
  };
}

function sourceBlocks({ source }: Rule): readonly Block[] {
  const gist = gistOf(source);
  const target = source.document === 'contract' ? 'spec/openapi.yaml' : ruleUrl(source);
  return [
    ...(gist === null ? [] : [text(gist)]),
    target === null
      ? text('It is a demand of this project: neither the contract nor a standard says it.')
      : links({ text: describeSource(source), target }),
  ];
}

function judgedLines({ operations, families, needs, mockLevel, on }: Rule): readonly string[] {
  const places =
    operations === 'all'
      ? 'all 12 operations'
      : operations
          .map((operation) =>
            operation === 'session' ? 'sequences of requests (`session`)' : `\`${operation}\``,
          )
          .join(', ');
  const kinds =
    families === undefined
      ? 'any family whose cases give something to judge'
      : `families that begin with ${families.map((family) => `\`${family}\``).join(', ')}`;
  return [
    `operations: ${places}`,
    `cases: ${kinds}`,
    ...(on === 'sample' ? ['judged once over the answers of the whole run, not case by case'] : []),
    ...needs.map((need) => `needs \`supports.${need}\` of the profile, or answers that show it`),
    `a mock keeps it from the level ${mockLevel} on`,
  ];
}

function exampleSection(example: Example): Section {
  const { fault, steps, at, expected, actual, shown } = example;
  const before = steps.slice(0, -shown.length);
  return {
    heading: 'A good and a bad answer',
    blocks: [
      text(
        `Taken from the reference target, without a fault and with \`${fault}\` (family \`${example.family}\`).`,
      ),
      ...(before.length === 0
        ? []
        : [
            text('Before that:'),
            items(
              before.map(
                ({ step, request, good, bad }) =>
                  `${step}: \`${request}\`: ${good === bad ? good : `good ${good}, bad ${bad}`}`,
              ),
            ),
          ]),
      ...shown.flatMap((step): readonly Block[] => [
        { type: 'code', title: `Request (${step.step}):`, language: 'http', code: step.request },
        { type: 'code', title: 'Good answer:', language: 'http', code: step.good },
        { type: 'code', title: 'Bad answer:', language: 'http', code: step.bad },
      ]),
      ...(shown.every(({ good, bad }) => good === bad)
        ? [text('The messages are alike: what differs is what the finding tells.')]
        : []),
      text(`The finding: at ${at}, expected ${expected}, actual ${actual}.`),
    ],
  };
}

/** Only what fails a run can be a known deviation. Other rules are ruled out by the profile. */
function exceptionBlocks({ id, level }: Rule, example: Example | null): readonly Block[] {
  const page: Link = { text: 'docs/profiles.md', target: 'docs/profiles.md' };
  if (level !== 'MUST')
    return [
      {
        type: 'code',
        title:
          'It does not fail a run. To have it not judged at all, write into the profile of the target (`--profile FILE`):',
        language: 'json',
        code: JSON.stringify({ name: 'my-target', rules: { [id]: { off: 'say why' } } }),
      },
      links(page),
    ];
  return [
    {
      type: 'code',
      title: 'List it as a known deviation (`--deviations FILE`), with your operation, reason and date:',
      language: 'yaml',
      code: `- { rule: ${id}, operation: ${example?.operation ?? "'*'"}, status: fails, reason: say why, since: 2026-01-31 }`,
    },
    links(page),
  ];
}

function seeBlocks({ id }: Rule, example: Example | null, invocation: string): readonly Block[] {
  const commands = [
    `${invocation} run --rule ${id}`,
    ...(example === null ? [] : [`${invocation} mock --fault ${example.fault}`]),
  ];
  return [
    {
      type: 'code',
      title: `Judge your target by this rule alone (add \`--target URL\`)${example === null ? '' : ', or serve a target that violates it'}:`,
      language: 'sh',
      code: commands.join('\n'),
    },
  ];
}
