import { Buffer } from 'node:buffer';
import type { Answered } from '../../checks/rule.ts';
import type { Exchange, Failure, HttpResponse } from '../../driver/exchange.ts';
import type {
  Aspect,
  BodyTemplate,
  Breakage,
  Credentials,
  Expectation,
  Piece,
  Step,
} from '../../generators/case.ts';
import { entriesOf } from '../../generators/family.ts';
import type { StepName } from '../../generators/step-name.ts';
import type { JsonValue } from '../../spec/json-schema.ts';
import type { OperationId } from '../../spec/operation-ids.ts';
import type { Contract } from '../../spec/operation.ts';

/** An answer as plain data. An object or array is sent as JSON, text and bytes unchanged. */
export interface PlainAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string | readonly string[]>>;
  readonly body?: unknown;
  readonly isCut?: boolean;
}

/** A request as plain data. */
export interface PlainRequest {
  readonly method?: string;
  readonly path?: readonly Piece[];
  readonly query?: string;
  readonly json?: JsonValue;
  readonly form?: readonly (readonly [string, string])[];
  readonly mediaType?: string | null;
  readonly credentials?: Credentials;
}

/** Another step of the case, and its answer. */
export interface PlainStep extends PlainRequest {
  readonly answer?: PlainAnswer;
}

/** An attempt as plain data. Anything left out is taken from an ordinary valid case. */
export interface PlainAttempt extends PlainRequest {
  readonly operation: OperationId;
  readonly family?: string;
  readonly expectation?: Expectation;
  readonly aspect?: Aspect;
  readonly brokenAt?: string;
  /** Instead of `brokenAt`, if the kind matters. */
  readonly breakage?: Breakage;
  readonly answer: PlainAnswer;
  readonly failure?: Failure['kind'];
  readonly unsolicited?: Exchange['unsolicited'];
  readonly steps?: Partial<Readonly<Record<StepName, PlainStep>>>;
  readonly slots?: Readonly<Record<string, string>>;
  readonly secrets?: readonly string[];
}

const lawfulDate = 'Mon, 23 Nov 2026 17:30:00 GMT';

/** Builds the attempt that plain data describe. */
export function buildAnswered(contract: Contract, plain: PlainAttempt): Answered {
  const operation = contract.operations[plain.operation];
  const main = { method: operation.method, path: operation.path.slice(1).split('/'), ...plain };
  const slots = new Map(Object.entries(plain.slots ?? {}));
  const others = entriesOf(plain.steps ?? {});
  const response = buildResponse(plain.answer);
  const { failure, unsolicited } = plain;
  const exchange = {
    ...buildExchange(main, slots, failure === undefined ? response : null, failure),
    ...(unsolicited === undefined ? {} : { unsolicited }),
  };
  return {
    contract,
    operation,
    case: {
      operation: plain.operation,
      family: plain.family ?? 'valid.test',
      aspect: plain.aspect ?? 'input',
      expectation: plain.expectation ?? 'accept',
      breakage: breakageOf(plain),
      steps: [
        buildStep('main', 'main', plain.operation, main),
        ...others.map(([name, step]) => buildStep(name, 'probe', plain.operation, step)),
      ],
    },
    exchange,
    exchanges: new Map([
      ['main', exchange],
      ...others.flatMap(([name, step]): readonly (readonly [string, Exchange])[] =>
        step.answer === undefined ? [] : [[name, buildExchange(step, slots, buildResponse(step.answer))]],
      ),
    ]),
    slots,
    secrets: plain.secrets ?? [],
    response,
  };
}

function breakageOf({ breakage, brokenAt }: PlainAttempt): Breakage | null {
  return breakage ?? (brokenAt === undefined ? null : { kind: 'form.missing', at: brokenAt });
}

function buildStep(name: StepName, role: Step['role'], operation: OperationId, plain: PlainRequest): Step {
  return {
    name,
    role,
    operation,
    request: {
      method: plain.method ?? 'GET',
      path: plain.path ?? [],
      query: [],
      headers: [],
      credentials: plain.credentials ?? { type: 'valid' },
      body: buildBody(plain),
    },
    captures: [],
  };
}

function buildBody({ json, form, mediaType }: PlainRequest): BodyTemplate | null {
  if (json !== undefined)
    return { type: 'json', value: json, mediaType: mediaType === undefined ? 'application/json' : mediaType };
  if (form === undefined) return null;
  return { type: 'form', pairs: form, mediaType: 'application/x-www-form-urlencoded', space: '+' };
}

function buildExchange(
  plain: PlainRequest,
  slots: ReadonlyMap<string, string>,
  response: HttpResponse | null,
  failure?: Failure['kind'],
): Exchange {
  const path = (plain.path ?? []).map((piece) => pieceText(piece, slots)).join('/');
  const body =
    plain.form === undefined
      ? plain.json === undefined
        ? null
        : Buffer.from(JSON.stringify(plain.json))
      : Buffer.from(
          new URLSearchParams(plain.form.map(([name, value]): [string, string] => [name, value])).toString(),
        );
  return {
    request: {
      method: plain.method ?? 'GET',
      path: `/api/nutanix/v3/${path}${plain.query === undefined ? '' : `?${plain.query}`}`,
      headers: [],
      body,
    },
    response,
    failure: failure === undefined ? null : { kind: failure, message: failure },
    durationMs: 1,
  };
}

function pieceText(piece: Piece, slots: ReadonlyMap<string, string>): string {
  if (typeof piece === 'string')
    return encodeURIComponent(piece).replaceAll('%7B', '{').replaceAll('%7D', '}');
  return 'raw' in piece
    ? piece.raw
    : `${slots.get(piece.slot) ?? ''}${piece.change === undefined ? '' : 'x'}`;
}

function buildResponse({ status, headers = {}, body, isCut = false }: PlainAnswer): HttpResponse {
  const isJson = body !== undefined && typeof body !== 'string' && !(body instanceof Uint8Array);
  const bytes = toBytes(body, isJson);
  const all = { date: lawfulDate, ...(isJson ? { 'content-type': 'application/json' } : {}), ...headers };
  const text = toText(bytes);
  return {
    status,
    headers: new Map(
      Object.entries(all).map(([name, value]): [string, readonly string[]] => [
        name,
        typeof value === 'string' ? [value] : value,
      ]),
    ),
    body: bytes,
    isCut,
    text,
    json: toJson(text),
  };
}

function toBytes(body: unknown, isJson: boolean): Uint8Array {
  if (body instanceof Uint8Array) return body;
  return Buffer.from(isJson ? JSON.stringify(body) : typeof body === 'string' ? body : '');
}

function toText(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

function toJson(text: string | null): unknown {
  try {
    return text === null ? undefined : (JSON.parse(text) as unknown);
  } catch {
    return undefined;
  }
}
