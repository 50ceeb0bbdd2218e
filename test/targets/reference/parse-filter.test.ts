import { describe, expect, it } from '@jest/globals';
import { parseFilter } from '../../../targets/reference/parse-filter.ts';
import { Refusal } from '../../../targets/reference/refusal.ts';

const entity = { client_name: 'my app', redirect_uris: ['https://a.example/', 'https://b.example/'] };

describe('parseFilter', () => {
  it.each([
    ['', true],
    ['client_name==my%20app', true],
    ['client_name==my*', true],
    ['client_name==app', false],
    ['client_name!=app', true],
    ['client_name==x,client_name==my app', true],
    ['client_name==my app;client_id==x', false],
    ['redirect_uris==https://b.example/', true],
    ['constructor==x', false],
    ['client_name=gt=a', true],
  ])('passes an entity through %j: %j', (filter, passes) => {
    expect(parseFilter(filter)(entity)).toBe(passes);
  });

  it.each(['client_name', '==x', '((', 'client_name=x', 'a==b;'])('refuses %j', (filter) => {
    expect(() => parseFilter(filter)).toThrow(Refusal);
  });
});
