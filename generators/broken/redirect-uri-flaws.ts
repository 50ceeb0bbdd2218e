import fc from 'fast-check';
import { fixtureRedirectUri } from '../setup/fixture-client.ts';
import { setMember } from './edit-request.ts';
import { enoughOfList, inputFlaw } from './flaw.ts';
import type { Flaw } from './flaw.ts';
import type { Member } from './member.ts';

const fragments = ['#', '#top', '?a=b#top', '#%23', '/#/route'];

/** Registers a redirect URI with a fragment, which no client may have (RFC 6749 section 3.1.2, reading rule 3). */
export function redirectUriFlaws(members: readonly Member[]): readonly Flaw[] {
  if (!members.some(({ name }) => name === 'redirect_uris')) return [];
  const edits = fc
    .tuple(fc.constantFrom(...fragments), fc.constantFrom([], [fixtureRedirectUri]))
    .map(([fragment, others]) => setMember('redirect_uris', [...others, `${fixtureRedirectUri}${fragment}`]));
  return [inputFlaw('body.fragment', '/redirect_uris', edits, enoughOfList(fragments))];
}
