import { beforeAll, describe, expect, it } from '@jest/globals';
import { observe } from '../../fidelity/observe.ts';
import type { Contract } from '../../spec/operation.ts';
import { buildAnswered, type PlainAttempt } from '../checks/answered.ts';
import { testContract } from '../checks/test-contract.ts';

let contract: Contract;
beforeAll(async () => {
  contract = await testContract();
});

const client = { client_name: 'Ann', client_description: 'd', redirect_uris: ['https://a/'] };

/** The facts of an attempt as `step facet at: value`. */
function seen(plain: PlainAttempt): readonly string[] {
  return observe(buildAnswered(contract, plain)).map(
    ({ step, facet, at, value }) => `${step} ${facet} ${at}: ${value}`,
  );
}

function registration(id: string, secret: string): PlainAttempt {
  const chosen = { client_id: id, client_secret: secret };
  return {
    operation: 'oauth_client_post',
    json: client,
    answer: { status: 200, headers: { date: `${id} o'clock` }, body: { ...client, ...chosen } },
    steps: { 'read-back': { answer: { status: 200, body: { ...client, ...chosen } } } },
  };
}

describe('an observation', () => {
  it('is the same whatever ids, secrets and times a target chooses', () => {
    const one = seen(registration('abcdefghij-_34567890', 'qwertyuiopqwertyuiop'));
    expect(seen(registration('ABCDEFGHIJKLMNOPQRST', 'zxcvbnmzxcvbnmzxcvbn'))).toEqual(one);
  });

  it('is made of a list that is longer than a call has arguments', () => {
    const facts = seen({
      operation: 'oauth_client_list_post',
      answer: { status: 200, body: { entities: Array.from({ length: 200_000 }, () => 1) } },
    });
    expect(facts).toContain('main form /entities/*: number');
  });

  it('tells where values come from', () => {
    const facts = seen(registration('abcdefghij-_34567890', 'qwertyuiopqwertyuiop'));
    expect(facts).toContain('main outcome status: 200');
    expect(facts).toContain('main relation /client_name: as sent');
    expect(facts).toContain('main constant /client_id: URL-safe, up to 32 characters');
    expect(facts).toContain('read-back relation /client_name: as sent by main');
    expect(facts).toContain('read-back relation /client_id: as answered to main');
    expect(facts.join()).not.toContain('abcdefghij');
  });

  it('tells a value that was not kept from one that was', () => {
    const plain = registration('abcdefghij-_34567890', 'qwertyuiopqwertyuiop');
    const changed = { ...plain, answer: { status: 200, body: { ...client, client_name: 'ann' } } };
    expect(seen(changed)).toContain('main relation /client_name: seen nowhere before');
    expect(seen(changed)).toContain('main form /client_name: string');
  });

  it('takes the words of a scope in any order and from any member', () => {
    const facts = seen({
      operation: 'oauth_generate_token_post',
      json: { scopes: ['b', 'a'], expires_in: 60 },
      answer: { status: 200, body: { oauth_token: { scopes: ['a', 'b'], scope: 'a b', expires_in: 60 } } },
    });
    expect(facts).toContain('main relation /oauth_token/scopes: as sent');
    expect(facts).toContain('main relation /oauth_token/scope: as sent');
    expect(facts).toContain('main relation /oauth_token/expires_in: as sent');
  });

  it('takes the items of a list together and tells nothing of the clients of others', () => {
    const entities = [{ client_id: 'abcdefghij' }, { client_id: null, client_name: 'Bob' }];
    const facts = seen({
      operation: 'oauth_client_list_post',
      json: { length: 7 },
      answer: { status: 200, body: { entities, metadata: { length: 7, total_matches: 3 } } },
    });
    expect(facts).toContain('main form /entities/*: object');
    expect(facts).toContain('main form /entities/*/client_id: null or string');
    expect(facts.filter((fact) => fact.includes('relation'))).toEqual([]);
  });

  it('names the form, the reasons and the telling headers of a refusal', () => {
    const messages = [{ reason: 'A' }, { reason: 'B', message: 'free text', details: { x: 'y' } }];
    const facts = seen({
      operation: 'oauth_client_post',
      answer: {
        status: 405,
        headers: { allow: 'PUT, get', 'cache-control': 'private, no-store', 'x-ntnx-env': 'pc' },
        body: { state: 'ERROR', code: 404, message_list: messages },
      },
    });
    expect(facts).toContain('main reason /message_list/*/reason: "A" or "B"');
    expect(facts).toContain('main constant /state: "ERROR"');
    expect(facts).toContain('main constant /code: another number');
    expect(facts).toContain('main header allow: get, put');
    expect(facts).toContain('main header cache-control: no-store');
    expect(facts).toContain('main incidental header x-ntnx-env: present');
    expect(facts.join()).not.toMatch(/free text|details\/x/);
  });

  it('names the form of a body that is no JSON, and the kind of a failure', () => {
    const page: PlainAttempt = { operation: 'oauth_client_post', answer: { status: 200, body: '<html>' } };
    expect(seen(page)).toContain('main form : HTML');
    expect(seen({ ...page, failure: 'hang' })).toEqual(['main outcome status: hang']);
  });

  it('tells where a redirect goes by what was sent', () => {
    const to = (location: string): readonly string[] =>
      seen({
        operation: 'oauth_authorize_post',
        form: [
          ['redirect_uri', 'https://app.example/cb?x=1'],
          ['state', 's t'],
        ],
        answer: { status: 302, headers: { location } },
      }).filter((fact) => fact.includes('redirect'));
    expect(to('https://app.example/cb?x=1&code=abcdefgh&state=s%20t')).toEqual([
      'main redirect destination: a redirect URI that was sent',
      'main redirect parameters: code, state',
      'main redirect parameters of the fragment: none',
      'main redirect code: URL-safe, up to 8 characters',
      'main redirect state: as sent',
    ]);
    expect(to('https://app.example/else?state=S#code=1')).toContain(
      'main redirect destination: elsewhere at the host of a redirect URI, by https:',
    );
    expect(to('https://evil.example/?state=S#code=1')).toContain('main redirect state: not as sent');
    expect(to('https://app.example/cb?code=1')).toContain(
      'main redirect destination: a place that a parameter names',
    );
    expect(to('/cb')).toContain('main redirect destination: a relative reference');
  });

  it('ends where steps race one another', () => {
    const answered = buildAnswered(contract, registration('abcdefghij-_34567890', 'qwertyuiopqwertyuiop'));
    const steps = answered.case.steps.map((step) =>
      step.name === 'read-back' ? { ...step, together: 'race' } : step,
    );
    const facts = observe({ ...answered, case: { ...answered.case, steps } });
    expect(new Set(facts.map(({ step }) => step))).toEqual(new Set(['main']));
  });

  it('of a body that is endlessly deep and wide comes to an end', () => {
    const deep = `${'['.repeat(500)}${']'.repeat(500)}`;
    const wide = Object.fromEntries(Array.from({ length: 5000 }, (_, index) => [`m${index}`, index]));
    const body = { deep: JSON.parse(deep) as unknown, wide };
    const facts = seen({ operation: 'oauth_client_post', answer: { status: 200, body } });
    expect(facts.length).toBeLessThan(250);
  });
});
