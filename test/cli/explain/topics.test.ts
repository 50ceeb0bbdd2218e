import { beforeAll, describe, expect, it } from '@jest/globals';
import { verdicts } from '../../../checks/verdict.ts';
import { askedExitCodes, explainExitCode } from '../../../cli/explain/exit-code-topics.ts';
import { explainName, knownNames } from '../../../cli/explain/name-topics.ts';
import { askedVerdicts, explainVerdict } from '../../../cli/explain/verdict-topics.ts';
import { breakageKinds } from '../../../generators/breakage-kind.ts';
import { sessionFamilyNames } from '../../../generators/session/family-name.ts';
import { loadBundledContract } from '../../../spec/load-contract.ts';
import type { Contract } from '../../../spec/operation.ts';

let contract: Contract;
beforeAll(async () => {
  contract = await loadBundledContract();
});

describe('the explanations of verdicts and exit codes', () => {
  it('has every verdict, and what is flaky', () => {
    expect(askedVerdicts.toSorted()).toEqual([...verdicts, 'flaky'].toSorted());
    for (const verdict of askedVerdicts) expect(explainVerdict(verdict)?.sections.length).toBeGreaterThan(1);
  });

  it('has every exit code', () => {
    expect(askedExitCodes).toEqual(['0', '1', '2', '3', '4', '130']);
    for (const code of askedExitCodes) expect(explainExitCode(code)?.lead).toContain(`exits with ${code}`);
    expect(explainExitCode('5')).toBeNull();
  });
});

describe('the explanations of names', () => {
  it('has every family, kind of breakage and prefix', () => {
    const unexplained = [...knownNames(contract)].filter(
      (name) => (explainName(name.toLowerCase(), contract)?.sections ?? []).length === 0,
    );
    expect(unexplained).toEqual([]);
  });

  it('has every family of sessions, and every kind of breakage', () => {
    const names = knownNames(contract);
    expect([...sessionFamilyNames, ...breakageKinds].filter((name) => !names.has(name))).toEqual([]);
  });

  it('says of a kind of breakage of which the contract gives no case that there is none', () => {
    expect(JSON.stringify(explainName('cookie.missing', contract))).toContain('gives no case of it');
  });

  it('shows a case of a family, and the rules that are about it', () => {
    const topic = explainName('code.redirect.slash', contract);
    expect(topic?.sections.map(({ heading }) => heading)).toEqual([
      'Families of cases, and where they are',
      'A case of it',
      'Rules that are about it',
    ]);
    expect(JSON.stringify(topic)).toContain('code.redirect.bound');
  });

  it('has nothing of a name that there is not, nor of the inside of objects', () => {
    for (const name of ['nothing', 'constructor', '__proto__', 'code.replay.refuse', ''])
      expect(explainName(name, contract)).toBeNull();
  });
});
