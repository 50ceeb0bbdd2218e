import { catalogue, rulesOf } from '../../checks/catalogue.ts';
import type { Rule } from '../../checks/rule.ts';
import { breakageKinds } from '../../generators/breakage-kind.ts';
import { familiesOf } from '../../generators/families.ts';
import type { Family } from '../../generators/family.ts';
import { mainStep } from '../../generators/case.ts';
import { items, text } from '../../reports/explain/topic.ts';
import type { Section, Topic } from '../../reports/explain/topic.ts';
import type { SuiteId } from '../../spec/operation-ids.ts';
import { suiteIds } from '../../spec/operation-ids.ts';
import type { Contract } from '../../spec/operation.ts';
import { drawCases } from '../../suites/engine/draw-cases.ts';
import { describeWord } from './words.ts';

/** A family, with the suite that has it. */
interface Placed {
  readonly suite: SuiteId;
  readonly family: Family;
}

/** All names that can be asked for, besides verdicts and exit codes: rules, families, kinds of breakage, prefixes. */
export function knownNames(contract: Contract): ReadonlySet<string> {
  const families = placedFamilies(contract).map(({ family }) => family.name);
  const kinds = families.flatMap((name) => /^broken\.([^:]+)/.exec(name)?.[1] ?? []);
  const ids = catalogue.map(({ id }) => id);
  return new Set(
    [...ids, ...families, ...kinds, ...breakageKinds].flatMap((name) => [name, ...prefixesOf(name)]),
  );
}

/**
 * What begins with a name: the name of a family, a kind of breakage, or the first words of these or of rules. Null if
 * nothing does. `asked` is in lower case.
 */
export function explainName(asked: string, contract: Contract): Topic | null {
  const name = asked.replace(/\.?\*?$/, '');
  const rules = catalogue.filter(({ id }) => begins(id, name));
  const placed = placedFamilies(contract).filter(
    ({ family }) => begins(family.name, name) || begins(family.name, `broken.${name}`),
  );
  const [first] = placed;
  const isKind = breakageKinds.some((kind) => begins(kind, name));
  if (first === undefined && rules.length === 0 && !isKind) return null;
  const isSingle = new Set(placed.map(({ family }) => family.name)).size === 1;
  return {
    title: name,
    lead: leadOf(name, first?.family),
    sections: [
      ...(rules.length === 0 ? [] : [{ heading: 'Rules', blocks: [items(rules.map(ruleLine))] }]),
      ...(placed.length === 0 && rules.length > 0 ? [] : [familySection(placed)]),
      ...(first !== undefined && isSingle ? [caseSection(first), ...aboutSection(first, rules)] : []),
    ],
  };
}

function leadOf(name: string, family: Family | undefined): string {
  return describeWord(name) ?? describeWord(family?.name ?? '') ?? `The rules that begin with ${name}.`;
}

function begins(name: string, words: string): boolean {
  const lower = name.toLowerCase();
  return lower === words || lower.startsWith(`${words}.`) || lower.startsWith(`${words}:`);
}

/** What stands before each of the signs that part a name. */
function prefixesOf(name: string): readonly string[] {
  return [...name.matchAll(/[.:]/g)].map(({ index }) => name.slice(0, index));
}

function placedFamilies(contract: Contract): readonly Placed[] {
  return suiteIds.flatMap((suite) => familiesOf(contract, suite).map((family) => ({ suite, family })));
}

function ruleLine({ id, level, claim }: Rule): string {
  return `\`${id}\` (${level}): ${claim}`;
}

function familySection(placed: readonly Placed[]): Section {
  const names = [...new Set(placed.map(({ family }) => family.name))];
  const lines = names.map((name) => {
    const suites = placed.filter(({ family }) => family.name === name).map(({ suite }) => suite);
    return `\`${name}\`: ${suites.join(', ')}`;
  });
  return {
    heading: 'Families of cases, and where they are',
    blocks: [lines.length === 0 ? text('The contract of this package gives no case of it.') : items(lines)],
  };
}

const expectations = {
  accept: 'the target must accept it',
  refuse: 'the target must refuse it with a 4xx and the documented error',
  either: 'the target may accept or refuse it',
  clean: 'the target must answer it cleanly: no server error, no hang',
} as const;

/** What a case of a family looks like, as the first one that is drawn. */
function caseSection({ suite, family }: Placed): Section {
  const [drawn] = drawCases({ families: [family], suite, seed: 1, runs: 1 });
  if (drawn === undefined)
    return { heading: 'A case of it', blocks: [text('The contract gives no case of it.')] };
  const { testCase } = drawn;
  const { breakage, expectation, steps } = testCase;
  const main = mainStep(testCase).name;
  return {
    heading: 'A case of it',
    blocks: [
      items([
        `steps: ${steps.map(({ name, operation }) => `${name} (${operation})`).join(', ')}`,
        `the request of the step ${main} is judged first: ${expectations[expectation]}`,
        ...(breakage === null ? [] : [`broken: \`${breakage.kind}\` at \`${breakage.at}\``]),
      ]),
    ],
  };
}

/** Further rules that are about this family by its name. Others judge it as they judge any. */
function aboutSection({ suite, family }: Placed, listed: readonly Rule[]): readonly Section[] {
  const rules = rulesOf(suite).filter(
    (rule) =>
      !listed.includes(rule) && rule.families?.some((prefix) => family.name.startsWith(prefix)) === true,
  );
  if (rules.length === 0) return [];
  return [{ heading: 'Rules that are about it', blocks: [items(rules.map(ruleLine))] }];
}
