import { readFile, writeFile } from 'node:fs/promises';
import { build } from 'esbuild';

/**
 * Makes the CommonJS form of the programmatic interface. Jest cannot load ES modules into its tests, and neither can
 * every configuration file.
 */
const entries = ['index', 'jest'];

await build({
  entryPoints: entries.map((name) => `api/${name}.ts`),
  outdir: 'dist/api',
  outExtension: { '.js': '.cjs' },
  bundle: true,
  packages: 'external',
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  define: { 'import.meta.url': 'importMetaUrl' },
  banner: { js: "const importMetaUrl = require('node:url').pathToFileURL(__filename).href;" },
  logLevel: 'warning',
});

// The types are those of the ES modules, which a CommonJS module has to import as such.
const mode = "{ 'resolution-mode': 'import' }";
for (const name of entries) {
  const types = await readFile(`dist/api/${name}.d.ts`, 'utf8');
  await writeFile(`dist/api/${name}.d.cts`, types.split('\n').map(asCommonJs).join('\n'));
}

function asCommonJs(line) {
  const [head, file] = line.split(" from '.");
  if (file === undefined) return line;
  if (!head.startsWith('export { ')) return line.replace(/;$/, ` with ${mode};`);
  const [value] = head.split(' ').slice(2);
  const type = `typeof import('.${file.replace("';", '')}', { with: ${mode} }).${value}`;
  return `export declare const ${value}: ${type};\nexport type ${value} = InstanceType<${type}>;`;
}
