import { runFinished } from '../rule-facts.ts';
import { items, text } from './topic.ts';
import type { Topic } from './topic.ts';

/** The rule that is not in the catalogue: it is violated by a target that ends while it is driven. */
export function explainRunFinished(invocation: string): Topic {
  const { id, level, claim } = runFinished;
  return {
    title: id,
    lead: `${level}: ${claim}.`,
    sections: [
      {
        heading: 'Why it matters',
        blocks: [text('A request that ends the server ends it for all its clients.')],
      },
      {
        heading: 'What to do',
        blocks: [
          items([
            'Look into the log of the target at the end: an exception that is not caught, or no memory.',
            'The case that is shown is the likeliest of those in flight. Send it alone by its command.',
            `Once the target runs again, \`${invocation} clean --target URL\` removes what the run left there.`,
          ]),
        ],
      },
    ],
  };
}
