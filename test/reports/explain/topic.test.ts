import { describe, expect, it } from '@jest/globals';
import { topicMarkdown } from '../../../reports/explain/topic-markdown.ts';
import { topicText } from '../../../reports/explain/topic-text.ts';
import type { Topic } from '../../../reports/explain/topic.ts';
import { plain } from '../../../reports/printable.ts';

const topic: Topic = {
  title: 'a <b>',
  lead: `${'word '.repeat(40)}end`,
  sections: [
    {
      heading: 'Code',
      blocks: [
        { type: 'text', text: 'see `a_*b` and *c*' },
        { type: 'code', title: 'Answer:', language: 'http', code: '```\n\u001b[31mred' },
        {
          type: 'links',
          links: [
            { text: 'here', target: 'docs/profiles.md' },
            { text: 'RFC', target: 'https://www.rfc-editor.org/rfc/rfc6749#section-5' },
          ],
        },
      ],
    },
  ],
};

describe('a topic as Markdown', () => {
  const page = topicMarkdown(topic, 'docs/rules');

  it('escapes markup outside of code', () => {
    expect(page).toContain(String.raw`# a \<b\>`);
    expect(page).toContain(String.raw`see ${'`a_*b`'} and \*c\*`);
  });

  it('links to files from the folder of the page', () => {
    expect(page).toContain(
      '[here](../profiles.md) · [RFC](https://www.rfc-editor.org/rfc/rfc6749#section-5)',
    );
  });

  it('fences code that has fences, and shows control characters', () => {
    expect(page).toContain('````http\n```\n\\u{1b}[31mred\n````');
  });
});

describe('a topic as text', () => {
  const lines = topicText(topic, plain);

  it('breaks long texts at blanks', () => {
    expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(100);
    expect(lines.join(' ')).toContain('word end');
  });

  it('indents code, and shows control characters', () => {
    expect(lines).toContain(String.raw`    \u{1b}[31mred`);
  });
});
