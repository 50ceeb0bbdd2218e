import { readdirSync, readFileSync } from 'node:fs';

/** A command line of a page that a reader may paste. */
export interface DocumentedCommand {
  readonly page: string;
  /** Without the variables that it sets before it, and without a comment after it. */
  readonly line: string;
}

/** Pages that are written by tools. Their commands are those that the tools have run. */
const generated = new Set(['detection.md', 'mock-fidelity.md', 'mutation.md', 'rules.md', 'servers.md']);

/** All pages that are written by hand. */
export const pages: readonly string[] = [
  ...['README.md', 'CONTRIBUTING.md', 'ARCHITECTURE.md', 'spec/SOURCE.md', 'docs/ci/README.md'],
  ...readdirSync('docs')
    .filter((name) => name.endsWith('.md') && !generated.has(name))
    .map((name) => `docs/${name}`),
];

const called = /^(?:[A-Z_]+=\S* )*((?:npm|npx|node|prism-oauth-conformance) .*)$/;

/** The command lines in the blocks of all pages, in order. A line that ends in `\` goes on in the next one. */
export function documentedCommands(): readonly DocumentedCommand[] {
  return pages.flatMap((page) => {
    const blocks = readFileSync(page, 'utf8').matchAll(/^```\w*\n(.*?)^```$/gms);
    return [...blocks].flatMap(([, code = '']) =>
      code
        .replaceAll('\\\n', ' ')
        .split('\n')
        .flatMap((text) => {
          const [, line] = called.exec(text.replace(/\s+#.*$/, '')) ?? [];
          return line === undefined ? [] : [{ page, line: line.replaceAll(/\s+/g, ' ').trim() }];
        }),
    );
  });
}
