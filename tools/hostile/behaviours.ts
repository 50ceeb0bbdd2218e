import type { Behaviour } from './behaviour.ts';
import { bodies } from './bodies.ts';
import { clients } from './clients.ts';
import { connections } from './connections.ts';
import { encodings } from './encodings.ts';
import { framing } from './framing.ts';
import { heads } from './heads.ts';
import { protocols } from './protocols.ts';
import { redirects } from './redirects.ts';
import { strained } from './strained.ts';
import { texts } from './texts.ts';
import { unsolicited } from './unsolicited.ts';

/** Every hostile behaviour that is proved, by what is hostile in it. */
export const behaviours: readonly Behaviour[] = [
  ...bodies,
  ...encodings,
  ...framing,
  ...heads,
  ...redirects,
  ...protocols,
  ...connections,
  ...strained,
  ...clients,
  ...texts,
  ...unsolicited,
];
