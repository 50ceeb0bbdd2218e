import { mainStep } from '../../generators/case.ts';
import type { AnswerRule } from '../rule.ts';
import { show } from '../read/show.ts';

/** Without a Content-Type a recipient may look at the content (RFC 9110 section 8.3), so that is not judged. */
export const mediaTypeRefused: AnswerRule = {
  on: 'answer',
  id: 'request.media-type.refused',
  level: 'SHOULD',
  source: { document: 'RFC 9110', section: '15.5.16' },
  claim: 'refuses a JSON body that is labelled as another media type',
  operations: [
    'oauth_client_post',
    'oauth_client_list_post',
    'oauth_client_client_id_put',
    'oauth_generate_token_post',
  ],
  appliesTo: ({ case: testCase, response: { status } }) =>
    testCase.aspect === 'media-type' &&
    testCase.expectation !== 'accept' &&
    status < 500 &&
    (mainStep(testCase).request.body?.mediaType ?? null) !== null,
  judge: ({ case: testCase, response: { status } }) =>
    status >= 400
      ? []
      : [
          {
            at: 'status',
            expected: '415 or another 4xx',
            actual: `${status} to ${show(mainStep(testCase).request.body?.mediaType)}`,
          },
        ],
};
