import type { TargetAnswer } from '../../../targets/reference/answer.ts';
import type { Call } from '../../../targets/reference/call.ts';
import { Refusal } from '../../../targets/reference/refusal.ts';
import { bodyForm } from '../../../targets/reference/wrap/read-call.ts';
import type { Adapter, AdapterAnswer } from '../adapter.ts';
import { membersOf, refusalOf } from '../translate.ts';

/** POST /oauth/token: the library's token endpoint, with the form as it came. */
export async function redeem(call: Call, adapter: Adapter): Promise<TargetAnswer> {
  // A parameter of the contract alone, which OAuth has a library ignore.
  if (bodyForm(call).getAll('state').length > 1)
    throw new Refusal(400, 'INVALID_REQUEST', 'The parameter state is sent more than once.');
  const answer = await adapter.pass('token', call);
  if (answer.status >= 300) throw refusalOf(answer);
  return { status: answer.status, headers: headersOf(answer), ...(await bodyOf(answer, adapter)) };
}

/** The contract requires a `scope`, which RFC 6749 section 5.1 lets a server leave out. */
async function bodyOf(
  answer: AdapterAnswer,
  adapter: Adapter,
): Promise<Pick<TargetAnswer, 'body' | 'payload'>> {
  const members = membersOf(answer);
  if (typeof members['access_token'] !== 'string' || members['scope'] !== undefined)
    return { body: null, payload: answer.body };
  const found = await adapter.lookUp(members['access_token']);
  return { body: { ...members, scope: found?.scope ?? '' } };
}

const passedOn = { 'content-type': 'Content-Type', 'cache-control': 'Cache-Control', pragma: 'Pragma' };

function headersOf({ headers }: AdapterAnswer): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(passedOn).flatMap(([name, written]) => {
      const value = headers[name];
      return value === undefined ? [] : [[written, value]];
    }),
  );
}
