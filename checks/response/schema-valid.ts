import { compileSchema, type SchemaError } from '../../spec/compile-schema.ts';
import { resolvePointer } from '../../spec/json-pointer.ts';
import type { Answered, AnswerRule, Violation } from '../rule.ts';
import { documentedSuccess } from '../read/documented-success.ts';
import { hasByteOrderMark } from '../read/has-byte-order-mark.ts';
import { jsonAnswerOperations } from '../read/operation-groups.ts';
import { isSchemaDrift } from '../read/is-schema-drift.ts';
import { show } from '../read/show.ts';

/** Judged on successes; the form of errors has rules of its own, which tolerate known drift. */
export const schemaValid: AnswerRule = {
  on: 'answer',
  id: 'response.schema.valid',
  level: 'MUST',
  source: { document: 'contract', section: 'responses' },
  claim: 'answers a success with the documented model',
  operations: jsonAnswerOperations,
  // Text that is not UTF-8 and a byte order mark are left to the rule on UTF-8.
  appliesTo: (answered) =>
    (documentedSuccess(answered)?.schema ?? null) !== null &&
    !answered.response.isCut &&
    answered.response.text !== null &&
    !hasByteOrderMark(answered.response),
  judge,
};

function judge(answered: Answered): readonly Violation[] {
  const schema = documentedSuccess(answered)?.schema ?? true;
  const { json, body } = answered.response;
  if (json === undefined) {
    return [{ at: '', expected: 'JSON', actual: body.length === 0 ? 'no body' : 'a body that is not JSON' }];
  }
  const violations = compileSchema(schema)(json)
    .filter((error) => !isSchemaDrift(error, json))
    .map((error) => describe(error, json));
  // One a place: a fraction, for one, fails both the type and the format of an integer.
  return [...new Map(violations.map((violation) => [violation.at, violation])).values()];
}

function describe({ pointer, keyword, message, params }: SchemaError, json: unknown): Violation {
  const missing = params['missingProperty'];
  if (keyword === 'required' && typeof missing === 'string') {
    return { at: `${pointer}/${missing}`, expected: 'a required member', actual: 'absent' };
  }
  return { at: pointer, expected: message, actual: show(resolvePointer(json, pointer)) };
}
