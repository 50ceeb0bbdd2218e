import type { TargetAnswer } from '../../../targets/reference/answer.ts';
import type { Call } from '../../../targets/reference/call.ts';
import { Refusal } from '../../../targets/reference/refusal.ts';
import { bodyForm } from '../../../targets/reference/wrap/read-call.ts';
import type { Adapter, AdapterAnswer } from '../adapter.ts';
import { refusalOf } from '../translate.ts';

/** POST /oauth/authorize: the library's authorization endpoint, with the form as it came. */
export async function authorize(call: Call, adapter: Adapter, ownConsent: boolean): Promise<TargetAnswer> {
  if (!ownConsent) requireConsent(call);
  const answer = await adapter.pass('authorize', call);
  return isRedirect(answer) ? redirect(answer) : refuse(answer);
}

/** The contract's own parameter: exactly one yes or no. OAuth leaves open how consent is asked for. */
function requireConsent(call: Call): void {
  const [confirm, ...others] = bodyForm(call).getAll('confirm');
  if (others.length === 0 && (confirm === 'yes' || confirm === 'no')) return;
  throw new Refusal(400, 'INVALID_ARGUMENT', 'The parameter confirm is neither yes nor no.');
}

function isRedirect({ status, headers }: AdapterAnswer): boolean {
  return status >= 300 && status < 400 && headers['location'] !== undefined;
}

/** The contract knows 302 alone; 303 does the same to a browser. 307 stays, since it does not. */
function redirect({ status, headers }: AdapterAnswer): TargetAnswer {
  const { location = '', 'cache-control': caching } = headers;
  return {
    status: status === 303 ? 302 : status,
    headers: { Location: location, ...(caching === undefined ? {} : { 'Cache-Control': caching }) },
    body: null,
  };
}

function refuse(answer: AdapterAnswer): never {
  throw refusalOf(answer);
}
