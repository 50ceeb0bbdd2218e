import * as fc from 'fast-check';
import type { Attempt } from '../../checks/rule.ts';
import type { Exchange, HttpResponse } from '../../driver/exchange.ts';
import type { Case, Step } from '../../generators/case.ts';
import { mainStep } from '../../generators/case.ts';
import type { Family } from '../../generators/family.ts';
import { renderRequest } from '../../generators/request/render-request.ts';
import { buildSessionFamilies } from '../../generators/session/session-families.ts';
import { loadBundledContract } from '../../spec/load-contract.ts';
import type { Contract } from '../../spec/operation.ts';
import { captureSlots } from '../../suites/engine/slots.ts';

/** The answer to a step. A number is a status without a body, null is no answer. */
export type Reply =
  | number
  | null
  | { readonly status: number; readonly json?: unknown; readonly headers?: Readonly<Record<string, string>> };

/** Replies by step name. Other steps are answered as a faithful target without memory would. */
export type Replies = Readonly<Record<string, Reply | undefined>>;

/** What is needed to build attempts. */
export interface Sessions {
  readonly contract: Contract;
  readonly families: readonly Family[];
}

/** The project's own contract and its session families. */
export async function loadSessions(): Promise<Sessions> {
  const contract = await loadBundledContract();
  return { contract, families: buildSessionFamilies(contract) };
}

/** A case of a family. Equal seeds give equal cases. */
export function caseOf({ families }: Sessions, family: string, seed = 1): Case {
  const found = families.find(({ name }) => name === family);
  const [drawn] = found === undefined ? [] : fc.sample(found.cases, { seed, numRuns: 1 });
  if (drawn === undefined) throw new TypeError(`no family ${family}`);
  return drawn;
}

/** A case as it would run with these replies. */
export function attemptOf({ contract }: Sessions, testCase: Case, replies: Replies): Attempt {
  const slots = new Map<string, string>();
  const exchanges = new Map<string, Exchange>();
  for (const step of testCase.steps) {
    const own = replies[step.name];
    const reply = own === undefined ? faithfulReply(step, slots) : own;
    const exchange = exchangeOf(step, slots, reply, contract.basePath);
    if (exchange === null) continue;
    exchanges.set(step.name, exchange);
    for (const [slot, value] of captureSlots(step.captures, exchange)) slots.set(slot, value);
  }
  const main = mainStep(testCase);
  const exchange = exchanges.get(main.name);
  if (exchange === undefined) throw new TypeError(`${testCase.family}: main step could not be rendered`);
  const operation = contract.operations[testCase.operation];
  return { contract, operation, case: testCase, exchange, exchanges, slots, secrets: [] };
}

function exchangeOf(
  step: Step,
  slots: ReadonlyMap<string, string>,
  reply: Reply,
  basePath: string,
): Exchange | null {
  const target = { basePath, username: 'u', password: 'p' };
  try {
    const request = renderRequest(step.request, slots, target);
    const failure = reply === null ? ({ kind: 'hang', message: 'no answer' } as const) : null;
    return { request, response: reply === null ? null : responseOf(reply), failure, durationMs: 1 };
  } catch {
    return null;
  }
}

function responseOf(reply: Exclude<Reply, null>): HttpResponse {
  const { status, json, headers = {} } = typeof reply === 'number' ? { status: reply } : reply;
  const text = json === undefined ? '' : JSON.stringify(json);
  return {
    status,
    headers: new Map(Object.entries(headers).map(([name, value]) => [name, [value]])),
    body: new TextEncoder().encode(text),
    isCut: false,
    text,
    json,
  };
}

let counter = 0;

function faithfulReply(step: Step, slots: ReadonlyMap<string, string>): Reply {
  counter += 1;
  const own = `value-${counter}`;
  switch (step.operation) {
    case 'oauth_client_post':
    case 'oauth_client_client_id_put':
    case 'oauth_client_client_id_get':
    case 'oauth_client_client_id_delete':
      return clientReply(step, slots, own);
    case 'oauth_token_post':
      return { status: 200, json: { access_token: `a-${own}`, refresh_token: `r-${own}`, scope: 'all' } };
    case 'oauth_generate_token_post': {
      const oauth_token = { access_token: `a-${own}`, refresh_token: `r-${own}`, scopes: ['all'] };
      return { status: 200, json: { client_id: own, client_secret: `s-${own}`, oauth_token } };
    }
    case 'oauth_authorize_post':
      return redirectReply(step, own);
    case 'oauth_client_list_post':
      return { status: 200, json: { entities: [], metadata: { total_matches: 0 } } };
    case 'oauth_idp_login_get':
    case 'oauth_adfs_login_get':
    case 'oauth_idp_callback_get':
      return location(`https://idp.example/a?response_type=code&client_id=p&state=${own}`);
    default:
      return 200;
  }
}

export function location(uri: string, status = 302): Reply {
  return { status, headers: { location: uri } };
}

function clientReply(step: Step, slots: ReadonlyMap<string, string>, own: string): Reply {
  const body = step.request.body;
  const written = body?.type === 'json' ? (body.value as object) : {};
  const prefix = step.request.path.some(
    (p) => typeof p === 'object' && 'slot' in p && p.slot.startsWith('other'),
  )
    ? 'other'
    : 'client';
  const isNew = step.operation === 'oauth_client_post';
  const identity = {
    client_id: isNew ? own : slots.get(`${prefix}.id`),
    client_secret: isNew ? `s-${own}` : slots.get(`${prefix}.secret`),
  };
  return { status: 200, json: { ...written, ...identity } };
}

function redirectReply(step: Step, own: string): Reply {
  const body = step.request.body;
  const values = new Map(
    body?.type === 'form'
      ? body.pairs.map(([name, value]) => [typeof name === 'string' ? name : '', value])
      : [],
  );
  const uri = values.get('redirect_uri');
  const state = values.get('state');
  const base = typeof uri === 'string' ? uri : 'https://unknown.example/';
  const query = new URLSearchParams({ code: own, ...(typeof state === 'string' ? { state } : {}) });
  return location(`${base}${base.includes('?') ? '&' : '?'}${query.toString()}`);
}
