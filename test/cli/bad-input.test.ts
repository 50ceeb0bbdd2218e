import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { expectPlain, runCommand } from './command.ts';

let cwd = '';
beforeAll(async () => {
  cwd = await mkdtemp(path.join(tmpdir(), 'conformance-test-'));
});
afterAll(async () => {
  await rm(cwd, { recursive: true, force: true });
});

/** JSON that is neither a trace nor a ledger. */
const manifest = path.resolve('package.json');

describe('bad input', () => {
  it.each([
    ['an unknown option', ['run', '--frobnicate'], 2, /unknown option '--frobnicate'/],
    ['a word too many', ['run', 'now'], 2, /^error: run: takes options only, got "now"/],
    [
      'runs that are no number',
      ['--runs', 'abc'],
      2,
      /--runs: expected a whole number from 1 to 10000000, got "abc"/,
    ],
    [
      'an operation that is none',
      ['--operation', 'oauth_nothing'],
      2,
      /--operation: there is no oauth_nothing/,
    ],
    ['a rule that is none', ['--rule', 'no.such.*'], 2, /--rule: there is no no\.such/],
    ['a shard that is none', ['--shard', '5/4', '--seed', '1'], 2, /--shard: expected I\/N with I from 1/],
    ['a shard without a seed', ['--shard', '1/4'], 2, /--shard: give --seed, the same one to every shard/],
    ['a replay in a shard', ['--shard', '1/2', '--replay', '1:a@0@0'], 2, /--replay: name the operation/],
    ['a merge of nothing', ['merge'], 2, /missing required argument 'result'/],
    ['a merge of what is not there', ['merge', 'nowhere.json'], 2, /nowhere\.json cannot be read/],
    ['a history without a report', ['--history', 'h', '--no-report'], 2, /leave out --no-report/],
    [
      'a baseline that is not there',
      ['--baseline', 'nowhere.json'],
      2,
      /--baseline: nowhere\.json cannot be/,
    ],
    ['a comparison with nothing', ['compare', 'reference'], 2, /missing required argument 'B'/],
    [
      'a comparison of what is no address',
      ['compare', 'reference', 'nowhere'],
      2,
      /^error: B: --target: it is not an http or https address/,
    ],
    [
      'a comparison with a fault that is none',
      ['compare', 'reference', 'reference', '--fault', 'nothing'],
      2,
      /--fault: there is no nothing; see "mock --list-faults"/,
    ],
    [
      'a comparison with a fault of another target',
      ['compare', 'reference', 'http://127.0.0.1:1', '--fault', 'no-date'],
      2,
      /only the target "reference" has faults/,
    ],
    [
      'a target of others as that of the run alone',
      ['--target', 'https://pc.example', '--exclusive'],
      2,
      /^error: --exclusive: others may use pc\.example; it is taken only for .*: leave it out$/m,
    ],
    [
      'a comparison with a target of others as that of the run alone',
      ['compare', 'reference', 'https://pc.example', '--exclusive'],
      2,
      /^error: B: --exclusive: others may use pc\.example;/,
    ],
    [
      'a fidelity that is none',
      ['compare', 'reference', 'reference', '--min-fidelity', '101'],
      2,
      /--min-fidelity: expected a number from 0 to 100, got "101"/,
    ],
    [
      'a level that is none',
      ['--level', 'deep'],
      2,
      /--level: expected one of shape, validation, memory, OAuth/,
    ],
    ['a recording of nothing', ['record'], 2, /record: give --trace FILE, --ledger FILE, or both/],
    ['a trace that is not there', ['--from', 'nowhere.har'], 2, /--from: nowhere\.har cannot be read/],
    ['a trace that is none', ['--from', manifest], 2, /package\.json is not a usable trace: it is no trace/],
    ['a seed for a trace', ['--from', 'nowhere.har', '--seed', '1'], 2, /--from: .*leave out --seed/],
    ['an age of no trace', ['--max-age', '3'], 2, /--max-age: needs a trace; give --from/],
    ['a mock of a trace that is none', ['mock', '--from', manifest], 2, /package\.json is not a usable/],
    ['a ledger that is none', ['compare', manifest, manifest], 2, /is not a behaviour ledger/],
    ['a replay of another form', ['--replay', 'x'], 2, /--replay: expected SEED:FAMILY@CHUNK@STEPS/],
    ['a replay of no operation', ['--replay', '1:valid.domain@0@0'], 2, /name the operation/],
    ['a contract that is not there', ['--spec', 'nowhere.yaml'], 2, /nowhere\.yaml/],
    [
      'a target that is no address',
      ['--target', 'nowhere'],
      2,
      /--target: it is not an http or https address/,
    ],
    [
      'a target without a user',
      ['--target', 'http://127.0.0.1:1'],
      2,
      /give --username or set PRISM_USERNAME/,
    ],
    ['a fault that is none', ['mock', '--fault', 'nothing'], 2, /--fault: there is no nothing/],
    ['a port that is none', ['mock', '--port', 'x'], 2, /--port: expected a port number/],
  ])('%s is told in a line, exit %#', async (_, words, code, message) => {
    const ended = await runCommand(words, { cwd });
    expect(ended.stderr).toMatch(message);
    expect(ended.code).toBe(code);
    expectPlain(ended);
  });

  it.each([
    [
      'a baseline that is no result',
      ['--baseline', 'hello.json'],
      /hello\.json: is not a result file .*schemaVersion/,
    ],
    [
      'a history that is none',
      ['--history', 'hello.json'],
      /--history: hello\.json:1: is not a past run; remove/,
    ],
    ['a merge of what is no result', ['merge', 'hello.json'], /hello\.json: is not a result file/],
  ])('%s is told in a line', async (_, words, message) => {
    await writeFile(path.join(cwd, 'hello.json'), '{"hello": "world"}');
    const ended = await runCommand(words, { cwd });
    expect(ended).toMatchObject({ code: 2 });
    expect(ended.stderr).toMatch(message);
    expectPlain(ended);
  });

  it('a file that is not OpenAPI is told in a line', async () => {
    await writeFile(path.join(cwd, 'notes.json'), '{"hello": "world"}');
    const ended = await runCommand(['--spec', 'notes.json'], { cwd });
    expect(ended).toMatchObject({ code: 2 });
    expect(ended.stderr).toMatch(/notes\.json.*OpenAPI/);
    expectPlain(ended);
  });
});
