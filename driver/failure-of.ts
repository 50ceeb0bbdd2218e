import type { Failure } from './exchange.ts';
import { ProxyError } from './proxy-tunnel.ts';

/** How far an exchange had come when it failed. */
export type Phase = 'connect' | 'request' | 'head' | 'body';

/** Failures to connect that have a kind of their own. */
const connectKinds: ReadonlyMap<string, Failure['kind']> = new Map([
  ['ENOTFOUND', 'unresolved'],
  ['EAI_AGAIN', 'unresolved'],
  ['EAI_FAIL', 'unresolved'],
  ['EAI_NODATA', 'unresolved'],
  ['UND_ERR_CONNECT_TIMEOUT', 'hang'],
  ['ETIMEDOUT', 'hang'],
  ['ECONNRESET', 'reset'],
]);

/** Codes of OpenSSL and Node for certificates that do not verify, and for failures of TLS itself. */
const tlsCode =
  /^(?:ERR_TLS_|ERR_SSL_|CERT_|CRL_|UNABLE_TO_|ERROR_IN_CERT_|ERROR_IN_CRL_|DEPTH_ZERO_|SELF_SIGNED_|INVALID_CA$|INVALID_PURPOSE$|PATH_LENGTH_|HOSTNAME_MISMATCH$|EPROTO$)/;

/**
 * Alerts of a server that does not accept our certificate, or that requires one. With TLS 1.3 they arrive after the
 * handshake has ended on our side, instead of the first answer.
 */
const certificateAlert =
  /^ERR_SSL_(?:TLSV1_ALERT_UNKNOWN_CA|TLSV1_ALERT_ACCESS_DENIED|TLSV13_ALERT_CERTIFICATE_REQUIRED|SSLV3_ALERT_(?:BAD|UNSUPPORTED)_CERTIFICATE|SSLV3_ALERT_CERTIFICATE_\w+|SSLV3_ALERT_HANDSHAKE_FAILURE)$/;

/** Codes of a connection that ended during an exchange, by the other side or by a reset. */
const lostCodes: ReadonlySet<string> = new Set(['UND_ERR_SOCKET', 'ECONNRESET', 'EPIPE', 'ECONNABORTED']);

/** The code of an answer whose body is not as long as declared. */
export const lengthMismatch = 'UND_ERR_RES_CONTENT_LENGTH_MISMATCH';

/** Whether an error means that the connection was lost, and not that its bytes were malformed. */
export function isConnectionLost(error: Error): boolean {
  // undici gives a forbidden interim answer (100 or 101 unasked) the code of a closed socket, and no code to an end
  // inside a chunk.
  return (
    (lostCodes.has(codeOf(error)) && !error.message.startsWith('bad ')) ||
    error.message.includes('Invalid EOF state')
  );
}

/** Names what went wrong between us and the target. The message is ours, without any byte of the exchange. */
export function failureOf(error: Error, phase: Phase): Failure {
  const code = codeOf(error);
  if (error instanceof ProxyError) return proxyFailure(error);
  if (certificateAlert.test(code) && phase !== 'body')
    return { kind: 'client-certificate', message: oneLine(`the TLS handshake failed (${detailOf(error)})`) };
  if (phase === 'connect') {
    const kind = connectKinds.get(code) ?? (tlsCode.test(code) ? 'tls' : 'refused');
    return { kind, message: oneLine(`${connectMessages[kind] ?? 'no connection'} (${detailOf(error)})`) };
  }
  const isShort = phase === 'body' && (code === lengthMismatch || isConnectionLost(error));
  if (isShort)
    return { kind: 'short-body', message: `the connection ended before the body did (${detailOf(error)})` };
  if (isConnectionLost(error))
    return { kind: 'reset', message: `the connection ended before an answer came (${detailOf(error)})` };
  // undici reports a length mismatch for any head that it cannot parse and that has a Content-Length.
  const detail = code === lengthMismatch ? 'Content-Length' : detailOf(error);
  return { kind: 'malformed', message: oneLine(`the answer is not HTTP/1.1 (${detail})`) };
}

function proxyFailure({ trouble, message }: ProxyError): Failure {
  return trouble === 'target'
    ? { kind: 'refused', message: oneLine(`no connection could be made (proxy: ${message})`) }
    : { kind: 'proxy', message: oneLine(`no connection through the proxy (${message})`) };
}

const connectMessages: Readonly<Partial<Record<Failure['kind'], string>>> = {
  unresolved: 'the host name does not resolve',
  refused: 'no connection could be made',
  tls: 'the TLS handshake failed',
  hang: 'no connection in time',
  reset: 'the connection was reset while it was made',
};

/** The error code, also of an AggregateError: Node tries several addresses of one host name. */
export function codeOf(error: Error): string {
  return 'code' in error && typeof error.code === 'string' ? error.code : '';
}

function detailOf(error: Error): string {
  const code = codeOf(error);
  // OpenSSL's own text says the same in many words, with places in its source.
  if (code.startsWith('ERR_SSL_')) return code;
  const message = error.message === '' ? error.name : error.message;
  return code === '' || message.includes(code) ? message : `${code}: ${message}`;
}

/** OpenSSL and servers write messages of several lines. */
function oneLine(text: string): string {
  return text.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();
}
