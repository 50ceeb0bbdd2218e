import type { Rule } from '../rule.ts';
import { clientFailedUpdateChangesNothing } from './client-failed-update-changes-nothing.ts';
import { clientIdNeverReused } from './client-id-never-reused.ts';
import { clientIdUnique } from './client-id-unique.ts';
import { clientIdVisible } from './client-id-visible.ts';
import { clientIdentifiersAssigned } from './client-identifiers-assigned.ts';
import { clientLaterRemembered } from './client-later-remembered.ts';
import { clientLifecycleGone } from './client-lifecycle-gone.ts';
import { clientLifecycleRemembered } from './client-lifecycle-remembered.ts';
import { clientOthersAuthorizable } from './client-others-authorizable.ts';
import { clientOthersUntouched } from './client-others-untouched.ts';
import { clientOthersUsable } from './client-others-usable.ts';
import { clientRaceDeletionFinal } from './client-race-deletion-final.ts';
import { clientRaceDistinct } from './client-race-distinct.ts';
import { clientRaceWhole } from './client-race-whole.ts';
import { clientSecretUnguessable } from './client-secret-unguessable.ts';
import { clientSecretUnique } from './client-secret-unique.ts';
import { clientSecretVisible } from './client-secret-visible.ts';
import { clientUnknownMemberDropped } from './client-unknown-member-dropped.ts';
import { clientUpdateCreatesNothing } from './client-update-creates-nothing.ts';
import { clientUpdateReplaces } from './client-update-replaces.ts';
import { clientUsedRemembered } from './client-used-remembered.ts';

/** The session rules on clients. */
export const clientRules: readonly Rule[] = [
  clientFailedUpdateChangesNothing,
  clientIdNeverReused,
  clientIdUnique,
  clientIdVisible,
  clientIdentifiersAssigned,
  clientLaterRemembered,
  clientLifecycleGone,
  clientLifecycleRemembered,
  clientOthersAuthorizable,
  clientOthersUntouched,
  clientOthersUsable,
  clientRaceDeletionFinal,
  clientRaceDistinct,
  clientRaceWhole,
  clientSecretUnguessable,
  clientSecretUnique,
  clientSecretVisible,
  clientUnknownMemberDropped,
  clientUpdateCreatesNothing,
  clientUpdateReplaces,
  clientUsedRemembered,
];
