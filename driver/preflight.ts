import { collectSecrets } from './secrets/collect-secrets.ts';
import type { Exchange, Failure, HttpResponse } from './exchange.ts';
import type { Target } from './open-target.ts';
import { plainRequest } from './plain-request.ts';
import type { TargetLogin } from './plain-request.ts';
import { Redactor } from './secrets/redactor.ts';
import type { RedactedText } from './secrets/redacted.ts';
import { redactorOf } from './secrets/redactor-of.ts';

/** The state of a target before the run. */
export interface PreflightResult {
  /** Whether the run can go on. It can if the target has defects, but not if access is refused. */
  readonly canDrive: boolean;
  readonly code:
    | 'ready'
    | 'unresolved'
    | 'refused'
    | 'tls'
    | 'client-certificate'
    | 'proxy'
    | 'no-answer'
    | 'credentials-refused'
    | 'not-found'
    | 'not-prism';
  /** One line, with a remedy if there is one. */
  readonly message: RedactedText;
  /** The build or server that the target names, or null. */
  readonly build: RedactedText | null;
}

/**
 * Requests a list of one client, which changes nothing. If the answer is not as expected, the request is repeated
 * (gateways under load answer a sporadic 401) and a client that does not exist is read: one defective operation must
 * not keep the others from being judged.
 */
export async function checkTarget(
  target: Pick<Target, 'origin' | 'send'>,
  options: TargetLogin,
): Promise<PreflightResult> {
  const finding = await findOut(target, options);
  const secrets = [options.password];
  const { exchanges } = finding;
  return {
    canDrive: finding.canDrive,
    code: finding.code,
    // A certificate may contain any names.
    message: new Redactor({ secrets }).sentence(finding.message),
    build: buildOf(exchanges, secrets),
  };
}

/** The state of a target, with the exchanges that may name its build. */
interface Finding {
  readonly canDrive: boolean;
  readonly code: PreflightResult['code'];
  readonly message: string;
  readonly exchanges: readonly Exchange[];
}

async function findOut(target: Pick<Target, 'origin' | 'send'>, options: TargetLogin): Promise<Finding> {
  const list = plainRequest(options, 'POST', '/oauth/client/list', { length: 1 });
  const first = await target.send(list);
  if (isList(first)) return ready(first);
  if (first.failure !== null && isFinal(first.failure)) return unreachable(first.failure, target.origin);
  const others = [
    await target.send(list),
    await target.send(plainRequest(options, 'GET', '/oauth/client/preflight-no-such-client')),
  ];
  const again = others.find(isList);
  if (again !== undefined) return ready(again);
  return judgeOthers([first, ...others], target.origin, options);
}

function judgeOthers(exchanges: readonly Exchange[], origin: string, { basePath }: TargetLogin): Finding {
  const answers = exchanges.flatMap(({ response }) => (response === null ? [] : [response]));
  const failure = exchanges.find((exchange) => exchange.failure !== null)?.failure;
  const [answer] = answers;
  if (answer === undefined) {
    const reason = failure?.message ?? 'no answer';
    return stop('no-answer', `${origin} does not answer: ${reason}; check the address and --timeout-ms`);
  }
  if (answers.every(wantsCertificate)) {
    const message = `${origin} answers ${answer.status} and wants a client certificate; ${giveCertificate}`;
    return { canDrive: false, code: 'client-certificate', message, exchanges };
  }
  if (answers.every(({ status }) => status === 401 || status === 403)) {
    const message = `${origin} refuses the credentials with ${answer.status}; check --username and the password`;
    return { canDrive: false, code: 'credentials-refused', message, exchanges };
  }
  if (answers.length === exchanges.length && answers.every(({ status }) => status === 404)) {
    const message = `${origin} knows nothing under ${basePath || '/'}; check the base path of --target`;
    return { canDrive: false, code: 'not-found', message, exchanges };
  }
  const message = `${origin} answers the list of clients with ${describe(exchanges[0])}, unlike a Prism; it is driven all the same`;
  return { canDrive: true, code: 'not-prism', message, exchanges };
}

function unreachable(failure: Failure, origin: string): Finding {
  switch (failure.kind) {
    case 'unresolved':
      return stop('unresolved', `${origin}: ${failure.message}; check the host of --target`);
    case 'tls':
      return stop(
        'tls',
        `${origin}: ${failure.message}; trust its certificate with --ca, or none with --insecure`,
      );
    case 'client-certificate':
      return stop('client-certificate', `${origin}: ${failure.message}; ${giveCertificate}`);
    case 'proxy':
      return stop('proxy', `${origin}: ${failure.message}; check --proxy, and credentials in PRISM_PROXY`);
    default:
      return stop('refused', `${origin}: ${failure.message}; check host and port of --target`);
  }
}

const giveCertificate = 'give one that it trusts with --cert and --key';

/** Gateways such as nginx complete the handshake and then report the missing certificate over HTTP. */
function wantsCertificate({ status, text }: HttpResponse): boolean {
  return [400, 403, 495, 496].includes(status) && /\bSSL certificate\b/i.test(text ?? '');
}

/** Failures that another request would not change. */
function isFinal({ kind }: Failure): boolean {
  return ['unresolved', 'tls', 'client-certificate', 'proxy', 'refused'].includes(kind);
}

function ready(exchange: Exchange): Finding {
  return { canDrive: true, code: 'ready', message: 'the target answers', exchanges: [exchange] };
}

function stop(code: PreflightResult['code'], message: string): Finding {
  return { canDrive: false, code, message, exchanges: [] };
}

function describe(exchange: Exchange | undefined): string {
  const { response, failure } = exchange ?? {};
  if (response === null || response === undefined) return failure?.message ?? 'nothing';
  return `${response.status} and ${response.json === undefined ? 'no JSON' : 'other JSON than a list'}`;
}

function isList({ response }: Exchange): boolean {
  const json = response?.json;
  return response?.status === 200 && typeof json === 'object' && json !== null && 'entities' in json;
}

/** The build that a Prism names, or the server in front of it. */
function buildOf(exchanges: readonly Exchange[], known: readonly string[]): RedactedText | null {
  const secrets = exchanges.flatMap((exchange) => collectSecrets(exchange, known));
  const redactor = redactorOf(exchanges, secrets);
  for (const { response } of exchanges) {
    const build = response?.headers.get('x-ntnx-product')?.[0] ?? response?.headers.get('server')?.[0];
    if (build !== undefined && build !== '') return redactor.answer(redactor.hidden ?? build);
  }
  return null;
}
