import { printable, printableLine } from '../printable.ts';
import type { Paint } from '../printable.ts';
import type { Block, Section, Topic } from './topic.ts';

const width = 100;

/** A topic as text for a terminal, one line each. */
export function topicText({ title, lead, sections }: Topic, paint: Paint): readonly string[] {
  return [
    paint('strong', printableLine(title)),
    ...wrapped(lead),
    ...sections.flatMap(({ heading, blocks }: Section) => [
      '',
      paint('strong', heading),
      ...blocks.flatMap((block) => blockLines(block, paint)),
    ]),
  ];
}

function blockLines(block: Block, paint: Paint): readonly string[] {
  switch (block.type) {
    case 'text':
      return wrapped(block.text, '  ');
    case 'items':
      return block.items.flatMap((item) => wrapped(item, '    ', '  - '));
    case 'links':
      return block.links.map(({ text, target }) => `  ${text}: ${target}`);
    case 'code':
      return [
        '',
        `  ${paint('faint', block.title)}`,
        ...printable(block.code)
          .split('\n')
          .map((line) => `    ${line}`.trimEnd()),
      ];
  }
}

/** Breaks a text at blanks. A word that is longer than a line stays whole, so that it can be copied. */
function wrapped(text: string, indent = '', first = indent): readonly string[] {
  const lines: string[] = [];
  let line = first;
  let isBegun = false;
  for (const word of printableLine(text).split(' ')) {
    if (isBegun && line.length + 1 + word.length > width) {
      lines.push(line);
      line = indent + word;
    } else {
      line += isBegun ? ` ${word}` : word;
      isBegun = true;
    }
  }
  return [...lines, line];
}
