import type { WorthTable } from './worth-table.ts';

/** The module with what was learned, as the code formatter leaves it. */
export function worthModule(table: WorthTable): string {
  const suites = [...table].map(([suite, families]) => {
    const lines = [...families].map(([name, { smoke, usual }]) => `    '${name}': [${smoke}, ${usual}],\n`);
    return `  ${suite}: {\n${lines.join('')}  },\n`;
  });
  return `${head}\nexport const worth: WorthTable = {\n${suites.join('')}};\n`;
}

const head = `/** Cases of each family in a smoke and in a default run, by suite, most worth first. \`npm run worth\` writes it. */
type WorthTable = Readonly<Record<string, Readonly<Record<string, readonly [smoke: number, usual: number]>>>>;
`;
