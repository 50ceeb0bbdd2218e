import { describeSource } from '../../checks/source-link.ts';
import type { Source } from '../../checks/rule.ts';

/** What the sources of rules say, in our words, by `describeSource`. */
export const gists: Readonly<Record<string, string>> = {
  'contract: responses': 'Each operation lists the statuses that it answers, and the model of each answer.',
  'contract: produces': 'The operations produce application/json.',
  'contract: parameters': 'Each operation lists its parameters, with their types, limits and listed values.',
  'contract: security': 'Every operation requires the credentials of a user by Basic authentication.',
  'contract: paths': 'Each path lists its methods.',
  'contract: oauth_client_input':
    'The model of a registration has the members of a client, with their types and limits.',
  'contract: oauth_client_list_metadata':
    'A list is asked for with length, offset, filter and sorting, and says of its page what it has.',
  'contract: OauthClientListMetadata': 'A list is asked for with length, offset, filter and sorting.',
  'contract: OauthClientResponse': 'A client has the same model wherever it is answered.',
  'contract: message_resource':
    'An error has an API version, a kind, the state ERROR, a code and a list of messages with reasons.',
  'contract: oauth_status': 'The status of an answer has a state, a code and a kind of a listed value.',
  'contract: api_version': 'The version of the API is 3 and a minor version.',
  'contract: OauthToken': 'A token answer has the token type Bearer.',
  'contract: OauthGenerateTokenRequest': 'The request names the client that is made, and describes it.',
  'contract: oauth_authorize_post':
    'The operation grants a code to a registered client for a user who confirms.',
  'contract: oauth_token_post':
    'The operation gives tokens for a code or a refresh token, to the client that sends its secret.',
  'contract: oauth_generate_token_post':
    'The operation makes a client with tokens of the scope and the lifetime that are asked for.',
  'contract: oauth_revoke_token_post':
    'The operation revokes the token that is named, with a hint of a listed value.',
  'contract: oauth_client_client_id_get': 'The operation reads the client of an id.',
  'contract: oauth_client_client_id_put': 'The operation updates the client of an id.',
  'contract: oauth_client_client_id_delete': 'The operation deletes the client of an id.',
  'contract: oauth_client_list_post': 'The operation lists the registered clients.',
  'project: robustness':
    'A server answers every request in time, as a whole, and without an error of its own.',
  'project: secrets': 'A secret appears only where the contract has it.',
  'project: refusals': 'A request that is refused has no effect.',
  'project: error messages':
    'An error tells what was wrong with the request, and nothing about the inside of the server.',
  'project: security headers': 'A security header that is sent has a value that browsers understand.',
  'project: cookies': 'A session cookie is not sent along with requests of other sites.',
  'RFC 6265 section 4.1.1': 'Servers are asked not to repeat an attribute in one Set-Cookie.',
  'RFC 6265 section 4.1.2.6': 'HttpOnly keeps a cookie from scripts.',
  'RFC 6265 section 8.3':
    'Servers are asked to set Secure on cookies that hold a session, since any network can read others.',
  'RFC 6749 section 1.5':
    'Refresh tokens are meant for the authorization server only, and are never sent to resource servers.',
  'RFC 6749 section 2.2': 'A client identifier is unique to the authorization server.',
  'RFC 6749 section 3.1':
    'The authorization endpoint requires TLS, ignores parameters it does not know, treats empty ones as omitted, and none may come twice.',
  'RFC 6749 section 3.1.2':
    'The redirect URI is absolute and without a fragment; its query must be retained when parameters are added.',
  'RFC 6749 section 3.1.2.3':
    'A redirect URI in a request must match a registered one; with several registered, it must be sent.',
  'RFC 6749 section 3.1.2.4':
    'With a missing, invalid or mismatching redirect URI, the server must not redirect to it.',
  'RFC 6749 section 3.2': 'The token endpoint ignores parameters it does not know, and none may come twice.',
  'RFC 6749 section 3.3':
    'A scope is a list of case-sensitive words, parted by blanks; the server tells the scope where it differs from what was asked for, and has a default where none was.',
  'RFC 6749 section 4.1.1':
    'An authorization request has one response type, `code`, and one client id, and may name a redirect URI, a scope and a state.',
  'RFC 6749 section 4.1.2':
    'The code and the unchanged state are added to the query of the redirect URI; a code is short-lived, bound to client and redirect URI, and used once, and a second use should revoke what it gave.',
  'RFC 6749 section 4.1.2.1':
    'If client or redirect URI are not good, the user is told and not redirected; otherwise the client is told the error in the query, in plain ASCII.',
  'RFC 6749 section 4.1.3':
    'The server must authenticate the client, and ensure that the code is valid and was issued to it, with the same redirect URI.',
  'RFC 6749 section 4.1.4': 'A valid and authorized request for a token gets one.',
  'RFC 6749 section 5.1':
    'A token answer forbids caches to store it, and tells the type of the token and its lifetime in seconds.',
  'RFC 6749 section 5.2':
    'Failed authentication of a client is one error, for an unknown client as for wrong credentials.',
  'RFC 6749 section 6':
    'A refresh token is bound to its client and must be validated; the new scope is within the granted one, and the same if none is asked for.',
  'RFC 6749 section 7': 'The resource server must validate the access token, its lifetime and its scope.',
  'RFC 6749 section 10.3': 'Access tokens are kept confidential in transit and storage.',
  'RFC 6749 section 10.4':
    'Refresh tokens are kept confidential, and bound to the client to which they were issued.',
  'RFC 6749 section 10.10':
    'Codes, tokens and secrets must not be guessable: the chance must be at most 2^-128, and is recommended to be 2^-160.',
  'RFC 6749 section 10.12':
    'A request to the redirect URI is bound to the session of the user by a state that cannot be guessed.',
  'RFC 6749 section 10.14':
    'Every value that is received is sanitised and validated, above all state and redirect URI.',
  'RFC 6749 appendix A.1': 'A client id is of visible ASCII characters and blanks.',
  'RFC 6749 appendix A.2': 'A client secret is of visible ASCII characters and blanks.',
  'RFC 6749 appendix A.11': 'A code is of visible ASCII characters and blanks.',
  'RFC 6749 appendix A.12': 'An access token is of visible ASCII characters and blanks.',
  'RFC 6749 appendix A.14': 'The lifetime is written in digits.',
  'RFC 6749 appendix A.17': 'A refresh token is of visible ASCII characters and blanks.',
  'RFC 6750 section 2.1':
    'A token is sent in the Authorization header under the scheme Bearer, and resource servers must support that.',
  'RFC 6750 section 2.3': 'A token in the query is likely to be logged, and is not to be used.',
  'RFC 6750 section 3':
    'A request without a token that gives access is answered with a challenge for Bearer.',
  'RFC 6750 section 3.1':
    'A token that is expired, revoked, malformed or otherwise invalid is answered with 401.',
  'RFC 6797 section 6.1':
    'The header has directives parted by semicolons, each once, and `max-age` is required.',
  'RFC 6797 section 7.1': 'A host sends the header only once in an answer.',
  'RFC 7009 section 2.1':
    'The server verifies the caller and ends the token at once; a wrong hint must not keep it from searching, and with a refresh token its access tokens should end, too.',
  'RFC 7034 section 2.1': 'The header is DENY, SAMEORIGIN or ALLOW-FROM with one origin.',
  'RFC 7239 section 8.1':
    'Forwarding headers cannot be relied on, since any node and the caller can write them.',
  'RFC 7591 section 2': 'The server ignores members of a registration that it does not understand.',
  'RFC 7591 section 3.1': 'The server assigns the client its identifier.',
  'RFC 7591 section 3.2.1':
    'The answer has a unique client id, a secret that is unique for it, and forbids caches to store it.',
  'RFC 7592 section 2.2':
    'An update replaces the members of the client and keeps its id; a new secret replaces the old one.',
  'RFC 7592 section 2.3':
    'After a deletion, the server should immediately invalidate all grants and tokens of the client.',
  'RFC 7617 section 2': 'A challenge of Basic has the parameter realm.',
  'RFC 8259 section 4': 'The names within a JSON object should be unique.',
  'RFC 8259 section 8.1': 'JSON between systems is encoded in UTF-8, without a byte order mark.',
  'RFC 9110 section 2.2': 'A sender must not generate messages that do not match the grammar.',
  'RFC 9110 section 5.1': 'Names of header fields are compared without regard to case.',
  'RFC 9110 section 5.6.7':
    'A sender must write dates as IMF-fixdate, such as `Sun, 06 Nov 1994 08:49:37 GMT`.',
  'RFC 9110 section 6.6.1': 'An origin server with a clock sends a Date with its answers.',
  'RFC 9110 section 8.6': 'A server must not send Content-Length with a 204.',
  'RFC 9110 section 9.1':
    'GET and HEAD must be supported by general servers; a method that is known but not allowed is answered with 405.',
  'RFC 9110 section 9.2.2': 'The effect of several equal PUT requests is that of one.',
  'RFC 9110 section 9.3.4': 'After a successful PUT, a GET would show what was sent.',
  'RFC 9110 section 10.2.1': 'Allow lists the methods that the resource supports.',
  'RFC 9110 section 10.2.2': 'Location is a URI reference.',
  'RFC 9110 section 10.2.4': 'Server is not to be needlessly detailed, since that makes attacks easier.',
  'RFC 9110 section 11.1': 'The name of an authentication scheme is compared without regard to case.',
  'RFC 9110 section 12.5.3': 'A body is encoded only in ways that the client accepts.',
  'RFC 9110 section 15.5.2': 'A 401 must have a WWW-Authenticate with at least one challenge.',
  'RFC 9110 section 15.5.6': 'A 405 must have an Allow with the supported methods.',
  'RFC 9110 section 15.5.16':
    '415 refuses a body in a media type that the method does not support on the resource.',
  'RFC 9111 section 3': 'A cache must not store an answer that says no-store.',
  'RFC 9112 section 9.2': 'Answers come in the order of the requests, one final answer for each.',
  'BCP 240 section 2.1':
    'Servers must not be open redirectors, and clients must prevent forged requests, by a state that is used once.',
  'BCP 240 section 2.1.2':
    'Clients should ask for a code instead of an access token in the answer of the authorization.',
  'BCP 240 section 2.3': 'The privileges of a token should be the least that are required.',
  'BCP 240 section 2.6':
    'Cross-origin access must not be supported at the authorization endpoint, and elsewhere only where browser clients need it.',
  'BCP 240 section 4.1.3':
    'Redirect URIs must be compared as exact strings, but for the port of a native app on localhost.',
  'BCP 240 section 4.3.2': 'Access tokens must not be passed in the query of a URI.',
  'BCP 240 section 4.12':
    'A server that may redirect a request with credentials must not use 307; 303 is recommended.',
  'BCP 240 section 4.14.2':
    'Refresh tokens are bound to their client, or replaced by each use and then refused.',
  'BCP 240 section 4.16': 'Authorization servers must prevent their pages from being framed by others.',
};

/** What a source says, in our words; null if that is not written down. */
export function gistOf(source: Source): string | null {
  return gists[describeSource(source)] ?? null;
}
