import type { HostileBehaviour } from './behaviour.ts';
import { blocking } from './blocking.ts';
import { bodies } from './bodies.ts';
import { clients } from './clients.ts';
import { connections } from './connections.ts';
import { encodings } from './encodings.ts';
import { endings } from './endings.ts';
import { foreignClients } from './foreign-clients.ts';
import { foreignRegistrations } from './foreign-registrations.ts';
import { framing } from './framing.ts';
import { heads } from './heads.ts';
import { protocols } from './protocols.ts';
import { redirects } from './redirects.ts';
import { strained } from './strained.ts';
import { sweeps } from './sweeps.ts';
import { texts } from './texts.ts';
import { unsolicited } from './unsolicited.ts';

/** All hostile behaviours that are proved, grouped by what is hostile. */
export const behaviours: readonly HostileBehaviour[] = [
  ...bodies,
  ...encodings,
  ...framing,
  ...heads,
  ...redirects,
  ...protocols,
  ...connections,
  ...strained,
  ...clients,
  ...foreignRegistrations,
  ...foreignClients,
  ...sweeps,
  ...texts,
  ...endings,
  ...blocking,
  ...unsolicited,
];
