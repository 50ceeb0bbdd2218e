import type { AnswerRule } from '../rule.ts';
import { mediaTypeOf } from '../read/media-type-of.ts';
import { repeatedMember } from '../read/repeated-member.ts';
import { show } from '../read/show.ts';

/** Parsers differ in which of two members with one name they keep. */
export const jsonUniqueMembers: AnswerRule = {
  on: 'answer',
  id: 'response.json.unique-members',
  level: 'SHOULD',
  source: { document: 'RFC 8259', section: '4' },
  claim: 'writes JSON objects whose member names are unique',
  operations: 'all',
  appliesTo: ({ response }) =>
    response.body.length > 0 &&
    !response.isCut &&
    mediaTypeOf(response) === 'application/json' &&
    response.json !== undefined,
  judge: ({ response }) => {
    const name = repeatedMember(response.text ?? '', response.json);
    return name === null
      ? []
      : [{ at: '', expected: 'each member once', actual: `${show(name)} more than once` }];
  },
};
