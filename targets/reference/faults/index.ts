/* eslint-disable max-lines -- A list is as long as what it lists. */
import { fault as accessTokenOutlivesRevocation } from './access-token-outlives-revocation.ts';
import { fault as accessTokensConstant } from './access-tokens-constant.ts';
import { fault as accessTokensOutliveRefreshToken } from './access-tokens-outlive-refresh-token.ts';
import { fault as addedRedirectUriRefused } from './added-redirect-uri-refused.ts';
import { fault as allowListsEverything } from './allow-lists-everything.ts';
import { fault as answersAgainLater } from './answers-again-later.ts';
import { fault as answersTwice } from './answers-twice.ts';
import { fault as anyBasicAccepted } from './any-basic-accepted.ts';
import { fault as anyClientIdGetsToken } from './any-client-id-gets-token.ts';
import { fault as anyEntityTagMatches } from './any-entity-tag-matches.ts';
import { fault as anyMethodReads } from './any-method-reads.ts';
import { fault as anySchemeAccepted } from './any-scheme-accepted.ts';
import { fault as apiVersionAsNumber } from './api-version-as-number.ts';
import { fault as apiVersionV4 } from './api-version-v4.ts';
import { fault as arrayBody500 } from './array-body-500.ts';
import { fault as arrayBodyUnwrapped } from './array-body-unwrapped.ts';
import { fault as arrayEntriesUnchecked } from './array-entries-unchecked.ts';
import { fault as arraysCutAtTen } from './arrays-cut-at-ten.ts';
import { fault as arraysDeduplicated } from './arrays-deduplicated.ts';
import { fault as arraysSorted } from './arrays-sorted.ts';
import { fault as astralMojibake } from './astral-mojibake.ts';
import { fault as astralTextRefused } from './astral-text-refused.ts';
import { fault as authAfterInput } from './auth-after-input.ts';
import { fault as authMissingEverywhere } from './auth-missing-everywhere.ts';
import { fault as authMissingOnCallback } from './auth-missing-on-callback.ts';
import { fault as authMissingOnDelete } from './auth-missing-on-delete.ts';
import { fault as authMissingOnList } from './auth-missing-on-list.ts';
import { fault as authMissingOnToken } from './auth-missing-on-token.ts';
import { fault as authorizeAnswers303 } from './authorize-answers-303.ts';
import { fault as authorizeAnswers307 } from './authorize-answers-307.ts';
import { fault as authorizeByGet } from './authorize-by-get.ts';
import { fault as authorizeWithoutLocation } from './authorize-without-location.ts';
import { fault as badEscape500 } from './bad-escape-500.ts';
import { fault as badGrant404 } from './bad-grant-404.ts';
import { fault as bearer403 } from './bearer-403.ts';
import { fault as bearer500 } from './bearer-500.ts';
import { fault as bearerByPrefix } from './bearer-by-prefix.ts';
import { fault as bearerByRefreshToken } from './bearer-by-refresh-token.ts';
import { fault as bearerInAnyCase } from './bearer-in-any-case.ts';
import { fault as bearerInQuery } from './bearer-in-query.ts';
import { fault as bearerSchemeCaseSensitive } from './bearer-scheme-case-sensitive.ts';
import { fault as bearerUnchecked } from './bearer-unchecked.ts';
import { fault as bearerWithoutChallenge } from './bearer-without-challenge.ts';
import { fault as bodyCutShort } from './body-cut-short.ts';
import { fault as bodyInLatin1 } from './body-in-latin-1.ts';
import { fault as bodyWithByteOrderMark } from './body-with-byte-order-mark.ts';
import { fault as brokenJson500 } from './broken-json-500.ts';
import { fault as callbackAcceptsAnyCode } from './callback-accepts-any-code.ts';
import { fault as callbackHandsCodeOn } from './callback-hands-code-on.ts';
import { fault as callbackRedirectsToState } from './callback-redirects-to-state.ts';
import { fault as callbackWithoutCode } from './callback-without-code.ts';
import { fault as callerChoosesId } from './caller-chooses-id.ts';
import { fault as changeBeforeAuthentication } from './change-before-authentication.ts';
import { fault as changeBeforeValidation } from './change-before-validation.ts';
import { fault as choicesTrimmed } from './choices-trimmed.ts';
import { fault as chunkCutShort } from './chunk-cut-short.ts';
import { fault as clientAsTextHtml } from './client-as-text-html.ts';
import { fault as clientAsUser } from './client-as-user.ts';
import { fault as clientCacheable } from './client-cacheable.ts';
import { fault as clientIdOfLanguage500 } from './client-id-of-language-500.ts';
import { fault as clientIdOpensGateway } from './client-id-opens-gateway.ts';
import { fault as clientIdsAsPatterns } from './client-ids-as-patterns.ts';
import { fault as clientIdsInAnyCase } from './client-ids-in-any-case.ts';
import { fault as clientIdsInLatin1 } from './client-ids-in-latin-1.ts';
import { fault as clientIdsOfNames } from './client-ids-of-names.ts';
import { fault as clientIdsOfTheClock } from './client-ids-of-the-clock.ts';
import { fault as clientIdsReused } from './client-ids-reused.ts';
import { fault as clientIdsTrimmed } from './client-ids-trimmed.ts';
import { fault as clientInsideStatus } from './client-inside-status.ts';
import { fault as clientSecretByPrefix } from './client-secret-by-prefix.ts';
import { fault as clientSecretCutAtNul } from './client-secret-cut-at-nul.ts';
import { fault as clientSecretInAnyCase } from './client-secret-in-any-case.ts';
import { fault as clientSecretLastCharacterIgnored } from './client-secret-last-character-ignored.ts';
import { fault as clientSecretOfAnyClient } from './client-secret-of-any-client.ts';
import { fault as clientSecretPadded } from './client-secret-padded.ts';
import { fault as clientSecretUnchecked } from './client-secret-unchecked.ts';
import { fault as clientSecretsConstant } from './client-secrets-constant.ts';
import { fault as clientSecretsInLatin1 } from './client-secrets-in-latin-1.ts';
import { fault as clientSecretsSequential } from './client-secrets-sequential.ts';
import { fault as clientSecretsShort } from './client-secrets-short.ts';
import { fault as clientsForgotten } from './clients-forgotten.ts';
import { fault as closeOnBadEscape } from './close-on-bad-escape.ts';
import { fault as codeAsText } from './code-as-text.ts';
import { fault as codeByToken } from './code-by-token.ts';
import { fault as codeEmpty } from './code-empty.ts';
import { fault as codeForAnyClient } from './code-for-any-client.ts';
import { fault as codeForAnyRedirectUri } from './code-for-any-redirect-uri.ts';
import { fault as codeForNamesakes } from './code-for-namesakes.ts';
import { fault as codeInAnyCase } from './code-in-any-case.ts';
import { fault as codeInFragment } from './code-in-fragment.ts';
import { fault as codeMissing } from './code-missing.ts';
import { fault as codeMovesToUriTried } from './code-moves-to-uri-tried.ts';
import { fault as codeMovesToWhoTries } from './code-moves-to-who-tries.ts';
import { fault as codeNeverRedeemed } from './code-never-redeemed.ts';
import { fault as codeOfAnotherKind } from './code-of-another-kind.ts';
import { fault as codeOfAnyValue } from './code-of-any-value.ts';
import { fault as codeOpensGateway } from './code-opens-gateway.ts';
import { fault as codeRace } from './code-race.ts';
import { fault as codeRedeemedTwice } from './code-redeemed-twice.ts';
import { fault as codeRedirectUriByHost } from './code-redirect-uri-by-host.ts';
import { fault as codeRedirectUriOfLast } from './code-redirect-uri-of-last.ts';
import { fault as codeWithoutRedirectUri } from './code-without-redirect-uri.ts';
import { fault as codesConstant } from './codes-constant.ts';
import { fault as codesInLatin1 } from './codes-in-latin-1.ts';
import { fault as codesLiveTwoSeconds } from './codes-live-two-seconds.ts';
import { fault as codesOfClientIds } from './codes-of-client-ids.ts';
import { fault as codesOverwritten } from './codes-overwritten.ts';
import { fault as codesSequential } from './codes-sequential.ts';
import { fault as codesShort } from './codes-short.ts';
import { fault as confirmAnything } from './confirm-anything.ts';
import { fault as cookieAttributeTwice } from './cookie-attribute-twice.ts';
import { fault as cookieWithoutHttpOnly } from './cookie-without-http-only.ts';
import { fault as cookieWithoutSameSite } from './cookie-without-same-site.ts';
import { fault as cookieWithoutSecure } from './cookie-without-secure.ts';
import { fault as corsReflectsOrigin } from './cors-reflects-origin.ts';
import { fault as credentialsEchoed } from './credentials-echoed.ts';
import { fault as credentialsNotAscii500 } from './credentials-not-ascii-500.ts';
import { fault as deepJson500 } from './deep-json-500.ts';
import { fault as defaultScopesUnused } from './default-scopes-unused.ts';
import { fault as deleteAnswers204 } from './delete-answers-204.ts';
import { fault as deletedClientAuthorizes } from './deleted-client-authorizes.ts';
import { fault as deletedClientGetsTokens } from './deleted-client-gets-tokens.ts';
import { fault as deletingOneBlocksAll } from './deleting-one-blocks-all.ts';
import { fault as deletionDoesNothing } from './deletion-does-nothing.ts';
import { fault as deletionEchoesBlank } from './deletion-echoes-blank.ts';
import { fault as deletionEchoesRegistration } from './deletion-echoes-registration.ts';
import { fault as deletionEndsLastGrant } from './deletion-ends-last-grant.ts';
import { fault as deletionEndsTokensOfNamesakes } from './deletion-ends-tokens-of-namesakes.ts';
import { fault as deletionOfAllOfAName } from './deletion-of-all-of-a-name.ts';
import { fault as deletionOfUnknownSucceeds } from './deletion-of-unknown-succeeds.ts';
import { fault as denialOfOnlyUriYieldsCode } from './denial-of-only-uri-yields-code.ts';
import { fault as denialToAnyUri } from './denial-to-any-uri.ts';
import { fault as denialUntold } from './denial-untold.ts';
import { fault as denialWithOddError } from './denial-with-odd-error.ts';
import { fault as denialWithoutState } from './denial-without-state.ts';
import { fault as denialYieldsCode } from './denial-yields-code.ts';
import { fault as descriptionCutWhenStored } from './description-cut-when-stored.ts';
import { fault as descriptionLimitOfAColumn } from './description-limit-of-a-column.ts';
import { fault as descriptionLimitOffByOne } from './description-limit-off-by-one.ts';
import { fault as detailsAsNumber } from './details-as-number.ts';
import { fault as detailsAsText } from './details-as-text.ts';
import { fault as effectBeforeAuthentication } from './effect-before-authentication.ts';
import { fault as emptyArraysAsNull } from './empty-arrays-as-null.ts';
import { fault as emptyArraysRefused } from './empty-arrays-refused.ts';
import { fault as emptyBody500 } from './empty-body-500.ts';
import { fault as emptyBodyAsObject } from './empty-body-as-object.ts';
import { fault as emptyDescriptionRefused } from './empty-description-refused.ts';
import { fault as emptyEntriesDropped } from './empty-entries-dropped.ts';
import { fault as emptyListRequestRefused } from './empty-list-request-refused.ts';
import { fault as emptyMembersLeftOut } from './empty-members-left-out.ts';
import { fault as emptyNameRefused } from './empty-name-refused.ts';
import { fault as emptyPair500 } from './empty-pair-500.ts';
import { fault as emptyPasswordAccepted } from './empty-password-accepted.ts';
import { fault as errorsAsHtml } from './errors-as-html.ts';
import { fault as errorsAsProblemJson } from './errors-as-problem-json.ts';
import { fault as errorsAsTextPlain } from './errors-as-text-plain.ts';
import { fault as errorsByRedirect } from './errors-by-redirect.ts';
import { fault as expiredTokenAccepted } from './expired-token-accepted.ts';
import { fault as expiredTokenWithoutReason } from './expired-token-without-reason.ts';
import { fault as expiresInAsInstant } from './expires-in-as-instant.ts';
import { fault as expiresInAsText } from './expires-in-as-text.ts';
import { fault as expiresInZero } from './expires-in-zero.ts';
import { fault as filterTypeUnchecked } from './filter-type-unchecked.ts';
import { fault as formCharsetRefused } from './form-charset-refused.ts';
import { fault as formMediaTypeUnchecked } from './form-media-type-unchecked.ts';
import { fault as fourthRedirectUriLost } from './fourth-redirect-uri-lost.ts';
import { fault as fractionCutOff } from './fraction-cut-off.ts';
import { fault as fragmentRegistered } from './fragment-registered.ts';
import { fault as frameworkErrorDialect } from './framework-error-dialect.ts';
import { fault as framingAllowed } from './framing-allowed.ts';
import { fault as framingUndenied } from './framing-undenied.ts';
import { fault as gatewayErrorsAsHtml } from './gateway-errors-as-html.ts';
import { fault as gatewayOpen } from './gateway-open.ts';
import { fault as generatedClientFixed } from './generated-client-fixed.ts';
import { fault as generatedClientStays } from './generated-client-stays.ts';
import { fault as generatedClientUnknown } from './generated-client-unknown.ts';
import { fault as generatedClientsShared } from './generated-clients-shared.ts';
import { fault as generatedLifetimeIgnored } from './generated-lifetime-ignored.ts';
import { fault as generatedNameLost } from './generated-name-lost.ts';
import { fault as generatedRefreshTokenOpensGateway } from './generated-refresh-token-opens-gateway.ts';
import { fault as generatedRefreshTokenRefused } from './generated-refresh-token-refused.ts';
import { fault as generatedScopesWidened } from './generated-scopes-widened.ts';
import { fault as generatedSecretUnchecked } from './generated-secret-unchecked.ts';
import { fault as generatedTokenCacheable } from './generated-token-cacheable.ts';
import { fault as generatedTokenForAnyClient } from './generated-token-for-any-client.ts';
import { fault as generatedTokenOfKnownName } from './generated-token-of-known-name.ts';
import { fault as generatedTokenRefused } from './generated-token-refused.ts';
import { fault as generatedTokensIrrevocable } from './generated-tokens-irrevocable.ts';
import { fault as grantEndsEarlierOnes } from './grant-ends-earlier-ones.ts';
import { fault as grantEndsTokensOfOthers } from './grant-ends-tokens-of-others.ts';
import { fault as grantTypeGuessed } from './grant-type-guessed.ts';
import { fault as grantTypeInAnyCase } from './grant-type-in-any-case.ts';
import { fault as hangOnBadCode } from './hang-on-bad-code.ts';
import { fault as hangOnEmptyBody } from './hang-on-empty-body.ts';
import { fault as hangOnLongText } from './hang-on-long-text.ts';
import { fault as headRefused } from './head-refused.ts';
import { fault as hintRequired } from './hint-required.ts';
import { fault as hintUnchecked } from './hint-unchecked.ts';
import { fault as hintedRevocationBeforeAuthentication } from './hinted-revocation-before-authentication.ts';
import { fault as hstsMalformed } from './hsts-malformed.ts';
import { fault as hstsTwice } from './hsts-twice.ts';
import { fault as int32Unchecked } from './int32-unchecked.ts';
import { fault as int64Unchecked } from './int64-unchecked.ts';
import { fault as invalidUtf8500 } from './invalid-utf-8-500.ts';
import { fault as jsonMediaTypeCaseSensitive } from './json-media-type-case-sensitive.ts';
import { fault as jsonMediaTypeUnchecked } from './json-media-type-unchecked.ts';
import { fault as jsonOnFormOperations } from './json-on-form-operations.ts';
import { fault as kindError } from './kind-error.ts';
import { fault as kindOfTheOtherModel } from './kind-of-the-other-model.ts';
import { fault as kindUnchecked } from './kind-unchecked.ts';
import { fault as largeInteger500 } from './large-integer-500.ts';
import { fault as lengthAsTextAccepted } from './length-as-text-accepted.ts';
import { fault as lengthCountsCharacters } from './length-counts-characters.ts';
import { fault as lengthInBytes } from './length-in-bytes.ts';
import { fault as lengthInUtf16Units } from './length-in-utf-16-units.ts';
import { fault as lengthLimitsUnchecked } from './length-limits-unchecked.ts';
import { fault as lengthOfComposedText } from './length-of-composed-text.ts';
import { fault as lengthOfTrimmedText } from './length-of-trimmed-text.ts';
import { fault as lengthWith204 } from './length-with-204.ts';
import { fault as lengthZeroAccepted } from './length-zero-accepted.ts';
import { fault as lenientJson } from './lenient-json.ts';
import { fault as lifetimeAsTextAccepted } from './lifetime-as-text-accepted.ts';
import { fault as lineEndsNormalised } from './line-ends-normalised.ts';
import { fault as listAlwaysEmpty } from './list-always-empty.ts';
import { fault as listAsBareArray } from './list-as-bare-array.ts';
import { fault as listCutsDescriptions } from './list-cuts-descriptions.ts';
import { fault as listDuplicates } from './list-duplicates.ts';
import { fault as listEntitiesAsNull } from './list-entities-as-null.ts';
import { fault as listEscapesHtml } from './list-escapes-html.ts';
import { fault as listFilterIgnored } from './list-filter-ignored.ts';
import { fault as listFilterOperatorsRefused } from './list-filter-operators-refused.ts';
import { fault as listFilterOrAsAnd } from './list-filter-or-as-and.ts';
import { fault as listFilterStrictnessLost } from './list-filter-strictness-lost.ts';
import { fault as listJoinsScopes } from './list-joins-scopes.ts';
import { fault as listKeepsDeleted } from './list-keeps-deleted.ts';
import { fault as listLacksNewest } from './list-lacks-newest.ts';
import { fault as listLengthAsOffset } from './list-length-as-offset.ts';
import { fault as listLengthIgnored } from './list-length-ignored.ts';
import { fault as listLengthOffByOne } from './list-length-off-by-one.ts';
import { fault as listLengthOverstated } from './list-length-overstated.ts';
import { fault as listOffsetIgnored } from './list-offset-ignored.ts';
import { fault as listOffsetInPages } from './list-offset-in-pages.ts';
import { fault as listOffsetOffByOne } from './list-offset-off-by-one.ts';
import { fault as listOffsetSkips } from './list-offset-skips.ts';
import { fault as listOffsetWraps } from './list-offset-wraps.ts';
import { fault as listShowsFirstName } from './list-shows-first-name.ts';
import { fault as listShowsFirstUris } from './list-shows-first-uris.ts';
import { fault as listShowsOtherSecret } from './list-shows-other-secret.ts';
import { fault as listSortOrderIgnored } from './list-sort-order-ignored.ts';
import { fault as listSortedUpsideDown } from './list-sorted-upside-down.ts';
import { fault as listStale } from './list-stale.ts';
import { fault as listTotalOfPage } from './list-total-of-page.ts';
import { fault as listUnsorted } from './list-unsorted.ts';
import { fault as listWithoutContentType } from './list-without-content-type.ts';
import { fault as listWithoutMetadata } from './list-without-metadata.ts';
import { fault as loginAnswers200 } from './login-answers-200.ts';
import { fault as loginAnswers307 } from './login-answers-307.ts';
import { fault as loginAsksForToken } from './login-asks-for-token.ts';
import { fault as loginCacheable } from './login-cacheable.ts';
import { fault as loginComesBackElsewhere } from './login-comes-back-elsewhere.ts';
import { fault as loginHostUnset } from './login-host-unset.ts';
import { fault as loginLocationRelative } from './login-location-relative.ts';
import { fault as loginOverHttp } from './login-over-http.ts';
import { fault as loginPageForAnonymous } from './login-page-for-anonymous.ts';
import { fault as loginRedirectsToNext } from './login-redirects-to-next.ts';
import { fault as loginRequestIncomplete } from './login-request-incomplete.ts';
import { fault as loginSluggish } from './login-sluggish.ts';
import { fault as loginStateConstant } from './login-state-constant.ts';
import { fault as loginStateSequential } from './login-state-sequential.ts';
import { fault as loginTrimmed } from './login-trimmed.ts';
import { fault as loginTrustsForwardedHost } from './login-trusts-forwarded-host.ts';
import { fault as loginWithToken } from './login-with-token.ts';
import { fault as loginWithoutLocation } from './login-without-location.ts';
import { fault as loginWithoutState } from './login-without-state.ts';
import { fault as loneSurrogate500 } from './lone-surrogate-500.ts';
import { fault as longForm500 } from './long-form-500.ts';
import { fault as longId500 } from './long-id-500.ts';
import { fault as longInteger500 } from './long-integer-500.ts';
import { fault as longLifetimeOverflows } from './long-lifetime-overflows.ts';
import { fault as longRedirectUriRefused } from './long-redirect-uri-refused.ts';
import { fault as longStateRefused } from './long-state-refused.ts';
import { fault as longText500 } from './long-text-500.ts';
import { fault as memberSentTwice } from './member-sent-twice.ts';
import { fault as messageAsText } from './message-as-text.ts';
import { fault as messageEmpty } from './message-empty.ts';
import { fault as messageListEmpty } from './message-list-empty.ts';
import { fault as messageListMissing } from './message-list-missing.ts';
import { fault as messageWithoutReason } from './message-without-reason.ts';
import { fault as missingArraysDefaulted } from './missing-arrays-defaulted.ts';
import { fault as missingDescriptionDefaulted } from './missing-description-defaulted.ts';
import { fault as missingParameter500 } from './missing-parameter-500.ts';
import { fault as nameLimitDoubled } from './name-limit-doubled.ts';
import { fault as nameLimitOffByOne } from './name-limit-off-by-one.ts';
import { fault as negativeLengthAccepted } from './negative-length-accepted.ts';
import { fault as negativeOffsetAccepted } from './negative-offset-accepted.ts';
import { fault as noAllow } from './no-allow.ts';
import { fault as noChallenge } from './no-challenge.ts';
import { fault as noChallengeForClient } from './no-challenge-for-client.ts';
import { fault as noDate } from './no-date.ts';
import { fault as nosniffMissing } from './nosniff-missing.ts';
import { fault as notFoundWithoutBody } from './not-found-without-body.ts';
import { fault as null500 } from './null-500.ts';
import { fault as nullAsAbsent } from './null-as-absent.ts';
import { fault as nullAsEmpty } from './null-as-empty.ts';
import { fault as nullCharacter500 } from './null-character-500.ts';
import { fault as oauthErrorDialect } from './oauth-error-dialect.ts';
import { fault as oddCredentials500 } from './odd-credentials-500.ts';
import { fault as oddId500 } from './odd-id-500.ts';
import { fault as offsetBeyondEndRefused } from './offset-beyond-end-refused.ts';
import { fault as oldSecretWorks } from './old-secret-works.ts';
import { fault as oneCodeForAll } from './one-code-for-all.ts';
import { fault as otherMediaType500 } from './other-media-type-500.ts';
import { fault as parameterOfLanguage500 } from './parameter-of-language-500.ts';
import { fault as passwordCutAtColon } from './password-cut-at-colon.ts';
import { fault as passwordInAnyCase } from './password-in-any-case.ts';
import { fault as passwordInLoginLocation } from './password-in-login-location.ts';
import { fault as passwordPadded } from './password-padded.ts';
import { fault as passwordUnchecked } from './password-unchecked.ts';
import { fault as pathInMessage } from './path-in-message.ts';
import { fault as pkceMisread } from './pkce-misread.ts';
import { fault as plusAsSpace } from './plus-as-space.ts';
import { fault as readSwapsTexts } from './read-swaps-texts.ts';
import { fault as readWithMaskedSecret } from './read-with-masked-secret.ts';
import { fault as readWithOtherSecret } from './read-with-other-secret.ts';
import { fault as readWithoutSecret } from './read-without-secret.ts';
import { fault as reasonInOwnWords } from './reason-in-own-words.ts';
import { fault as redeemedTokenRefused } from './redeemed-token-refused.ts';
import { fault as redirectQueryLost } from './redirect-query-lost.ts';
import { fault as redirectSecondQuestionMark } from './redirect-second-question-mark.ts';
import { fault as redirectUriAlwaysSent } from './redirect-uri-always-sent.ts';
import { fault as redirectUriAsPattern } from './redirect-uri-as-pattern.ts';
import { fault as redirectUriByDomain } from './redirect-uri-by-domain.ts';
import { fault as redirectUriByHost } from './redirect-uri-by-host.ts';
import { fault as redirectUriByPrefix } from './redirect-uri-by-prefix.ts';
import { fault as redirectUriContained } from './redirect-uri-contained.ts';
import { fault as redirectUriFirstOfMany } from './redirect-uri-first-of-many.ts';
import { fault as redirectUriFragmentIgnored } from './redirect-uri-fragment-ignored.ts';
import { fault as redirectUriFragmentKept } from './redirect-uri-fragment-kept.ts';
import { fault as redirectUriInAnyCase } from './redirect-uri-in-any-case.ts';
import { fault as redirectUriLowerCased } from './redirect-uri-lower-cased.ts';
import { fault as redirectUriOfAnyClient } from './redirect-uri-of-any-client.ts';
import { fault as redirectUriPathResolved } from './redirect-uri-path-resolved.ts';
import { fault as redirectUriPortIgnored } from './redirect-uri-port-ignored.ts';
import { fault as redirectUriQueryIgnored } from './redirect-uri-query-ignored.ts';
import { fault as redirectUriSchemeIgnored } from './redirect-uri-scheme-ignored.ts';
import { fault as redirectUriSlashIgnored } from './redirect-uri-slash-ignored.ts';
import { fault as redirectUriSlashStripped } from './redirect-uri-slash-stripped.ts';
import { fault as redirectUriUnchecked } from './redirect-uri-unchecked.ts';
import { fault as redirectUriUserinfoIgnored } from './redirect-uri-userinfo-ignored.ts';
import { fault as redirectUriWildcard } from './redirect-uri-wildcard.ts';
import { fault as redirectUrisNormalised } from './redirect-uris-normalised.ts';
import { fault as redirectUrisSplitAtCommas } from './redirect-uris-split-at-commas.ts';
import { fault as refreshByAccessToken } from './refresh-by-access-token.ts';
import { fault as refreshByAnyValue } from './refresh-by-any-value.ts';
import { fault as refreshByRedeemedCode } from './refresh-by-redeemed-code.ts';
import { fault as refreshEndsOtherGrants } from './refresh-ends-other-grants.ts';
import { fault as refreshForAnyClient } from './refresh-for-any-client.ts';
import { fault as refreshForNamesakes } from './refresh-for-namesakes.ts';
import { fault as refreshRace } from './refresh-race.ts';
import { fault as refreshRevivesRevokedToken } from './refresh-revives-revoked-token.ts';
import { fault as refreshTokenIsAccessToken } from './refresh-token-is-access-token.ts';
import { fault as refreshTokenOutlivesRevocation } from './refresh-token-outlives-revocation.ts';
import { fault as refreshTokenRefused } from './refresh-token-refused.ts';
import { fault as refreshTokensConstant } from './refresh-tokens-constant.ts';
import { fault as refreshWithoutSecret } from './refresh-without-secret.ts';
import { fault as refreshedTokenRefused } from './refreshed-token-refused.ts';
import { fault as refreshedTokensExpireEarly } from './refreshed-tokens-expire-early.ts';
import { fault as refusalWithStatus200 } from './refusal-with-status-200.ts';
import { fault as refusedWith403 } from './refused-with-403.ts';
import { fault as registerAnswers201 } from './register-answers-201.ts';
import { fault as registeredSecretsShort } from './registered-secrets-short.ts';
import { fault as registrationEchoIncomplete } from './registration-echo-incomplete.ts';
import { fault as registrationLost } from './registration-lost.ts';
import { fault as registrationOfKnownName } from './registration-of-known-name.ts';
import { fault as removedRedirectUriAccepted } from './removed-redirect-uri-accepted.ts';
import { fault as repeatedParameterLastWins } from './repeated-parameter-last-wins.ts';
import { fault as replayRefusedInText } from './replay-refused-in-text.ts';
import { fault as replayRevokesNothing } from './replay-revokes-nothing.ts';
import { fault as resetOnDeepJson } from './reset-on-deep-json.ts';
import { fault as resetOnNull } from './reset-on-null.ts';
import { fault as responseTypeUnchecked } from './response-type-unchecked.ts';
import { fault as returnedRefreshTokenUnknown } from './returned-refresh-token-unknown.ts';
import { fault as revocationAnswersErrorState } from './revocation-answers-error-state.ts';
import { fault as revocationBeforeAuthentication } from './revocation-before-authentication.ts';
import { fault as revocationByPrefix } from './revocation-by-prefix.ts';
import { fault as revocationDoesNothing } from './revocation-does-nothing.ts';
import { fault as revocationEndsAllOfClient } from './revocation-ends-all-of-client.ts';
import { fault as revocationEndsEverything } from './revocation-ends-everything.ts';
import { fault as revocationNeedsBody } from './revocation-needs-body.ts';
import { fault as revocationOfUnknown400 } from './revocation-of-unknown-400.ts';
import { fault as revocationUndecoded } from './revocation-undecoded.ts';
import { fault as revokeNothing } from './revoke-nothing.ts';
import { fault as revokedTokenRevives } from './revoked-token-revives.ts';
import { fault as rotationKeepsOldToken } from './rotation-keeps-old-token.ts';
import { fault as schemeUnchecked } from './scheme-unchecked.ts';
import { fault as scopeAsArray } from './scope-as-array.ts';
import { fault as scopeByPrefix } from './scope-by-prefix.ts';
import { fault as scopeByPrefixOnRefresh } from './scope-by-prefix-on-refresh.ts';
import { fault as scopeIgnored } from './scope-ignored.ts';
import { fault as scopeInvented } from './scope-invented.ts';
import { fault as scopeLostByRefresh } from './scope-lost-by-refresh.ts';
import { fault as scopeUnchecked } from './scope-unchecked.ts';
import { fault as scopeWidenedByRefresh } from './scope-widened-by-refresh.ts';
import { fault as scopeWidenedBySecondRefresh } from './scope-widened-by-second-refresh.ts';
import { fault as scopesAsText } from './scopes-as-text.ts';
import { fault as scopesSetByAuthorization } from './scopes-set-by-authorization.ts';
import { fault as secondDeletionSucceeds } from './second-deletion-succeeds.ts';
import { fault as secondRefreshedTokenDead } from './second-refreshed-token-dead.ts';
import { fault as secondUpdateHalfStored } from './second-update-half-stored.ts';
import { fault as secretEchoed } from './secret-echoed.ts';
import { fault as secretInLocation } from './secret-in-location.ts';
import { fault as secretRotatedSilently } from './secret-rotated-silently.ts';
import { fault as serverVersionShown } from './server-version-shown.ts';
import { fault as sessionCookieUnchecked } from './session-cookie-unchecked.ts';
import { fault as slashBeforeQuery } from './slash-before-query.ts';
import { fault as sortOrderUnchecked } from './sort-order-unchecked.ts';
import { fault as spacesCollapsed } from './spaces-collapsed.ts';
import { fault as sqlInMessage } from './sql-in-message.ts';
import { fault as stackTraceInMessage } from './stack-trace-in-message.ts';
import { fault as stateAlways } from './state-always.ts';
import { fault as stateAsJson } from './state-as-json.ts';
import { fault as stateAsNumber } from './state-as-number.ts';
import { fault as stateCut } from './state-cut.ts';
import { fault as stateCutAt1024 } from './state-cut-at-1024.ts';
import { fault as stateDropped } from './state-dropped.ts';
import { fault as stateEscapedTwice } from './state-escaped-twice.ts';
import { fault as stateFailed } from './state-failed.ts';
import { fault as stateMissing } from './state-missing.ts';
import { fault as stateNullDropped } from './state-null-dropped.ts';
import { fault as stateRequired } from './state-required.ts';
import { fault as stateSplitsHeader } from './state-splits-header.ts';
import { fault as stateTrimmed } from './state-trimmed.ts';
import { fault as stateUnescaped } from './state-unescaped.ts';
import { fault as statusLineMalformed } from './status-line-malformed.ts';
import { fault as textAsArray } from './text-as-array.ts';
import { fault as textAsLatin1 } from './text-as-latin-1.ts';
import { fault as textEscaped } from './text-escaped.ts';
import { fault as textLowerCased } from './text-lower-cased.ts';
import { fault as textNormalised } from './text-normalised.ts';
import { fault as textTrimmed } from './text-trimmed.ts';
import { fault as textsCoerced } from './texts-coerced.ts';
import { fault as threeRefreshesAClient } from './three-refreshes-a-client.ts';
import { fault as tokenAnswerWithClientSecret } from './token-answer-with-client-secret.ts';
import { fault as tokenAsTextPlain } from './token-as-text-plain.ts';
import { fault as tokenAsksForState } from './token-asks-for-state.ts';
import { fault as tokenCacheable } from './token-cacheable.ts';
import { fault as tokenEchoed } from './token-echoed.ts';
import { fault as tokenTypeMac } from './token-type-mac.ts';
import { fault as tokenWithoutRefreshToken } from './token-without-refresh-token.ts';
import { fault as tokensDeadFromTheStart } from './tokens-dead-from-the-start.ts';
import { fault as tokensExpireEarly } from './tokens-expire-early.ts';
import { fault as tokensHandedOn } from './tokens-handed-on.ts';
import { fault as tokensOfTime } from './tokens-of-time.ts';
import { fault as tokensOutliveClient } from './tokens-outlive-client.ts';
import { fault as tokensSequential } from './tokens-sequential.ts';
import { fault as tokensShort } from './tokens-short.ts';
import { fault as tokensWithOddCharacters } from './tokens-with-odd-characters.ts';
import { fault as tokensWithSharedPrefix } from './tokens-with-shared-prefix.ts';
import { fault as traceEchoes } from './trace-echoes.ts';
import { fault as undocumentedMethod200 } from './undocumented-method-200.ts';
import { fault as undocumentedMethod400 } from './undocumented-method-400.ts';
import { fault as undocumentedMethod500 } from './undocumented-method-500.ts';
import { fault as unknownClient400 } from './unknown-client-400.ts';
import { fault as unknownClient403 } from './unknown-client-403.ts';
import { fault as unknownClient500 } from './unknown-client-500.ts';
import { fault as unknownClientAnswersNull } from './unknown-client-answers-null.ts';
import { fault as unknownClientRedirected } from './unknown-client-redirected.ts';
import { fault as unknownClientToldApart } from './unknown-client-told-apart.ts';
import { fault as unknownMembersKept } from './unknown-members-kept.ts';
import { fault as unknownParametersRefused } from './unknown-parameters-refused.ts';
import { fault as unregisteredUriRedirected } from './unregistered-uri-redirected.ts';
import { fault as unsignedTokenAccepted } from './unsigned-token-accepted.ts';
import { fault as updateAppends } from './update-appends.ts';
import { fault as updateChangesId } from './update-changes-id.ts';
import { fault as updateChangesOthers } from './update-changes-others.ts';
import { fault as updateCountsVersions } from './update-counts-versions.ts';
import { fault as updateCreatesUnknown } from './update-creates-unknown.ts';
import { fault as updateEchoesOld } from './update-echoes-old.ts';
import { fault as updateIgnoresEmpty } from './update-ignores-empty.ts';
import { fault as updateInOtherCaseIgnored } from './update-in-other-case-ignored.ts';
import { fault as updateInOtherOrderIgnored } from './update-in-other-order-ignored.ts';
import { fault as updateKeepsName } from './update-keeps-name.ts';
import { fault as updateMergesArrays } from './update-merges-arrays.ts';
import { fault as updateNotStored } from './update-not-stored.ts';
import { fault as updateRace } from './update-race.ts';
import { fault as updateRevivesClient } from './update-revives-client.ts';
import { fault as updatedClientWithoutSecret } from './updated-client-without-secret.ts';
import { fault as userUnchecked } from './user-unchecked.ts';
import { fault as wrongHintPretends } from './wrong-hint-pretends.ts';
import { fault as wrongHintRevokesNothing } from './wrong-hint-revokes-nothing.ts';
import { fault as wrongSecret400 } from './wrong-secret-400.ts';
import { fault as wrongType500 } from './wrong-type-500.ts';
import type { Fault } from './fault.ts';

/** All faults, sorted by id. */
export const faults: readonly Fault[] = [
  accessTokenOutlivesRevocation,
  accessTokensConstant,
  accessTokensOutliveRefreshToken,
  addedRedirectUriRefused,
  allowListsEverything,
  answersAgainLater,
  answersTwice,
  anyBasicAccepted,
  anyClientIdGetsToken,
  anyEntityTagMatches,
  anyMethodReads,
  anySchemeAccepted,
  apiVersionAsNumber,
  apiVersionV4,
  arrayBody500,
  arrayBodyUnwrapped,
  arrayEntriesUnchecked,
  arraysCutAtTen,
  arraysDeduplicated,
  arraysSorted,
  astralMojibake,
  astralTextRefused,
  authAfterInput,
  authMissingEverywhere,
  authMissingOnCallback,
  authMissingOnDelete,
  authMissingOnList,
  authMissingOnToken,
  authorizeAnswers303,
  authorizeAnswers307,
  authorizeByGet,
  authorizeWithoutLocation,
  badEscape500,
  badGrant404,
  bearer403,
  bearer500,
  bearerByPrefix,
  bearerByRefreshToken,
  bearerInAnyCase,
  bearerInQuery,
  bearerSchemeCaseSensitive,
  bearerUnchecked,
  bearerWithoutChallenge,
  bodyCutShort,
  bodyInLatin1,
  bodyWithByteOrderMark,
  brokenJson500,
  callbackAcceptsAnyCode,
  callbackHandsCodeOn,
  callbackRedirectsToState,
  callbackWithoutCode,
  callerChoosesId,
  changeBeforeAuthentication,
  changeBeforeValidation,
  choicesTrimmed,
  chunkCutShort,
  clientAsTextHtml,
  clientAsUser,
  clientCacheable,
  clientIdOfLanguage500,
  clientIdOpensGateway,
  clientIdsAsPatterns,
  clientIdsInAnyCase,
  clientIdsInLatin1,
  clientIdsOfNames,
  clientIdsOfTheClock,
  clientIdsReused,
  clientIdsTrimmed,
  clientInsideStatus,
  clientSecretByPrefix,
  clientSecretCutAtNul,
  clientSecretInAnyCase,
  clientSecretLastCharacterIgnored,
  clientSecretOfAnyClient,
  clientSecretPadded,
  clientSecretUnchecked,
  clientSecretsConstant,
  clientSecretsInLatin1,
  clientSecretsSequential,
  clientSecretsShort,
  clientsForgotten,
  closeOnBadEscape,
  codeAsText,
  codeByToken,
  codeEmpty,
  codeForAnyClient,
  codeForAnyRedirectUri,
  codeForNamesakes,
  codeInAnyCase,
  codeInFragment,
  codeMissing,
  codeMovesToUriTried,
  codeMovesToWhoTries,
  codeNeverRedeemed,
  codeOfAnotherKind,
  codeOfAnyValue,
  codeOpensGateway,
  codeRace,
  codeRedeemedTwice,
  codeRedirectUriByHost,
  codeRedirectUriOfLast,
  codeWithoutRedirectUri,
  codesConstant,
  codesInLatin1,
  codesLiveTwoSeconds,
  codesOfClientIds,
  codesOverwritten,
  codesSequential,
  codesShort,
  confirmAnything,
  cookieAttributeTwice,
  cookieWithoutHttpOnly,
  cookieWithoutSameSite,
  cookieWithoutSecure,
  corsReflectsOrigin,
  credentialsEchoed,
  credentialsNotAscii500,
  deepJson500,
  defaultScopesUnused,
  deleteAnswers204,
  deletedClientAuthorizes,
  deletedClientGetsTokens,
  deletingOneBlocksAll,
  deletionDoesNothing,
  deletionEchoesBlank,
  deletionEchoesRegistration,
  deletionEndsLastGrant,
  deletionEndsTokensOfNamesakes,
  deletionOfAllOfAName,
  deletionOfUnknownSucceeds,
  denialOfOnlyUriYieldsCode,
  denialToAnyUri,
  denialUntold,
  denialWithOddError,
  denialWithoutState,
  denialYieldsCode,
  descriptionCutWhenStored,
  descriptionLimitOfAColumn,
  descriptionLimitOffByOne,
  detailsAsNumber,
  detailsAsText,
  effectBeforeAuthentication,
  emptyArraysAsNull,
  emptyArraysRefused,
  emptyBody500,
  emptyBodyAsObject,
  emptyDescriptionRefused,
  emptyEntriesDropped,
  emptyListRequestRefused,
  emptyMembersLeftOut,
  emptyNameRefused,
  emptyPair500,
  emptyPasswordAccepted,
  errorsAsHtml,
  errorsAsProblemJson,
  errorsAsTextPlain,
  errorsByRedirect,
  expiredTokenAccepted,
  expiredTokenWithoutReason,
  expiresInAsInstant,
  expiresInAsText,
  expiresInZero,
  filterTypeUnchecked,
  formCharsetRefused,
  formMediaTypeUnchecked,
  fourthRedirectUriLost,
  fractionCutOff,
  fragmentRegistered,
  frameworkErrorDialect,
  framingAllowed,
  framingUndenied,
  gatewayErrorsAsHtml,
  gatewayOpen,
  generatedClientFixed,
  generatedClientStays,
  generatedClientUnknown,
  generatedClientsShared,
  generatedLifetimeIgnored,
  generatedNameLost,
  generatedRefreshTokenOpensGateway,
  generatedRefreshTokenRefused,
  generatedScopesWidened,
  generatedSecretUnchecked,
  generatedTokenCacheable,
  generatedTokenForAnyClient,
  generatedTokenOfKnownName,
  generatedTokenRefused,
  generatedTokensIrrevocable,
  grantEndsEarlierOnes,
  grantEndsTokensOfOthers,
  grantTypeGuessed,
  grantTypeInAnyCase,
  hangOnBadCode,
  hangOnEmptyBody,
  hangOnLongText,
  headRefused,
  hintRequired,
  hintUnchecked,
  hintedRevocationBeforeAuthentication,
  hstsMalformed,
  hstsTwice,
  int32Unchecked,
  int64Unchecked,
  invalidUtf8500,
  jsonMediaTypeCaseSensitive,
  jsonMediaTypeUnchecked,
  jsonOnFormOperations,
  kindError,
  kindOfTheOtherModel,
  kindUnchecked,
  largeInteger500,
  lengthAsTextAccepted,
  lengthCountsCharacters,
  lengthInBytes,
  lengthInUtf16Units,
  lengthLimitsUnchecked,
  lengthOfComposedText,
  lengthOfTrimmedText,
  lengthWith204,
  lengthZeroAccepted,
  lenientJson,
  lifetimeAsTextAccepted,
  lineEndsNormalised,
  listAlwaysEmpty,
  listAsBareArray,
  listCutsDescriptions,
  listDuplicates,
  listEntitiesAsNull,
  listEscapesHtml,
  listFilterIgnored,
  listFilterOperatorsRefused,
  listFilterOrAsAnd,
  listFilterStrictnessLost,
  listJoinsScopes,
  listKeepsDeleted,
  listLacksNewest,
  listLengthAsOffset,
  listLengthIgnored,
  listLengthOffByOne,
  listLengthOverstated,
  listOffsetIgnored,
  listOffsetInPages,
  listOffsetOffByOne,
  listOffsetSkips,
  listOffsetWraps,
  listShowsFirstName,
  listShowsFirstUris,
  listShowsOtherSecret,
  listSortOrderIgnored,
  listSortedUpsideDown,
  listStale,
  listTotalOfPage,
  listUnsorted,
  listWithoutContentType,
  listWithoutMetadata,
  loginAnswers200,
  loginAnswers307,
  loginAsksForToken,
  loginCacheable,
  loginComesBackElsewhere,
  loginHostUnset,
  loginLocationRelative,
  loginOverHttp,
  loginPageForAnonymous,
  loginRedirectsToNext,
  loginRequestIncomplete,
  loginSluggish,
  loginStateConstant,
  loginStateSequential,
  loginTrimmed,
  loginTrustsForwardedHost,
  loginWithToken,
  loginWithoutLocation,
  loginWithoutState,
  loneSurrogate500,
  longForm500,
  longId500,
  longInteger500,
  longLifetimeOverflows,
  longRedirectUriRefused,
  longStateRefused,
  longText500,
  memberSentTwice,
  messageAsText,
  messageEmpty,
  messageListEmpty,
  messageListMissing,
  messageWithoutReason,
  missingArraysDefaulted,
  missingDescriptionDefaulted,
  missingParameter500,
  nameLimitDoubled,
  nameLimitOffByOne,
  negativeLengthAccepted,
  negativeOffsetAccepted,
  noAllow,
  noChallenge,
  noChallengeForClient,
  noDate,
  nosniffMissing,
  notFoundWithoutBody,
  null500,
  nullAsAbsent,
  nullAsEmpty,
  nullCharacter500,
  oauthErrorDialect,
  oddCredentials500,
  oddId500,
  offsetBeyondEndRefused,
  oldSecretWorks,
  oneCodeForAll,
  otherMediaType500,
  parameterOfLanguage500,
  passwordCutAtColon,
  passwordInAnyCase,
  passwordInLoginLocation,
  passwordPadded,
  passwordUnchecked,
  pathInMessage,
  pkceMisread,
  plusAsSpace,
  readSwapsTexts,
  readWithMaskedSecret,
  readWithOtherSecret,
  readWithoutSecret,
  reasonInOwnWords,
  redeemedTokenRefused,
  redirectQueryLost,
  redirectSecondQuestionMark,
  redirectUriAlwaysSent,
  redirectUriAsPattern,
  redirectUriByDomain,
  redirectUriByHost,
  redirectUriByPrefix,
  redirectUriContained,
  redirectUriFirstOfMany,
  redirectUriFragmentIgnored,
  redirectUriFragmentKept,
  redirectUriInAnyCase,
  redirectUriLowerCased,
  redirectUriOfAnyClient,
  redirectUriPathResolved,
  redirectUriPortIgnored,
  redirectUriQueryIgnored,
  redirectUriSchemeIgnored,
  redirectUriSlashIgnored,
  redirectUriSlashStripped,
  redirectUriUnchecked,
  redirectUriUserinfoIgnored,
  redirectUriWildcard,
  redirectUrisNormalised,
  redirectUrisSplitAtCommas,
  refreshByAccessToken,
  refreshByAnyValue,
  refreshByRedeemedCode,
  refreshEndsOtherGrants,
  refreshForAnyClient,
  refreshForNamesakes,
  refreshRace,
  refreshRevivesRevokedToken,
  refreshTokenIsAccessToken,
  refreshTokenOutlivesRevocation,
  refreshTokenRefused,
  refreshTokensConstant,
  refreshWithoutSecret,
  refreshedTokenRefused,
  refreshedTokensExpireEarly,
  refusalWithStatus200,
  refusedWith403,
  registerAnswers201,
  registeredSecretsShort,
  registrationEchoIncomplete,
  registrationLost,
  registrationOfKnownName,
  removedRedirectUriAccepted,
  repeatedParameterLastWins,
  replayRefusedInText,
  replayRevokesNothing,
  resetOnDeepJson,
  resetOnNull,
  responseTypeUnchecked,
  returnedRefreshTokenUnknown,
  revocationAnswersErrorState,
  revocationBeforeAuthentication,
  revocationByPrefix,
  revocationDoesNothing,
  revocationEndsAllOfClient,
  revocationEndsEverything,
  revocationNeedsBody,
  revocationOfUnknown400,
  revocationUndecoded,
  revokeNothing,
  revokedTokenRevives,
  rotationKeepsOldToken,
  schemeUnchecked,
  scopeAsArray,
  scopeByPrefix,
  scopeByPrefixOnRefresh,
  scopeIgnored,
  scopeInvented,
  scopeLostByRefresh,
  scopeUnchecked,
  scopeWidenedByRefresh,
  scopeWidenedBySecondRefresh,
  scopesAsText,
  scopesSetByAuthorization,
  secondDeletionSucceeds,
  secondRefreshedTokenDead,
  secondUpdateHalfStored,
  secretEchoed,
  secretInLocation,
  secretRotatedSilently,
  serverVersionShown,
  sessionCookieUnchecked,
  slashBeforeQuery,
  sortOrderUnchecked,
  spacesCollapsed,
  sqlInMessage,
  stackTraceInMessage,
  stateAlways,
  stateAsJson,
  stateAsNumber,
  stateCut,
  stateCutAt1024,
  stateDropped,
  stateEscapedTwice,
  stateFailed,
  stateMissing,
  stateNullDropped,
  stateRequired,
  stateSplitsHeader,
  stateTrimmed,
  stateUnescaped,
  statusLineMalformed,
  textAsArray,
  textAsLatin1,
  textEscaped,
  textLowerCased,
  textNormalised,
  textTrimmed,
  textsCoerced,
  threeRefreshesAClient,
  tokenAnswerWithClientSecret,
  tokenAsTextPlain,
  tokenAsksForState,
  tokenCacheable,
  tokenEchoed,
  tokenTypeMac,
  tokenWithoutRefreshToken,
  tokensDeadFromTheStart,
  tokensExpireEarly,
  tokensHandedOn,
  tokensOfTime,
  tokensOutliveClient,
  tokensSequential,
  tokensShort,
  tokensWithOddCharacters,
  tokensWithSharedPrefix,
  traceEchoes,
  undocumentedMethod200,
  undocumentedMethod400,
  undocumentedMethod500,
  unknownClient400,
  unknownClient403,
  unknownClient500,
  unknownClientAnswersNull,
  unknownClientRedirected,
  unknownClientToldApart,
  unknownMembersKept,
  unknownParametersRefused,
  unregisteredUriRedirected,
  unsignedTokenAccepted,
  updateAppends,
  updateChangesId,
  updateChangesOthers,
  updateCountsVersions,
  updateCreatesUnknown,
  updateEchoesOld,
  updateIgnoresEmpty,
  updateInOtherCaseIgnored,
  updateInOtherOrderIgnored,
  updateKeepsName,
  updateMergesArrays,
  updateNotStored,
  updateRace,
  updateRevivesClient,
  updatedClientWithoutSecret,
  userUnchecked,
  wrongHintPretends,
  wrongHintRevokesNothing,
  wrongSecret400,
  wrongType500,
];
