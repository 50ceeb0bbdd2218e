import type { OperationId } from '../../spec/operation-ids.ts';
import type { Capture, RequestTemplate, Step } from '../case.ts';
import { generatedCaptures } from './generate-step.ts';

/** The step that a case is about. A client or token that it creates is kept as `created.*`. */
export function mainRequestStep(operation: OperationId, request: RequestTemplate): Step {
  return { name: 'main', role: 'main', operation, request, captures: mainCaptures(operation) };
}

function mainCaptures(operation: OperationId): readonly Capture[] {
  switch (operation) {
    case 'oauth_client_post':
      return [
        { slot: 'created.id', from: 'body', pointer: '/client_id' },
        { slot: 'created.secret', from: 'body', pointer: '/client_secret' },
      ];
    case 'oauth_generate_token_post':
      return generatedCaptures('created');
    default:
      return [];
  }
}
