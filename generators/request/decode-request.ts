import type { Contract, Operation } from '../../spec/operation.ts';
import type { WireRequest } from '../../driver/exchange.ts';
import { isOddText } from '../text/characters.ts';
import { buildPath } from './build-request.ts';
import { decodeFormBody } from './decode-form-body.ts';
import { decodeJsonBody } from './decode-json-body.ts';
import { decodePairs, decodePercent } from './decode-parts.ts';
import type { Oddity } from './finding.ts';
import { findOddText } from './finding.ts';
import { judgeMembers } from './judge-members.ts';

/** How the contract classifies the bytes of a request. */
export interface Decoded {
  readonly label: 'valid' | 'invalid' | 'neither';
  /** As in `Breakage`: a JSON pointer, `form:NAME`, `query:NAME`, `path`, `method` or `header:NAME`. */
  readonly at: string;
  readonly reason: string;
}

const byWeight = ['unclear', 'invalid', 'neither'] as const;

/**
 * Reads a request's bytes as a server would, and labels them by the contract: `valid` must be accepted, `invalid`
 * refused, and `neither` may be either. Only the request is considered: whether credentials, ids, codes and tokens are
 * good is for the target to decide. One invalid part makes the whole invalid. If the bytes can be read in several ways,
 * nothing else is judged.
 */
export function decodeRequest(contract: Contract, operation: Operation, wire: WireRequest): Decoded {
  const [path = '', ...query] = wire.path.split('?');
  const findings = [
    ...judgeRoute(contract, operation, wire.method, path),
    ...judgeQuery(operation, query.join('?')),
    ...judgeHeaders(operation, wire),
    ...judgeBody(operation, wire),
  ];
  const worst = byWeight
    .map((label) => findings.find((finding) => finding.label === label))
    .find((finding) => finding !== undefined);
  if (worst === undefined) return { label: 'valid', at: '', reason: 'fits the contract' };
  const { label, at, reason } = worst;
  return { label: label === 'unclear' ? 'neither' : label, at, reason };
}

function judgeRoute(
  contract: Contract,
  operation: Operation,
  method: string,
  path: string,
): readonly Oddity[] {
  if (method !== operation.method) {
    return [{ label: 'invalid', at: 'method', reason: `the operation is ${operation.method}` }];
  }
  const wanted = buildPath(`${contract.basePath}${operation.path}`, { raw: '' });
  const segments = path.slice(1).split('/');
  const isSame =
    segments.length === wanted.length &&
    wanted.every((piece, index) =>
      typeof piece === 'string' ? piece === segments[index] : segments[index] !== '',
    );
  if (!isSame) return [{ label: 'invalid', at: 'path', reason: 'not the path of the operation' }];
  const decoded = decodePercent(path);
  if (decoded === null) return [{ label: 'unclear', at: 'path', reason: 'a bad percent escape' }];
  return isOddText(decoded) ? [{ label: 'neither', at: 'path', reason: 'odd characters' }] : [];
}

function judgeQuery({ parameters }: Operation, query: string): readonly Oddity[] {
  const described = parameters.filter((parameter) => parameter.in === 'query');
  const { values, repeated, flaw } = decodePairs(query);
  if (flaw !== null) return [{ label: 'unclear', at: 'query', reason: flaw }];
  if (repeated.length > 0) {
    return [{ label: 'unclear', at: `query:${repeated.join()}`, reason: 'a repeated query parameter' }];
  }
  const names = new Set(described.map(({ name }) => name));
  const unknown = [...values.keys()].filter((name) => !names.has(name));
  return [
    ...unknown.map((name): Oddity => ({ label: 'neither', at: `query:${name}`, reason: 'not described' })),
    ...[...values].flatMap(([name, value]) => findOddText(value, `query:${name}`)),
    ...judgeMembers(described, values, 'query'),
  ];
}

/** Only required ones are sent. Names of headers are case-insensitive, those of cookies are not. */
function judgeHeaders({ parameters }: Operation, { headers }: WireRequest): readonly Oddity[] {
  const of = (place: 'header' | 'cookie') => parameters.filter((it) => it.in === place && it.required);
  if (of('header').length === 0 && of('cookie').length === 0) return [];
  const sent = new Map(headers.map(([name, value]) => [name.toLowerCase(), value]));
  const values = new Map(of('header').map(({ name }) => [name, sent.get(name.toLowerCase()) ?? '']));
  const cookies = (sent.get('cookie') ?? '').split('; ').map((pair): [string, string] => {
    const [name = '', ...value] = pair.split('=');
    return [name, value.join('=')];
  });
  return [
    ...judgeMembers(of('header'), values, 'header'),
    ...judgeMembers(of('cookie'), new Map(cookies), 'cookie'),
  ];
}

function judgeBody({ id, body: described }: Operation, { headers, body }: WireRequest): readonly Oddity[] {
  const bytes = body ?? new Uint8Array();
  if (described === null) {
    return bytes.length === 0 ? [] : [{ label: 'neither', at: '', reason: 'a body that is not described' }];
  }
  if (bytes.length === 0) {
    return described.required ? [{ label: 'invalid', at: '', reason: 'the body is missing' }] : [];
  }
  return described.mediaType === 'application/json'
    ? decodeJsonBody(described.schema, headers, bytes)
    : decodeFormBody(id, described.schema, headers, bytes);
}
