import { metadataConsistent } from '../../../checks/list/rules.ts';
import type { PlainAttempt } from '../answered.ts';
import { describeRule } from '../describe-rule.ts';
import { client, refusal } from '../samples.ts';

const listed = (asked: Readonly<Record<string, number>>, count: number, metadata: unknown): PlainAttempt => ({
  operation: 'oauth_client_list_post',
  json: asked,
  answer: { status: 200, body: { entities: Array.from({ length: count }, () => client), metadata } },
});

describeRule(metadataConsistent, {
  passes: {
    'nothing but the kind': listed({}, 3, { kind: 'oauth_client' }),
    'the length of the page, and all': listed({ length: 2, offset: 1 }, 2, {
      length: 2,
      offset: 1,
      total_matches: 3,
    }),
    'the length that was asked for': listed({ length: 50 }, 3, { length: 50 }),
    'a length of its own where none was asked for': listed({}, 3, { length: 20, offset: 0 }),
    'a page beyond the end': listed({ offset: 99 }, 0, { offset: 3, length: 0, total_matches: 3 }),
    'a mistyped member, which violates the schema': listed({}, 1, { total_matches: '0' }),
  },
  violates: {
    'fewer in all than there are': [listed({}, 3, { total_matches: 0 }), '/metadata/total_matches'],
    'those of the page as all': [
      listed({ length: 2, offset: 1 }, 2, { total_matches: 2 }),
      '/metadata/total_matches',
    ],
    'a shorter page': [listed({}, 3, { length: 2 }), '/metadata/length'],
    'a longer page than was asked for': [listed({ length: 2 }, 2, { length: 3 }), '/metadata/length'],
    'another offset': [listed({ offset: 1 }, 1, { offset: 0 }), '/metadata/offset'],
  },
  passesOver: {
    'a refusal': { ...listed({}, 0, {}), answer: refusal(400) },
    'no metadata': listed({}, 1, undefined),
    'a broken request': { ...listed({}, 1, {}), expectation: 'refuse', brokenAt: '/length' },
  },
});
