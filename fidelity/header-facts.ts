import type { HttpResponse } from '../driver/exchange.ts';
import { hasNoStore, headerValues, mediaTypeOf } from '../checks/read/headers.ts';
import type { AnswerFact } from './fact.ts';

/** Headers that servers and proxies may add freely, and those that other facts cover. */
const passedOver: readonly string[] = [
  'age',
  'connection',
  'content-length',
  'content-type',
  'date',
  'keep-alive',
  'location',
  'transfer-encoding',
];

/** Headers that tell a client something about the API. All others depend on the server that hosts it. */
const telling: Readonly<Record<string, (response: HttpResponse) => string>> = {
  allow: (response) => words(response, 'allow', /[^\s,]+/g),
  'www-authenticate': (response) => words(response, 'www-authenticate', /(?:^|,\s*)([\w-]+)(?=\s|$)/g),
  'cache-control': (response) => (hasNoStore(response) ? 'no-store' : 'cacheable'),
  'retry-after': () => 'present',
  'content-encoding': (response) => words(response, 'content-encoding', /[\w-]+/g),
};

/** The media type of an answer, what its headers say about the API, and the names of its other headers. */
export function headerFacts(response: HttpResponse): readonly AnswerFact[] {
  const names = [...response.headers.keys()].filter((name) => !passedOver.includes(name)).sort();
  return [
    { facet: 'media type', at: 'content-type', value: mediaTypeOf(response) ?? 'none' },
    ...names.map((name) => headerFact(name, response)),
  ];
}

function headerFact(name: string, response: HttpResponse): AnswerFact {
  const tell = Object.hasOwn(telling, name) ? telling[name] : undefined;
  return tell === undefined
    ? { facet: 'incidental header', at: name, value: 'present' }
    : { facet: 'header', at: name, value: tell(response) };
}

function words(response: HttpResponse, name: string, word: RegExp): string {
  const found = headerValues(response, name).flatMap((value) =>
    [...value.matchAll(word)].map(([whole, part = whole]) => part.toLowerCase()),
  );
  return [...new Set(found)].sort().join(', ');
}
