import { readdirSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { catalogue, rulesOf } from '../../checks/catalogue.ts';
import { needsOf } from '../../checks/classification.ts';
import { featureNames, features } from '../../targets/features.ts';
import { contractProfile, loadProfile, type Profile } from '../../targets/profile.ts';
import { promisedFeature, ruledOut } from '../../targets/ruled-out.ts';
import { problemsOf, withFile } from './target-file.ts';

const ruleIds = catalogue.map(({ id }) => id);
const load = (file: string): Promise<Profile> => loadProfile(file, ruleIds);

describe('a profile', () => {
  it('is filled up with what the contract says', async () => {
    expect(await withFile({ name: 'contract' }, load)).toEqual(contractProfile);
  });

  it('may be YAML, in which off stays a word', async () => {
    const text = 'name: lab\nrules:\n  header.*:\n    off: another team owns the gateway\n';
    expect((await withFile(text, load)).rules).toEqual({
      'header.*': { off: 'another team owns the gateway' },
    });
  });

  it('tells all that is wrong at once, in its own words', async () => {
    const profile = {
      publik: [],
      public: ['oauth_nothing'],
      supports: { bearer: 'yes', dpop: true },
      rules: { 'no.such.*': { off: 'x' }, 'header.*': 'off', 'list.*': { off: ' ' } },
      limits: { maximumListLength: 0 },
    };
    expect(await problemsOf(profile, load)).toEqual([
      'name: expected the name of the profile, a text',
      'public[0]: there is no operation oauth_nothing; use an id of the contract',
      'supports.bearer: expected true, false or observe',
      'supports: there is no key dpop; correct or remove it',
      'rules.no.such.*: no rule is called so; the command "rules" lists them',
      'rules.header.*: expected {"off": "why the rule does not apply"}',
      'rules.list.*.off: expected why the rule does not apply, a text',
      'limits.maximumListLength: expected a whole number from 1',
      'there is no key publik (did you mean public?); correct or remove it',
    ]);
  });

  it.each([
    ['nothing', '', 'expected a profile, an object with a name'],
    ['a list', '[]', 'expected a profile, an object with a name'],
    ['broken YAML', '{"name": ', /Flow map/],
    ['a key twice', 'name: a\nname: b\n', /Map keys must be unique/],
    ['an alias that leads nowhere', 'name: *nobody\n', /nobody/],
  ])('of %s is refused', async (_, content, message) => {
    const problem: unknown = expect.stringMatching(message);
    expect(await problemsOf(content, load)).toEqual([problem]);
  });

  it('that is not there is refused', async () => {
    await expect(load('nowhere.yaml')).rejects.toThrow(
      /^nowhere\.yaml: cannot be read: there is no such file$/,
    );
  });
});

describe('the profiles of the package', () => {
  it.each(readdirSync('targets/profiles'))('%s loads and is called as its file', async (file) => {
    expect(`${(await load(`targets/profiles/${file}`)).name}.json`).toBe(file);
  });

  it('have one that is the default', async () => {
    expect(await load('targets/profiles/contract.json')).toEqual(contractProfile);
  });
});

describe('what a profile says of a rule', () => {
  const profile: Profile = {
    ...contractProfile,
    name: 'lab',
    public: ['oauth_idp_login_get'],
    supports: { ...contractProfile.supports, bearer: false, refreshRotation: true },
    rules: { 'header.*': { off: 'another team owns the gateway' } },
  };

  it.each([
    ['oauth_idp_login_get', 'auth.credentials.required', 'profile lab declares oauth_idp_login_get public'],
    ['oauth_token_post', 'auth.credentials.required', null],
    ['oauth_idp_login_get', 'auth.challenge.present', null],
    ['session', 'bearer.code.refused', 'profile lab declares supports.bearer false'],
    ['session', 'code.replay.refused', null],
    ['session', 'refresh.rotated.old-refused', null],
    [
      'oauth_client_post',
      'header.nosniff.well-formed',
      'profile lab switches header.* off: another team owns the gateway',
    ],
  ] as const)('%s %s: %s', (suite, rule, reason) => {
    expect(ruledOut(profile, suite, { id: rule, needs: needsOf(rule) })).toBe(reason);
  });

  it('names the feature that it promises', () => {
    expect(promisedFeature(profile, 'session', ['refreshRotation'])).toBe('refreshRotation');
    expect(promisedFeature(profile, 'session', ['bearer'])).toBeNull();
    expect(promisedFeature(profile, 'oauth_token_post', ['refreshRotation'])).toBeNull();
  });

  it.each(featureNames)('%s is needed by rules of its suite', (name) => {
    const needy = catalogue.filter(({ needs }) => needs.includes(name));
    expect(needy.length).toBeGreaterThan(0);
    expect(rulesOf(features[name].suite)).toEqual(expect.arrayContaining(needy));
  });

  it('names every feature in its table', () => {
    expect(featureNames).toEqual(Object.keys(features));
  });
});
