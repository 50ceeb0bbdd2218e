import { clientAnswer } from './client-answer.ts';
import { findClient } from './find-client.ts';
import type { Perform } from './operation.ts';

/** GET /oauth/client/{client_id}. */
export const readClient: Perform = (call, context) => clientAnswer(findClient(call, context));
