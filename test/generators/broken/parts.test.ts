import { beforeAll, describe, expect, it } from '@jest/globals';
import { editForm, editJson, withoutPair, withPair } from '../../../generators/broken/edit-request.ts';
import { labelCase } from '../../../generators/broken/build-family.ts';
import {
  allowedTexts,
  isInteger,
  membersOf,
  nearTexts,
  otherTypes,
  textsOutside,
} from '../../../generators/broken/member.ts';
import type { Case } from '../../../generators/case.ts';
import { buildRequest } from '../../../generators/request/build-request.ts';
import { mainRequestStep } from '../../../generators/setup/setup-steps.ts';
import { loadBundledContract } from '../../../spec/load-contract.ts';
import type { Contract } from '../../../spec/operation.ts';

describe('texts outside a list', () => {
  it('are in another case, longer, shorter, two at once, and never of the list', () => {
    const texts = textsOutside('response_type', ['code']);
    expect(texts).toEqual(
      expect.arrayContaining(['token', 'id_token', 'code token', 'CODE', 'codes', 'cod']),
    );
    expect(texts).not.toContain('code');
  });

  it('are near a text that is given', () => {
    expect(nearTexts('yes')).toEqual(['YES', 'yes', 'yess', 'yes ', 'ye']);
  });

  it('leave out what the list has of what is known elsewhere', () => {
    expect(textsOutside('grant_type', ['password', 'PASSWORD'])).not.toContain('password');
  });

  it('are found for a parameter of which nothing is known, and for an empty list', () => {
    expect(textsOutside('colour', ['r'])).toEqual(['R', 'rs', 'r ', 'r r', 'other']);
    expect(textsOutside('colour', []).length).toBeGreaterThan(0);
  });
});

describe('members', () => {
  it('are those of an object schema, in order', () => {
    const members = membersOf({ properties: { a: { type: 'string' }, b: true }, required: ['b'] });
    expect(members).toEqual([
      { name: 'a', schema: { type: 'string' }, isRequired: false },
      { name: 'b', schema: {}, isRequired: true },
    ]);
  });

  it('are none where the schema says nothing', () => {
    expect(membersOf(true)).toEqual([]);
    expect(membersOf({})).toEqual([]);
  });

  it('do not take the types that their schema leaves out', () => {
    expect(otherTypes({ type: 'string' })).toEqual(['null', 'boolean', 'number', 'array', 'object']);
    expect(otherTypes({ type: ['integer', 'null'] })).toEqual(['boolean', 'string', 'array', 'object']);
    expect(otherTypes({})).toEqual([]);
  });

  it('are integers only where no other number is taken', () => {
    expect(isInteger({ type: 'integer' })).toBe(true);
    expect(isInteger({ type: ['integer', 'number'] })).toBe(false);
  });

  it('have a closed list under const and enum', () => {
    expect(allowedTexts({ const: 'a' })).toEqual(['a']);
    expect(allowedTexts({ enum: ['a', 1] })).toEqual(['a']);
    expect(allowedTexts({ type: 'string' })).toBeNull();
  });
});

describe('edits', () => {
  it('refuse a request that has not what they change', () => {
    const request = buildRequest('oauth_idp_login_get');
    expect(() => editJson((body) => body)(request)).toThrow(TypeError);
    expect(() => editForm((pairs) => pairs)(request)).toThrow(TypeError);
    expect(() => editJson((body) => body)(buildRequest('oauth_client_post', { json: [] }))).toThrow(
      TypeError,
    );
  });

  it('replace a pair where it stands, and add it where it is absent', () => {
    expect(
      withPair(
        [
          ['a', '1'],
          ['b', '2'],
        ],
        ['a', '3'],
      ),
    ).toEqual([
      ['a', '3'],
      ['b', '2'],
    ]);
    expect(withPair([['b', '2']], ['a', '3'])).toEqual([
      ['b', '2'],
      ['a', '3'],
    ]);
    expect(
      withoutPair(
        [
          ['a', '1'],
          ['b', '2'],
          ['a', '3'],
        ],
        'a',
      ),
    ).toEqual([['b', '2']]);
  });
});

describe('a label', () => {
  let contract: Contract;

  beforeAll(async () => {
    contract = await loadBundledContract();
  });

  function caseWith(json: Record<string, string | number>): Case {
    return {
      operation: 'oauth_client_list_post',
      family: 'broken.test',
      aspect: 'input',
      expectation: 'refuse',
      breakage: { kind: 'body.missing-member', at: '' },
      steps: [mainRequestStep('oauth_client_list_post', buildRequest('oauth_client_list_post', { json }))],
    };
  }

  it('stays where the bytes are invalid', () => {
    expect(labelCase(contract, caseWith({ length: 0 })).expectation).toBe('refuse');
  });

  it('allows success where the bytes are valid after all', () => {
    expect(labelCase(contract, caseWith({ length: 1 })).expectation).toBe('either');
  });

  it('allows success where the bytes are neither valid nor invalid', () => {
    expect(labelCase(contract, caseWith({ filter: '((' })).expectation).toBe('either');
  });

  it('is none of its business where the target decides', () => {
    const testCase: Case = { ...caseWith({ length: 1 }), aspect: 'credentials' };
    expect(labelCase(contract, testCase)).toBe(testCase);
  });
});
