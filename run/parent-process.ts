/** How often to look whether the parent is still there. */
const lookMs = 250;

/**
 * Calls back when the process that started this one, with a channel to it, is gone. Nothing is called without a channel.
 * A listener of the channel would keep this process from ending by itself.
 */
export function whenParentIsGone(act: () => void): void {
  if (!process.connected) return;
  setInterval(() => {
    if (!process.connected) act();
  }, lookMs).unref();
}
