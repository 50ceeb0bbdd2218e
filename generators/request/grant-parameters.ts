/**
 * The form parameters that a grant type needs beyond the required ones, by grant type. The contract says so in
 * prose only. (RFC 6749 section 4.1.3 asks for redirect_uri only if the authorization had it; the contract always.)
 */
export const grantParameters: Readonly<Record<string, readonly string[]>> = {
  authorization_code: ['code', 'redirect_uri'],
  refresh_token: ['refresh_token'],
};
