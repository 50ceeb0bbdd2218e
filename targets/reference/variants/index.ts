import { variant as anyRedirectUriRegistered } from './any-redirect-uri-registered.ts';
import { variant as apiVersionShort } from './api-version-short.ts';
import { variant as badEscapesTolerated } from './bad-escapes-tolerated.ts';
import { variant as base64Secrets } from './base64-secrets.ts';
import { variant as callbackToConsole } from './callback-to-console.ts';
import { variant as charsetParameter } from './charset-parameter.ts';
import { variant as chunkedAnswers } from './chunked-answers.ts';
import { variant as connectionClose } from './connection-close.ts';
import { variant as controlCharactersStripped } from './control-characters-stripped.ts';
import { variant as credentialsBeforeRouting } from './credentials-before-routing.ts';
import { variant as deepJsonRefused } from './deep-json-refused.ts';
import { variant as defaultScopeAlways } from './default-scope-always.ts';
import { variant as denialRefused } from './denial-refused.ts';
import { variant as detailsAbsent } from './details-absent.ts';
import { variant as detailsOfLists } from './details-of-lists.ts';
import { variant as detailsText } from './details-text.ts';
import { variant as duplicateMembersRefused } from './duplicate-members-refused.ts';
import { variant as escapedJson } from './escaped-json.ts';
import { variant as expiresInClamped } from './expires-in-clamped.ts';
import { variant as extraHeaders } from './extra-headers.ts';
import { variant as extraMembers } from './extra-members.ts';
import { variant as framework404 } from './framework-404.ts';
import { variant as gateway401Text } from './gateway-401-text.ts';
import { variant as gateway405Empty } from './gateway-405-empty.ts';
import { variant as head405 } from './head-405.ts';
import { variant as hexadecimalTokens } from './hexadecimal-tokens.ts';
import { variant as idle408 } from './idle-408.ts';
import { variant as invalidUtf8Replaced } from './invalid-utf-8-replaced.ts';
import { variant as issuerParameter } from './issuer-parameter.ts';
import { variant as jwtTokens } from './jwt-tokens.ts';
import { variant as kindAbsent } from './kind-absent.ts';
import { variant as listPathIsAnId } from './list-path-is-an-id.ts';
import { variant as listsCappedAt20 } from './lists-capped-at-20.ts';
import { variant as listsCappedAt500 } from './lists-capped-at-500.ts';
import { variant as listsNewestFirst } from './lists-newest-first.ts';
import { variant as locationFormEncoded } from './location-form-encoded.ts';
import { variant as longIds414 } from './long-ids-414.ts';
import { variant as longLifetimesRefused } from './long-lifetimes-refused.ts';
import { variant as longPagesRefused } from './long-pages-refused.ts';
import { variant as lowerCaseHeaders } from './lower-case-headers.ts';
import { variant as mediaType400 } from './media-type-400.ts';
import { variant as mediaTypeUncheckedOnJson } from './media-type-unchecked-on-json.ts';
import { variant as metadataMinimal } from './metadata-minimal.ts';
import { variant as namesakesOfOthers } from './namesakes-of-others.ts';
import { variant as noBearer } from './no-bearer.ts';
import { variant as noIdentityProvider } from './no-identity-provider.ts';
import { variant as notFoundInvalidArgument } from './not-found-invalid-argument.ts';
import { variant as nullCharactersRefused } from './null-characters-refused.ts';
import { variant as numericClientIds } from './numeric-client-ids.ts';
import { variant as oddFiltersIgnored } from './odd-filters-ignored.ts';
import { variant as oneGrantAClient } from './one-grant-a-client.ts';
import { variant as operationsOnly } from './operations-only.ts';
import { variant as options405 } from './options-405.ts';
import { variant as prettyPrinted } from './pretty-printed.ts';
import { variant as redirectWithPage } from './redirect-with-page.ts';
import { variant as refreshNotRotated } from './refresh-not-rotated.ts';
import { variant as refusals409 } from './refusals-409.ts';
import { variant as refusals422 } from './refusals-422.ts';
import { variant as repeatedQueryLastWins } from './repeated-query-last-wins.ts';
import { variant as revocationAnswersEmptyObject } from './revocation-answers-empty-object.ts';
import { variant as revocationEndsGrant } from './revocation-ends-grant.ts';
import { variant as scopeNarrowed } from './scope-narrowed.ts';
import { variant as secretKeptOnUpdate } from './secret-kept-on-update.ts';
import { variant as sessionCookie } from './session-cookie.ts';
import { variant as shortLivedTokens } from './short-lived-tokens.ts';
import { variant as slashInLocation } from './slash-in-location.ts';
import { variant as slowAnswers } from './slow-answers.ts';
import { variant as stateBeforeCode } from './state-before-code.ts';
import { variant as tokenTypeCapitalised } from './token-type-capitalised.ts';
import { variant as tokensKeptAfterDeletion } from './tokens-kept-after-deletion.ts';
import { variant as totalMatches } from './total-matches.ts';
import { variant as unknownHintsIgnored } from './unknown-hints-ignored.ts';
import { variant as unknownMembersRefused } from './unknown-members-refused.ts';
import { variant as unknownMethod501 } from './unknown-method-501.ts';
import { variant as unknownRevocation200 } from './unknown-revocation-200.ts';
import { variant as uuidClientIds } from './uuid-client-ids.ts';
import type { Variant } from './variant.ts';

/** All variants, sorted by id. */
export const variants: readonly Variant[] = [
  anyRedirectUriRegistered,
  apiVersionShort,
  badEscapesTolerated,
  base64Secrets,
  callbackToConsole,
  charsetParameter,
  chunkedAnswers,
  connectionClose,
  controlCharactersStripped,
  credentialsBeforeRouting,
  deepJsonRefused,
  defaultScopeAlways,
  denialRefused,
  detailsAbsent,
  detailsOfLists,
  detailsText,
  duplicateMembersRefused,
  escapedJson,
  expiresInClamped,
  extraHeaders,
  extraMembers,
  framework404,
  gateway401Text,
  gateway405Empty,
  head405,
  hexadecimalTokens,
  idle408,
  invalidUtf8Replaced,
  issuerParameter,
  jwtTokens,
  kindAbsent,
  listPathIsAnId,
  listsCappedAt20,
  listsCappedAt500,
  listsNewestFirst,
  locationFormEncoded,
  longIds414,
  longLifetimesRefused,
  longPagesRefused,
  lowerCaseHeaders,
  mediaType400,
  mediaTypeUncheckedOnJson,
  metadataMinimal,
  namesakesOfOthers,
  noBearer,
  noIdentityProvider,
  notFoundInvalidArgument,
  nullCharactersRefused,
  numericClientIds,
  oddFiltersIgnored,
  oneGrantAClient,
  operationsOnly,
  options405,
  prettyPrinted,
  redirectWithPage,
  refreshNotRotated,
  refusals409,
  refusals422,
  repeatedQueryLastWins,
  revocationAnswersEmptyObject,
  revocationEndsGrant,
  scopeNarrowed,
  secretKeptOnUpdate,
  sessionCookie,
  shortLivedTokens,
  slashInLocation,
  slowAnswers,
  stateBeforeCode,
  tokenTypeCapitalised,
  tokensKeptAfterDeletion,
  totalMatches,
  unknownHintsIgnored,
  unknownMembersRefused,
  unknownMethod501,
  unknownRevocation200,
  uuidClientIds,
];
