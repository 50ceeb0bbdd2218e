import { type Answer, jsonAnswer } from '../answer.ts';
import type { Client } from '../store.ts';

/** The answer that holds one client. */
export function clientAnswer(client: Client): Answer {
  return jsonAnswer(200, { ...client });
}
