import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { expectPlain, runCommand, type EndedCommand } from './command.ts';

let cwd = '';
beforeEach(async () => {
  cwd = await mkdtemp(path.join(tmpdir(), 'conformance-test-'));
});
afterEach(async () => {
  await rm(cwd, { recursive: true, force: true });
});

/** The option has a wrong value, so the message shows that the file was read, and nothing is driven. */
const wrong = 'four score';

const sources: Readonly<Record<string, string>> = {
  'conformance.config.mjs': `import { runs } from './values.mjs';\nexport default { runs };`,
  'conformance.config.cjs': `const { basename } = require('node:path');\nmodule.exports = { runs: basename('/${wrong}') };`,
  'conformance.config.js': `export default { runs: '${wrong}' };`,
  'conformance.config.ts': `import { basename } from 'node:path';
    import { runs } from './values.mjs';
    import { more, type More } from './more.ts';
    const all: More = { runs: basename(runs), ...more };
    export default all satisfies object;`,
  'conformance.config.mts': `import { runs } from './values.mjs';\nexport default { runs: runs as unknown };`,
};

async function runWith(files: Readonly<Record<string, string>>): Promise<EndedCommand> {
  await writeFile(path.join(cwd, 'values.mjs'), `export const runs = '${wrong}';`);
  await writeFile(path.join(cwd, 'more.ts'), 'export type More = object;\nexport const more: More = {};');
  for (const [name, text] of Object.entries(files)) await writeFile(path.join(cwd, name), text);
  return runCommand(['run', '--no-report'], { cwd });
}

describe('a configuration file that is a module', () => {
  it.each(Object.entries(sources))('is read with its imports: %s', async (name, text) => {
    const ended = await runWith({ [name]: text });
    expect(ended).toMatchObject({
      code: 2,
      stderr: `error: ${name}: runs: expected a whole number from 1 to 10000000, got "${wrong}"\n`,
    });
  });

  it.each([
    ['conformance.config.ts', 'export default {', /^error: conformance\.config\.ts: cannot be read: .+\n$/],
    ['conformance.config.ts', "import './nowhere.ts';", /: cannot be read: .*nowhere\.ts.*\n$/],
    ['conformance.config.mjs', 'export default {', /^error: conformance\.config\.mjs: cannot be read: .+\n$/],
    ['conformance.config.mjs', 'export const runs = 1;', /\.mjs: has no default export\n$/],
    ['conformance.config.ts', 'export const runs = 1;', /\.ts: has no default export\n$/],
    [
      'conformance.config.mjs',
      'export default { runs: () => 1 };',
      /number from 1 to 10000000, got \(\) => 1\n$/,
    ],
    ['conformance.config.mjs', 'export default { runs: 1n };', /number from 1 to 10000000, got 1\n$/],
  ])('is refused in one line: %s, %s', async (name, text, message) => {
    const ended = await runWith({ [name]: text });
    expect(ended).toMatchObject({ code: 2, stderr: expect.stringMatching(message) });
    expectPlain(ended);
  });

  it('is named if another one is read', async () => {
    const { stderr } = await runWith({
      'conformance.config.ts': sources['conformance.config.ts'] ?? '',
      'conformance.config.json': '{"runs": 1}',
    });
    expect(stderr).toMatch(
      /^note: conformance\.config\.json is not read: conformance\.config\.ts is\nerror: conformance\.config\.ts: runs: /,
    );
  });

  it('is named if its kind is never read', async () => {
    await writeFile(path.join(cwd, 'conformance.config.yaml'), 'runs: 1');
    const { stderr } = await runCommand(['run', '--runs', 'none'], { cwd });
    expect(stderr).toMatch(
      /^note: conformance\.config\.yaml is not read: it has to be one of conformance\.config\.ts, .*json\nerror: --runs: /,
    );
  });
});
