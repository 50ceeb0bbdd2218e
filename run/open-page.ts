import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { platform } from 'node:os';
import { messages } from './terminal.ts';
import { systemReason } from './user-error.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** The program of each platform that opens a file in the application that the user has chosen for it. */
const openers: Readonly<Partial<Record<NodeJS.Platform, readonly [string, ...string[]]>>> = {
  darwin: ['open'],
  win32: ['cmd', '/c', 'start', ''],
};

/** What openers and browsers read. Other variables may hold the password of the target. */
const needed =
  /^(?:PATH|HOME|USER|LANG|LC_ALL|DISPLAY|WAYLAND_DISPLAY|XAUTHORITY|BROWSER|(?:XDG|DBUS|WSL)_\w+|SystemRoot|USERPROFILE|APPDATA|LOCALAPPDATA)$/i;

/** Opens a page in the user's browser. A page that cannot be opened is worth a note: the run is not about it. */
export async function openPage(
  file: string,
  environment: Environment = process.env,
  system: NodeJS.Platform = platform(),
): Promise<void> {
  const reason = whyNotShown(environment, system) ?? (await start(file, environment, system));
  if (reason !== null) messages.lines(`note: --open: ${file} was not opened: ${reason}`);
}

/** Why nobody would see a page; null if somebody may. */
function whyNotShown({ CI, DISPLAY, WAYLAND_DISPLAY }: Environment, system: NodeJS.Platform): string | null {
  if (CI !== undefined && CI !== '' && CI !== 'false') return 'this is CI';
  const hasDisplay = system in openers || Boolean(DISPLAY) || Boolean(WAYLAND_DISPLAY);
  return hasDisplay ? null : 'there is no display';
}

/** Returns what went wrong, or null. The opener outlives the run, and gets none of its secrets. */
async function start(
  file: string,
  environment: Environment,
  system: NodeJS.Platform,
): Promise<string | null> {
  const [program, ...words] = openers[system] ?? ['xdg-open'];
  const env = Object.fromEntries(Object.entries(environment).filter(([name]) => needed.test(name)));
  const child = spawn(program, [...words, file], { env, detached: true, stdio: 'ignore' });
  child.unref();
  try {
    await once(child, 'spawn');
    return null;
  } catch (error) {
    return systemReason(error);
  }
}
