import type { SuiteId } from '../spec/suite-id.ts';
import type { Rule } from './rule.ts';
import { challengePresent } from './auth/challenge-present.ts';
import { credentialsRequired } from './auth/credentials-required.ts';
import { refusedNoEffect } from './auth/refused-no-effect.ts';
import { codePresent } from './authorize/code-present.ts';
import { denialNoCode } from './authorize/denial-no-code.ts';
import { denialTold } from './authorize/denial-told.ts';
import { errorCharacters } from './authorize/error-characters.ts';
import { locationExact } from './authorize/location-exact.ts';
import { locationSlash } from './authorize/location-slash.ts';
import { refusalEnvelope } from './authorize/refusal-envelope.ts';
import { refusedNoRedirect } from './authorize/refused-no-redirect.ts';
import { stateEchoed } from './authorize/state-echoed.ts';
import { clientAnswerNoStore } from './client/answer-no-store.ts';
import { deletionEchoed } from './client/deletion-echoed.ts';
import { deletionFinal } from './client/deletion-final.ts';
import { clientIdNew } from './client/id-new.ts';
import { oddTextKept } from './client/odd-text-kept.ts';
import { readEqual } from './client/read-equal.ts';
import { registrationEchoed } from './client/registration-echoed.ts';
import { registrationStored } from './client/registration-stored.ts';
import { unknownNotFound } from './client/unknown-not-found.ts';
import { updateEchoed } from './client/update-echoed.ts';
import { updateIdempotent } from './client/update-idempotent.ts';
import { updateKeepsId } from './client/update-keeps-id.ts';
import { updateStored } from './client/update-stored.ts';
import { apiVersionKnown } from './error/api-version-known.ts';
import { codeEqualsStatus } from './error/code-equals-status.ts';
import { errorContentTypeJson } from './error/content-type-json.ts';
import { detailsMap } from './error/details-map.ts';
import { envelopeDocumented } from './error/envelope-documented.ts';
import { envelopeGateway } from './error/envelope-gateway.ts';
import { kindDocumented } from './error/kind-documented.ts';
import { kindOwn } from './error/kind-own.ts';
import { leakInternals } from './error/leak-internals.ts';
import { leakSecret } from './error/leak-secret.ts';
import { membersTyped } from './error/members-typed.ts';
import { messageListFilled } from './error/message-list-filled.ts';
import { reasonKnown } from './error/reason-known.ts';
import { stateError } from './error/state-error.ts';
import { filterHonoured } from './list/filter-honoured.ts';
import { lengthHonoured } from './list/length-honoured.ts';
import { metadataConsistent } from './list/metadata-consistent.ts';
import { offsetHonoured } from './list/offset-honoured.ts';
import { allowExact } from './method/allow-exact.ts';
import { headSupported } from './method/head-supported.ts';
import { notAllowedAllow } from './method/not-allowed-allow.ts';
import { undocumentedNotAllowed } from './method/undocumented-not-allowed.ts';
import { undocumentedRefused } from './method/undocumented-refused.ts';
import { invalidRefused } from './request/invalid-refused.ts';
import { mediaTypeRefused } from './request/media-type-refused.ts';
import { validAccepted } from './request/valid-accepted.ts';
import { contentTypeJson } from './response/content-type-json.ts';
import { datePresent } from './response/date-present.ts';
import { jsonUniqueMembers } from './response/json-unique-members.ts';
import { jsonUtf8 } from './response/json-utf-8.ts';
import { locationAbsolute } from './response/location-absolute.ts';
import { locationPresent } from './response/location-present.ts';
import { secretNotRepeated } from './response/secret-not-repeated.ts';
import { schemaValid } from './response/schema-valid.ts';
import { statusDocumented } from './response/status-documented.ts';
import { answerNotError } from './revoke/answer-not-error.ts';
import { revokeHintEnforced } from './revoke/hint-enforced.ts';
import { revokeUnknownDocumented } from './revoke/unknown-documented.ts';
import { revokeUnknownNotFound } from './revoke/unknown-not-found.ts';
import { answerInTime } from './robustness/answer-in-time.ts';
import { answerPrompt } from './robustness/answer-prompt.ts';
import { answerSingle } from './robustness/answer-single.ts';
import { answerWhole } from './robustness/answer-whole.ts';
import { connectionKept } from './robustness/connection-kept.ts';
import { serverErrorNone } from './robustness/server-error-none.ts';
import { tokenAnswerNoStore } from './token/answer-no-store.ts';
import { clientUnauthorized } from './token/client-unauthorized.ts';
import { expiresInPositive } from './token/expires-in-positive.ts';
import { grantBadRequest } from './token/grant-bad-request.ts';
import { lifetimeWithinAsked } from './token/lifetime-within-asked.ts';
import { typeBearer } from './token/type-bearer.ts';
import { tokenValueNew } from './token/value-new.ts';
import { headerRules } from './header/header-rules.ts';
import { sessionRules } from './session/session-rules.ts';

/** All rules: those on single operations by area, then those on sessions. Their order is that of reports. */
export const catalogue: readonly Rule[] = [
  statusDocumented,
  contentTypeJson,
  schemaValid,
  locationPresent,
  locationAbsolute,
  jsonUtf8,
  jsonUniqueMembers,
  datePresent,
  secretNotRepeated,
  validAccepted,
  invalidRefused,
  mediaTypeRefused,
  unknownNotFound,
  clientIdNew,
  registrationEchoed,
  registrationStored,
  readEqual,
  updateEchoed,
  updateStored,
  updateKeepsId,
  updateIdempotent,
  deletionEchoed,
  deletionFinal,
  oddTextKept,
  clientAnswerNoStore,
  lengthHonoured,
  offsetHonoured,
  filterHonoured,
  metadataConsistent,
  credentialsRequired,
  refusedNoEffect,
  challengePresent,
  undocumentedRefused,
  undocumentedNotAllowed,
  headSupported,
  notAllowedAllow,
  allowExact,
  answerInTime,
  answerPrompt,
  connectionKept,
  answerSingle,
  answerWhole,
  serverErrorNone,
  envelopeDocumented,
  envelopeGateway,
  errorContentTypeJson,
  stateError,
  codeEqualsStatus,
  messageListFilled,
  kindDocumented,
  kindOwn,
  membersTyped,
  apiVersionKnown,
  reasonKnown,
  detailsMap,
  leakInternals,
  leakSecret,
  tokenAnswerNoStore,
  typeBearer,
  expiresInPositive,
  clientUnauthorized,
  grantBadRequest,
  tokenValueNew,
  lifetimeWithinAsked,
  locationExact,
  locationSlash,
  codePresent,
  stateEchoed,
  denialNoCode,
  denialTold,
  errorCharacters,
  refusedNoRedirect,
  refusalEnvelope,
  answerNotError,
  revokeUnknownDocumented,
  revokeUnknownNotFound,
  revokeHintEnforced,
  ...headerRules,
  ...sessionRules,
];

/** The rules that are judged on an operation, or on sessions, in the order of the catalogue. */
export function rulesOf(operation: SuiteId): readonly Rule[] {
  return catalogue.filter(({ operations }) =>
    operations === 'all' ? operation !== 'session' : operations.includes(operation),
  );
}
