import { describe, expect, it } from '@jest/globals';
import { formatCasePath, parseCasePath } from '../../../suites/engine/case-path.ts';
import { deriveSeed, drawCases, drawShrinkable } from '../../../suites/engine/draw-cases.ts';
import { quotas } from '../../../suites/engine/shares.ts';
import { textFamily } from './fake-suite.ts';

const families = [
  textFamily('valid.one'),
  textFamily('valid.two'),
  textFamily('broken.one', { polarity: 'broken' }),
];
const plan = { families, suite: 'oauth_idp_login_get', seed: 7, runs: 100 };

describe('seeds', () => {
  it('differ by every name and by the run seed', () => {
    const seeds = [
      deriveSeed(1, 'a', 'b'),
      deriveSeed(1, 'ab'),
      deriveSeed(1, 'b', 'a'),
      deriveSeed(2, 'a', 'b'),
      deriveSeed(1, 'a', 'b', 0),
    ];
    expect(new Set(seeds).size).toBe(seeds.length);
  });

  it('are 32-bit integers', () => {
    for (let seed = -5; seed < 5; seed += 1) expect(deriveSeed(seed, 'x') | 0).toBe(deriveSeed(seed, 'x'));
  });
});

describe('families that no rule is about', () => {
  it('are left out, and the others keep the cases that they have beside them', () => {
    const [one] = families;
    const drawn = [...drawCases({ ...plan, isNeeded: (family) => family === one })];
    expect(drawn.length).toBeGreaterThan(0);
    expect(drawn).toEqual([...drawCases(plan)].filter(({ family }) => family === one));
  });
});

describe('quotas', () => {
  it('give every family a case before any gets a second', () => {
    expect([...quotas(families, 4).values()]).toEqual([2, 1, 1]);
  });

  it('stop at what a family calls enough, and hand the rest to the others', () => {
    const small = textFamily('small', { enough: 3 });
    const large = textFamily('large');
    expect([...quotas([small, large], 50).values()]).toEqual([3, 47]);
  });

  it('give a family its weight in each turn, and no more than is enough of it', () => {
    const heavy = textFamily('heavy', { enough: 10, weight: 4 });
    const light = textFamily('light', { enough: 100 });
    expect([...quotas([light, heavy], 5).values()]).toEqual([1, 4]);
    expect([...quotas([light, heavy], 12).values()]).toEqual([3, 9]);
    expect([...quotas([light, heavy], 30).values()]).toEqual([20, 10]);
  });

  it('end when all families have had enough', () => {
    expect([...quotas([textFamily('a', { enough: 2 })], 1_000_000).values()]).toEqual([2]);
  });
});

describe('drawing', () => {
  it('gives the same cases for the same plan', () => {
    expect([...drawCases(plan)]).toEqual([...drawCases(plan)]);
  });

  it('gives a family the same cases whatever other families there are', () => {
    const alone = [...drawCases({ ...plan, families: families.slice(0, 1), runs: 10 })];
    const among = [...drawCases(plan)].filter(({ family }) => family === families[0]).slice(0, 10);
    expect(alone.map(({ testCase }) => testCase)).toEqual(among.map(({ testCase }) => testCase));
  });

  it('gives other cases for another seed', () => {
    const [first] = drawCases(plan);
    const [other] = drawCases({ ...plan, seed: 8 });
    expect(first?.testCase).not.toEqual(other?.testCase);
  });

  it('ends with the cases that may end the target, and those are the same as elsewhere', () => {
    const bomb = textFamily('broken.bomb', { polarity: 'broken', isCrashProne: true });
    const drawn = [...drawCases({ ...plan, families: [bomb, ...families] })];
    const first = drawn.findIndex(({ family }) => family === bomb);
    expect(first).toBe(drawn.length - 50);
    expect(drawn.slice(first).every(({ family }) => family === bomb)).toBe(true);
    const plain = { ...bomb, isCrashProne: false };
    const early = [...drawCases({ ...plan, families: [plain, ...families] })];
    expect(drawn.slice(first).map(({ testCase }) => testCase)).toEqual(
      early.filter(({ family }) => family === plain).map(({ testCase }) => testCase),
    );
  });

  it('gives as many cases of each polarity as asked for', () => {
    const drawn = [...drawCases(plan)];
    expect(drawn.filter(({ family }) => family.polarity === 'valid')).toHaveLength(100);
    expect(drawn.filter(({ family }) => family.polarity === 'broken')).toHaveLength(100);
  });
});

describe('a case path', () => {
  it('leads to the case that was drawn', () => {
    for (const { family, path, testCase } of drawCases(plan)) {
      expect(drawShrinkable(plan, family, path)?.testCase).toEqual(testCase);
    }
  });

  it('is read as it was written', () => {
    const path = { family: 'broken.body:/a@b', chunk: 3, steps: [7, 0, 12] };
    expect(parseCasePath(formatCasePath(path))).toEqual(path);
  });

  it.each(['', 'family', 'family@1', 'family@1@', 'family@x@1', 'family@1@1:'])(
    'is not read from "%s"',
    (text) => {
      expect(parseCasePath(text)).toBeNull();
    },
  );

  it('that leads nowhere gives null', () => {
    const [family] = families;
    if (family === undefined) throw new Error('no family');
    expect(drawShrinkable(plan, family, { family: family.name, chunk: 0, steps: [9999] })).toBeNull();
  });
});
