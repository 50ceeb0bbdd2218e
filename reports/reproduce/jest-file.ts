import { changingFunctions } from '../../generators/request/change-slot.ts';
import { printableLine } from '../printable.ts';
import { runtimeFunctions } from './portable-runtime.ts';
import type { Reproduction, Unshown } from './reproduction.ts';
import { isShown } from './reproduction.ts';
import { sendingProgram } from './sending-program.ts';

/**
 * The findings of a run as one Jest file of plain JavaScript. Each is a test that fails while the violation shows. What
 * cannot be tested so is listed as a todo. `isModule` tells whether the file is an ES module.
 */
export function jestFile(
  all: readonly (Reproduction | Unshown)[],
  { isModule }: { readonly isModule: boolean },
): string {
  const names = new Map<string, number>();
  const tests = all.map((one) => {
    const name = nameOf(one);
    const times = (names.get(name) ?? 0) + 1;
    names.set(name, times);
    return testOf(one, times === 1 ? name : `${name} (${times})`);
  });
  return [
    heading,
    ['node:fs', 'node:http', 'node:https'].map((name) => importOf(name, isModule)).join('\n'),
    [...changingFunctions, ...runtimeFunctions].map(String).join('\n\n'),
    sendingProgram,
    tests.join('\n\n'),
    '',
  ].join('\n\n');
}

const heading = `// Findings of prism-oauth-conformance as tests: each fails while its violation shows.
// Set PRISM_TARGET, PRISM_USERNAME and PRISM_PASSWORD; PRISM_CA names a file of certificates to trust, and
// PRISM_INSECURE=true accepts any. Every test registers what it needs and removes it.`;

function importOf(name: string, isModule: boolean): string {
  const local = name.slice('node:'.length);
  return isModule ? `import ${local} from '${name}';` : `const ${local} = require('${name}');`;
}

/** Operation, rule and claim; the place tells several findings of a rule apart. */
function nameOf({ record, finding, ...one }: Reproduction | Unshown): string {
  const claim = 'facts' in one ? `: ${one.facts.claim}` : '';
  const place = finding.at === '' ? 'the body' : finding.at;
  return printableLine(`${record.operation} ${record.rule}${claim} (${place}, ${finding.family})`);
}

/** Longer than all waits and timeouts of a case. */
const longestMs = 120_000;

function testOf(one: Reproduction | Unshown, name: string): string {
  if (!isShown(one))
    return `// ${printableLine(one.reason)}: ${printableLine(one.replay)}\ntest.todo(${literal(name)});`;
  const { finding, steps, check, basePath, replay } = one;
  const { at, expected, actual } = finding;
  const facts = literal({ basePath, at, expected, actual, check, steps });
  return `// ${replay}\ntest(${literal(name)}, () => reproduce(${facts}), ${longestMs});`;
}

/** JSON is JavaScript. */
function literal(value: unknown): string {
  return JSON.stringify(value, null, 2);
}
