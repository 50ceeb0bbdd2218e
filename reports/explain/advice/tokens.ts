import type { Advice, AdviceTable } from './advice.ts';
import { ended, issued, ofOthers, unguessable, unique, visible, works } from './shared.ts';

const cacheable: Advice = {
  why: 'A cache that stores the answer gives tokens to others.',
  mend: 'Send `Cache-Control: no-store` and `Pragma: no-cache` with every answer of the token operations.',
};
const scopes: Advice = {
  why: 'A token that may do more than the client asked for, or less than it was registered for, is misused or useless.',
  mend: 'The scope is not compared, or compared by prefix or case. Intersect the asked scopes with the default ones, token by token, and answer what was granted.',
};
const codeBinding: Advice = {
  why: 'Whoever catches a code can redeem it.',
  mend: 'The code is looked up alone. Store client id and redirect URI with it, and compare both exactly when it is redeemed.',
};

/** Codes, tokens and refresh. */
export const tokenAdvice: AdviceTable = {
  'token.answer': cacheable,
  'token.answer.unique-members': {
    why: 'Clients disagree about which of two tokens counts.',
    mend: 'JSON is put together by hand. Serialise one object.',
  },
  'token.type': {
    why: 'Clients must not use a token whose type they do not know.',
    mend: 'Write `token_type` as `Bearer`.',
  },
  'token.expires-in': {
    why: 'Clients renew too late, or all the time.',
    mend: 'A moment instead of a duration, milliseconds, or a text are the usual causes. Write the seconds that are left, as a whole number.',
  },
  'token.client': {
    why: 'A client cannot tell wrong credentials from a wrong grant, or an attacker learns which clients exist.',
    mend: 'Authenticate the client first, and answer 401 with one text for an unknown client and for a wrong secret.',
  },
  'token.client.known': {
    why: 'Anyone can make up a client and get tokens.',
    mend: 'The lookup finds nothing and the handler goes on. Answer 401 as soon as the client is not found.',
  },
  'token.malformed-secret': {
    why: 'A secret that fails a check of its form says as much as a wrong one.',
    mend: 'The form is checked before the client is authenticated. Answer 401 for both.',
  },
  'token.grant': {
    why: 'A client cannot tell a bad grant from bad credentials, and asks its user for a password in vain.',
    mend: 'Answer 400 for a code or refresh token that is unknown, used or of another client.',
  },
  'token.value': unique,
  'token.scope': scopes,
  'token.scope.well-formed': {
    why: 'Clients split the scope at single blanks, and compare the parts.',
    mend: 'Lists are joined with commas, or written as JSON. Join them with one blank.',
  },
  'token.access.unguessable': unguessable,
  'token.access.unique': unique,
  'token.access.visible': visible,
  'token.refresh.unguessable': unguessable,
  'token.refresh.unique': unique,
  'token.refresh.visible': visible,
  'token.code': works,
  'token.current-secret': works,
  'token.earlier': ofOthers,
  'token.extra': {
    why: 'Clients that send an extension, or a later version of the protocol, are turned away.',
    mend: 'A strict schema refuses what it does not know. Let forms have further members.',
  },
  'token.grant-type': {
    why: 'A grant that nobody meant to offer gives tokens without a user.',
    mend: 'Unknown types fall through to a default, or are compared loosely. Refuse all but the listed ones.',
  },
  'token.others': ofOthers,
  'token.pair': {
    why: 'One of the two is shown to resource servers, which could then refresh.',
    mend: 'Make two random values.',
  },
  'token.rotated-secret': {
    why: 'A secret that was replaced because it leaked still works.',
    mend: 'Old secrets stay in a list or a cache. Remove them with the update.',
  },
  'token.secret': {
    why: 'Whoever knows a client id, which is public, gets its tokens.',
    mend: 'The secret is not compared, or loosely (case, prefix, trimmed, any client). Compare it whole and in constant time with that of this client, for every grant type.',
  },
  'generate.lifetime': {
    why: 'A token outlives what its owner agreed to.',
    mend: 'The asked lifetime is ignored or read in another unit. Take the smaller of it and your limit.',
  },
  'generate.client': {
    why: 'A client that was generated cannot be managed like any other.',
    mend: 'It is kept apart from registered clients. Store it in the same place, with the name and description that were sent.',
  },
  'generate.refresh': works,
  'generate.revocation': ended,
  'generate.scope': scopes,
  'code.client': codeBinding,
  'code.redirect': codeBinding,
  'code.deleted-client': ended,
  'code.earlier': ofOthers,
  'code.invented': issued,
  'code.kind': issued,
  'code.later': works,
  'code.race': {
    why: 'Whoever is fast enough redeems a code a second time.',
    mend: 'The code is read, used and then deleted. Delete it in one step and go on only if it was there.',
  },
  'code.replay': {
    why: 'A code that was caught on its way is redeemed beside its owner.',
    mend: 'Codes stay in the store until they expire. Mark them as used on the first redemption, and when one comes again, revoke the tokens that it gave.',
  },
  'code.value.unguessable': unguessable,
  'code.value.unique': unique,
  'code.value.visible': visible,
  'refresh.access-token': works,
  'refresh.grant': works,
  'refresh.redeemed-token': works,
  'refresh.returned-token': works,
  'refresh.client': {
    why: 'A refresh token that was stolen works for any client of the thief.',
    mend: 'The token is looked up alone. Store its client with it, and compare.',
  },
  'refresh.deleted-client': ended,
  'refresh.invented': issued,
  'refresh.kind': issued,
  'refresh.race': {
    why: 'With rotation, two holders of one token go on side by side, and a theft is not noticed.',
    mend: 'The token is read, replaced and then deleted. Replace it in one conditional step.',
  },
  'refresh.rotated': {
    why: 'A refresh token that was stolen earlier still works.',
    mend: 'The old token stays valid beside the new one. Delete it when it is replaced.',
  },
  'refresh.scope': scopes,
};
