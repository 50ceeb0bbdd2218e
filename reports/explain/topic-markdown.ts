import path from 'node:path';
import { printable, printableLine } from '../printable.ts';
import type { Block, Link, Section, Topic } from './topic.ts';

/** A topic as Markdown. `folder` is where the page is, relative to the package, so that its links are. */
export function topicMarkdown({ title, lead, sections }: Topic, folder: string): string {
  const parts = [
    `# ${inlineMarkdown(title)}`,
    inlineMarkdown(lead),
    ...sections.flatMap(({ heading, blocks }: Section) => [
      `## ${inlineMarkdown(heading)}`,
      ...blocks.map((block) => blockMarkdown(block, folder)),
    ]),
  ];
  return `${parts.join('\n\n')}\n`;
}

function blockMarkdown(block: Block, folder: string): string {
  switch (block.type) {
    case 'text':
      return inlineMarkdown(block.text);
    case 'items':
      return block.items.map((item) => `- ${inlineMarkdown(item)}`).join('\n');
    case 'links':
      return block.links.map((link) => linkMarkdown(link, folder)).join(' · ');
    case 'code':
      return `${inlineMarkdown(block.title)}\n\n${fenced(block.code, block.language)}`;
  }
}

function linkMarkdown({ text, target }: Link, folder: string): string {
  const address = target.startsWith('https://') ? target : path.posix.relative(folder, target);
  return `[${inlineMarkdown(text)}](${address})`;
}

/** Text on one line in which only code in backquotes is markup. */
export function inlineMarkdown(text: string): string {
  return printableLine(text)
    .split(/(`[^`]*`)/)
    .map((part) => (part.startsWith('`') ? part : part.replaceAll(/[\\*_<>[\]#|]/g, String.raw`\$&`)))
    .join('');
}

/** The fence is longer than any row of backquotes in the code. */
function fenced(code: string, language: string): string {
  const longest = Math.max(2, ...[...code.matchAll(/`+/g)].map(([row]) => row.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${printable(code)}\n${fence}`;
}
