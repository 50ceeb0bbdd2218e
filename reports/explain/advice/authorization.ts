import type { Advice, AdviceTable } from './advice.ts';
import { unguessable, unique } from './shared.ts';

const redirects: Advice = {
  why: 'A code that goes to another address is in the hands of whoever owns that.',
  mend: 'The URI is compared by host, prefix or pattern, or is normalised first. Compare it with the registered ones as plain text, whole, and answer an error without a redirect otherwise.',
};
const states: Advice = {
  why: 'The client cannot match the answer with its request, and refuses it or falls for one that was forged.',
  mend: 'The state is decoded twice, cut, or written without encoding. Treat it as opaque text: decode it once, encode it once.',
};
const query: Advice = {
  why: 'The client finds no code where it looks for one.',
  mend: 'The answer is put together as text. Use a URL library: parse the redirect URI, add `code` and `state` to its query, leave everything else alone.',
};
const denial: Advice = {
  why: 'A user who said no is taken for one who said yes, or the client waits for ever.',
  mend: 'Only the presence of `confirm` is looked at. Grant a code for the one documented value, and answer `error=access_denied` to the client otherwise.',
};
const errorText: Advice = {
  why: 'Clients cannot read the error, or are led to a page of an attacker.',
  mend: 'Free text is put into the parameters of the redirect. Write each once, in plain ASCII without quotes, encoded by a library.',
};
const omitted: Advice = {
  why: 'A code goes to an address that the client did not expect, or a client with one address is turned away.',
  mend: 'Use the registered URI if there is exactly one, and refuse the request if there are several.',
};
const provider: Advice = {
  why: 'The provider refuses the login, or answers in a way that leaks tokens.',
  mend: 'The request to the provider is built by hand. Send `response_type=code`, one `client_id`, `redirect_uri` of the callback operation and `state`.',
};
const loginTarget: Advice = {
  why: 'A link to the login leads users to a page of an attacker.',
  mend: 'The address is taken from a parameter or a forwarding header of the caller. Take it from the configuration.',
};

/** The authorization and the logins by an identity provider. */
export const authorizationAdvice: AdviceTable = {
  'authorize.location': query,
  'authorize.query': query,
  'authorize.code': query,
  'authorize.code.to-registered': redirects,
  'authorize.redirect': redirects,
  'authorize.redirect.not-repeated': {
    why: 'A browser that repeats the request sends the credentials of the user to the client.',
    mend: 'Statuses 307 and 308 repeat method and body. Redirect with 302 or 303.',
  },
  'authorize.refused': redirects,
  'authorize.client': redirects,
  'authorize.state': states,
  'authorize.empty-state': {
    why: 'Clients that leave the state empty are turned away, or get one that they have not sent.',
    mend: 'A schema requires at least one character. Treat an empty parameter as if it were absent.',
  },
  'authorize.denial': denial,
  'authorize.closed-list': {
    why: 'A code is given without consent, or for a flow that the server does not have.',
    mend: 'Values are compared loosely or have defaults. Take only the documented ones, exactly.',
  },
  'authorize.refusal': {
    why: 'Errors of this operation look different from all others of the API.',
    mend: 'An OAuth library redirects with an error. The contract documents the status envelope: validate before the library is called.',
  },
  'authorize.error': errorText,
  'authorize.added-uri': {
    why: 'A client that moved cannot log its users in.',
    mend: 'Redirect URIs are cached, or limited in number. Read them from the store on each request.',
  },
  'authorize.extra': {
    why: 'Clients that send an extension are turned away.',
    mend: 'A strict schema refuses what it does not know. Let the form have further parameters.',
  },
  'authorize.header': {
    why: 'A line break in a parameter lets an attacker write headers, such as cookies.',
    mend: 'A value is put into Location without encoding. Use a URL library, and a server that refuses line breaks in headers.',
  },
  'authorize.omitted-uri': omitted,
  'authorize.pkce': {
    why: 'Clients that protect their codes by PKCE get none that works.',
    mend: 'The challenge is stored but not compared as it was made. Compare base64url of SHA-256 of the verifier, or ignore both parameters.',
  },
  'authorize.repeated': {
    why: 'The check looks at one value and the action at the other.',
    mend: 'Parsers take the first, the last or a list. Refuse a parameter that comes twice.',
  },
  'login.answer': {
    why: 'A cached redirect has the state of another login.',
    mend: 'Send `Cache-Control: no-store`.',
  },
  'login.callback': provider,
  'login.request': provider,
  'login.response-type': provider,
  'login.destination': loginTarget,
  'login.forwarded-host': loginTarget,
  'login.location.elsewhere': {
    why: 'Whoever logs in is sent round in circles, and never sees a login page.',
    mend: 'The address of the login page is empty or not set. Take it from the configuration of the identity provider, and refuse logins where there is none.',
  },
  'login.location': {
    why: 'Addresses are logged and passed on, and secrets in them as well.',
    mend: 'A token is handed over in the address. Put it into a cookie, or redeem a code behind the scenes.',
  },
  'login.session': {
    why: 'Whoever calls the callback is logged in.',
    mend: 'The code is not redeemed at the provider, or its answer is not checked. Open a session only after both.',
  },
  'login.state.fresh': unique,
  'login.state.unguessable': unguessable,
};
