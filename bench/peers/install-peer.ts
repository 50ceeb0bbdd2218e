import { tmpdir } from 'node:os';
import path from 'node:path';
import { packageRoot } from '../../run/package-facts.ts';
import { installPinned } from '../../tools/install-pinned.ts';
import type { Command } from '../../tools/install-pinned.ts';

/** The tools whose locks are in `locks`. */
export type PeerId = 'schemathesis' | 'specmatic';

/** Where a tool is installed: outside of the checkout, so that linters, tests and packages never see it. */
export const homeOf = (id: PeerId): string => path.join(tmpdir(), 'conformance-peers', id);

/** Installs a tool as its lock says, by commands that run in its folder. */
export async function installPeer(id: PeerId, commands: readonly Command[]): Promise<void> {
  const sources = [path.join(packageRoot, 'bench', 'peers', 'locks', id)];
  await installPinned({ name: id, folder: homeOf(id), sources, commands });
}
