import type { TargetAnswer } from './answer.ts';
import { authenticate } from './authenticate.ts';
import type { Answering, Context } from './behaviour.ts';
import type { Call } from './call.ts';
import { errorAnswer } from './envelope.ts';
import { operations } from './operations/index.ts';
import { Refusal } from './refusal.ts';
import { wrapAll } from './wrap/wrap-all.ts';

/** Answers every call, whatever it is. */
export type Gateway = (call: Call) => Promise<TargetAnswer>;

/** Builds the gateway: routing, then credentials, then the operation, inside the behaviour's wrappers. */
export function buildGateway(context: Context): Gateway {
  const answering = wrapAll((call) => answerCall(call, context), context);
  return async (call) => {
    try {
      return await answering(call);
    } catch (error) {
      return refuse(error, call);
    }
  };
}

/** Turns a refusal into its answer here, so that wrappers only see answers. */
async function answerCall(call: Call, context: Context): Promise<TargetAnswer> {
  try {
    return await perform(call, context);
  } catch (error) {
    return refuse(error, call);
  }
}

function perform(call: Call, context: Context): Answering {
  if (call.resource === null) throw new Refusal(404, 'ENTITY_NOT_FOUND', 'The path does not exist.');
  const headers = { Allow: call.resource.allow };
  if (call.method === 'OPTIONS') return { status: 204, headers, body: null };
  if (call.operation === null) {
    throw new Refusal(405, 'REQUEST_NOT_SUPPORTED', 'The path does not have the method.', headers);
  }
  if (context.behaviour.needsCredentials(call.operation)) authenticate(call, context);
  for (const check of context.behaviour.preconditions) check(call, context);
  return operations[call.operation](call, context);
}

function refuse(error: unknown, call: Call): TargetAnswer {
  const refusal =
    error instanceof Refusal ? error : new Refusal(500, 'INTERNAL_ERROR', 'The request has failed.');
  return errorAnswer(refusal, call.operation);
}
