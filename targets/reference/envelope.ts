import type { RoutedOperation } from './route.ts';
import type { TargetAnswer } from './answer.ts';
import { jsonAnswer } from './answer.ts';
import type { Refusal } from './refusal.ts';

/** The default of `api_version` in the contract. */
export const apiVersion = '3.1.0';

/** The kind of the status model that an operation documents; the gateway's own answers are of kind `oauth`. */
export function kindOf(operation: RoutedOperation | null): 'oauth' | 'oauth_client' {
  return operation?.startsWith('oauth_client') === true ? 'oauth_client' : 'oauth';
}

/** The status envelope of a refused request. */
export function errorAnswer(refusal: Refusal, operation: RoutedOperation | null): TargetAnswer {
  const { message, reason, details } = refusal;
  return jsonAnswer(
    refusal.status,
    {
      api_version: apiVersion,
      kind: kindOf(operation),
      state: 'ERROR',
      code: refusal.status,
      message_list: [details === null ? { message, reason } : { message, reason, details }],
    },
    refusal.headers,
  );
}

/** The status envelope of an operation that returns nothing else. */
export function completeAnswer(): TargetAnswer {
  return jsonAnswer(200, {
    api_version: apiVersion,
    kind: 'oauth',
    state: 'COMPLETE',
    code: 200,
    message_list: [],
  });
}
