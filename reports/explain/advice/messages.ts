import type { AdviceTable } from './advice.ts';

/** Answers, requests, methods and headers. */
export const messageAdvice: AdviceTable = {
  'response.status': {
    why: 'Generated clients decide by the documented status, and take another one for an error or for an unknown answer.',
    mend: 'Frameworks choose 201, 204 or another redirect by default, and conditional requests may yield 304. Set the documented status in the handler, or document the one you send.',
  },
  'response.content-type': {
    why: 'Clients choose a parser by the label and may refuse to read a body with another one.',
    mend: 'The body is usually written as text or by a library that sets no label. Let one place write JSON answers with `Content-Type: application/json`.',
  },
  'response.schema': {
    why: 'Clients generated from the contract fail on members that are missing or have another type.',
    mend: 'Internal objects are often serialised as they are: empty members left out, numbers as text, an envelope added. Map them to the documented model, and check answers against it in your own tests.',
  },
  'response.location.present': {
    why: 'A browser cannot follow a redirect without a Location, and may follow any of two.',
    mend: 'A handler may set the status without the header, or a proxy may add a second one. Write status and Location in one step.',
  },
  'response.location.absolute': {
    why: 'A login that is sent over plain http can be read and changed on the way.',
    mend: 'The address of the provider is usually configured without its scheme or with http, or built from the request behind a proxy that ends TLS. Configure the full https address.',
  },
  'response.location.reference': {
    why: 'Clients and proxies cut or refuse a Location with characters that no URI has.',
    mend: 'The address is usually put together from texts. Build it with a URL library, which encodes each part.',
  },
  'response.json.utf-8': {
    why: 'JSON parsers need not accept any other encoding, and many fail at a byte order mark.',
    mend: 'A default encoding of the platform or an editor with a byte order mark is the usual cause. Write UTF-8 without one.',
  },
  'response.json.unique-members': {
    why: 'Parsers disagree about which of two equal names counts.',
    mend: 'JSON put together by hand or merged maps write a name twice. Serialise one object.',
  },
  'response.date.present': {
    why: 'Caches and clients judge the age of an answer by its Date.',
    mend: 'HTTP servers send it unless it is switched off, or a proxy removes it. Switch it on again.',
  },
  'response.date.well-formed': {
    why: 'Recipients ignore or misread a date in another form.',
    mend: 'A general date formatter gives ISO 8601, a local zone or the form of mail. Leave the header to the HTTP server, or use its formatter.',
  },
  'response.secret': {
    why: 'A secret that is repeated ends up in caches and logs of all that see the answer.',
    mend: 'The request is echoed as a whole. Answer only the members of the documented model.',
  },
  'request.valid': {
    why: 'A client that keeps to the contract is turned away.',
    mend: 'Validation is stricter than the contract: empty or long texts, odd characters, optional members, or a media type with parameters. Compare the checks with the limits of the contract and remove those it does not have.',
  },
  'request.case': {
    why: 'Proxies and libraries change the case of these names, and requests then fail at random.',
    mend: 'They are compared as plain text. Compare names of headers, schemes and media types without regard to case.',
  },
  'request.invalid': {
    why: 'A mistake of a client goes unnoticed and becomes stored data or an unexpected grant.',
    mend: 'Usually input is read without being checked, converted (text to number, null to empty) or trimmed first. Validate the request against the contract before anything else is done, and answer 4xx.',
  },
  'request.media-type': {
    why: 'A body that is read against its label can be sent by a form of any web page.',
    mend: 'The parser is called whatever the label says. Refuse other media types with 415 before the body is parsed.',
  },
  'method.undocumented': {
    why: 'A method that nobody documented is one that nobody protects or tests.',
    mend: 'A catch-all route, or a framework that maps methods to one handler, answers it. Register each path with its documented methods only, and let all others answer 405.',
  },
  'method.head': {
    why: 'Monitoring and caches ask with HEAD where GET exists.',
    mend: 'The router has only GET. Most routers can answer HEAD by the handler of GET.',
  },
  'method.not-allowed': {
    why: 'A client that was refused a method cannot learn which ones there are.',
    mend: 'A general error handler writes the 405. Let the router write it, which knows the methods of the path.',
  },
  'method.allow': {
    why: 'Clients rely on what Allow lists.',
    mend: 'The list is often fixed, or comes from all routes. Derive it from the routes of this path.',
  },
  'header.hsts': {
    why: 'Browsers ignore a malformed or second header, and then talk over plain http.',
    mend: 'Often both the application and a proxy set it, or its parts are joined wrongly. Set `max-age=N; includeSubDomains` in one place.',
  },
  'header.nosniff': {
    why: 'A browser that guesses the type of an answer may run it as a script.',
    mend: 'Set `X-Content-Type-Options: nosniff` in one place, and not in a proxy as well.',
  },
  'header.frame-options': {
    why: 'Browsers ignore a value that does not exist, and the page can be framed.',
    mend: 'Use `DENY` or `SAMEORIGIN`, once; `ALLOW-FROM` is obsolete. A proxy may add a second one.',
  },
  'header.framing': {
    why: 'A page that can be framed can be made to take clicks meant for something else.',
    mend: "Send `Content-Security-Policy: frame-ancestors 'none'` or `X-Frame-Options: DENY` with every page of the authorization.",
  },
  'header.cookie': {
    why: 'A session cookie without its attributes can be read by scripts or sent along by other sites.',
    mend: 'The defaults of many frameworks leave them out. Set `Secure; HttpOnly; SameSite=Lax` where the session is configured, each once.',
  },
  'header.content-length': {
    why: 'A recipient may wait for a body that never comes, or take the next answer for it.',
    mend: 'Middleware adds the length to every answer. Let the HTTP server write it.',
  },
  'header.content-encoding': {
    why: 'A client that asked for no encoding cannot read the body.',
    mend: 'Compression is switched on whatever the client accepts. Let it look at Accept-Encoding.',
  },
  'header.server': {
    why: 'A version tells an attacker which known holes to try.',
    mend: 'Configure the server and the framework to send the name only, or nothing.',
  },
  'header.secret': {
    why: 'Headers are logged by proxies that never see a body.',
    mend: 'Usually a header for debugging or correlation repeats the request. Use a random id instead.',
  },
  'header.cors': {
    why: 'Any web page can read answers with the credentials of the user who visits it.',
    mend: 'The Origin of the request is echoed together with `Access-Control-Allow-Credentials`. Allow only listed origins, or none.',
  },
};
