import { execFile, spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdir, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Creation } from '../../driver/clients/creation.ts';
import { readClientLedger } from '../../driver/clients/read-client-ledger.ts';
import type { LedgerState } from '../../driver/clients/read-client-ledger.ts';
import { drawMark } from '../../driver/clients/run-mark.ts';
import { deriveSeed } from '../../suites/engine/draw-cases.ts';
import { spawnReference } from '../../targets/spawn-reference.ts';
import type { SpawnedReference } from '../../targets/spawn-reference.ts';
import { OtherTeams } from './others.ts';

/** The outcome of a kill and of the clean-up after it. */
export interface Killed {
  /** When the run was killed, as text. */
  readonly moment: string;
  /** The exit code of `clean`. */
  readonly code: number;
  /** How many clients the killed run left. */
  readonly left: number;
  /**
   * The clients of the run that still exist after `clean`, and the clients of others that are missing or changed; one
   * line each.
   */
  readonly remaining: readonly string[];
  readonly missing: readonly string[];
  readonly others: number;
}

const main = path.join(path.dirname(fileURLToPath(import.meta.url)), '..', '..', 'cli', 'main.js');
const username = 'admin';
const password = 'nutanix/4u';
const env = { ...process.env, PRISM_USERNAME: username, PRISM_PASSWORD: password };
/** Runs with the same seed send the same requests. Others send them too, under another mark, for each kill. */
const seed = 7;
/** How many of the clients most recently sent by a run others copy. */
const copies = 3;

/** The phase in which a run is killed. The kill comes a random time after the event in `from`. */
const phases = [
  { name: 'at its start', from: 'spawn', atLeastMs: 300, withinMs: 1500, words: [] },
  { name: 'while it drives', from: 'client', atLeastMs: 0, withinMs: 1500, words: [] },
  {
    name: 'while it drives with workers',
    from: 'client',
    atLeastMs: 0,
    withinMs: 1500,
    words: ['--workers', '2'],
  },
  { name: 'while it makes findings smaller', from: 'client', atLeastMs: 500, withinMs: 2500, words: short() },
  { name: 'at its end', from: 'end', atLeastMs: 0, withinMs: 250, words: short() },
] as const;

type Phase = (typeof phases)[number];

/** A run that quickly sends all its cases. */
function short(): readonly string[] {
  return ['--operation', 'oauth_client_post', '--runs', '40', '--shrinks', '400'];
}

/** Kills runs one after another, on its own target, which has defects and other users. */
export class KillLane {
  readonly #folder: string;
  readonly #reference: SpawnedReference;
  readonly #others: OtherTeams;

  private constructor(folder: string, reference: SpawnedReference, others: OtherTeams) {
    this.#folder = folder;
    this.#reference = reference;
    this.#others = others;
  }

  static async open(folder: string, number: number): Promise<KillLane> {
    await mkdir(folder);
    // A target that accepts what it should refuse, so that there are findings to shrink and clients that can only be
    // found by name.
    const faults = number % 2 === 0 ? ['length-limits-unchecked'] : [];
    const reference = await spawnReference({ faults });
    const basePath = new URL(reference.url).pathname;
    const others = new OtherTeams(reference.url, { basePath, username, password });
    for (const name of ['conformance-client', 'portal']) await others.make({ name, description: null });
    return new KillLane(folder, reference, others);
  }

  async kill(number: number): Promise<Killed> {
    const phase = phases[number % phases.length] ?? phases[0];
    const afterMs = phase.atLeastMs + ((deriveSeed(1, 'kill', number) >>> 0) % phase.withinMs);
    const run = this.#spawn(phase);
    const isOver = new Promise<void>((resolve) =>
      run.once('exit', () => {
        resolve();
      }),
    );
    await this.#waitFor(run, phase);
    const until = performance.now() + afterMs;
    do {
      await this.#copyFromLedger();
      await wait(Math.max(0, Math.min(100, until - performance.now())));
    } while (performance.now() < until && run.exitCode === null);
    run.kill('SIGKILL');
    await isOver;
    await this.#copyFromLedger();
    const left = (await this.#others.strangers()).length;
    const code = await this.#clean();
    return {
      moment: `${phase.name} (${afterMs} ms)`,
      ...{ code, left },
      remaining: (await this.#others.strangers()).map(({ id, name }) => `${id} ${name ?? ''}`),
      missing: await this.#others.missing(),
      others: this.#others.count,
    };
  }

  async close(): Promise<void> {
    await this.#others.close();
    await this.#reference.close();
  }

  #spawn({ words }: Phase): ChildProcess {
    const options = ['--seed', String(seed), '--no-report', ...this.#words(), ...words];
    return spawn(process.execPath, [main, 'run', ...options], { env, stdio: ['ignore', 'ignore', 'pipe'] });
  }

  /** Waits for an event, because how long a run takes to reach a phase depends on the machine. */
  async #waitFor(run: ChildProcess, { from }: Phase): Promise<void> {
    let isEnding = false;
    run.stderr?.on('data', (text: Buffer) => {
      isEnding ||= /\[(\d+)\/\1\]/.test(text.toString());
    });
    if (from === 'spawn') return;
    while (run.exitCode === null) {
      if (from === 'end' ? isEnding : (await this.#others.strangers()).length > 0) return;
      await wait(10);
    }
  }

  /** Others register the clients that the run sent last, unchanged except for the mark: another run's mark, or none. */
  async #copyFromLedger(): Promise<void> {
    for (const { mark, unnumbered, created } of await this.#ledgers()) {
      const sent = [...unnumbered, ...[...created.values()].flat()].filter((one) => 'name' in one);
      const unanswered = sent.slice(0, unnumbered.length).slice(-copies);
      const others = [drawMark(), ''];
      for (const client of [...unanswered, ...sent.slice(-1)])
        for (const other of others) await this.#others.make(withMark(client, mark ?? '', other));
    }
  }

  async #ledgers(): Promise<readonly LedgerState[]> {
    const folder = path.join(this.#folder, 'ledger');
    const names = await readdir(folder).catch(() => []);
    const texts = names.map((name) => readFile(path.join(folder, name), 'utf8').catch(() => ''));
    return (await Promise.all(texts)).flatMap((text) => readClientLedger(text) ?? []);
  }

  #clean(): Promise<number> {
    return new Promise((resolve) => {
      execFile(process.execPath, [main, 'clean', ...this.#words()], { env }, (error) => {
        resolve(error === null ? 0 : Number(error.code));
      });
    });
  }

  #words(): readonly string[] {
    return ['--target', this.#reference.url, '--report', this.#folder];
  }
}

function withMark({ name, description }: Creation, mark: string, other: string): Creation {
  const change = (text: string): string => text.replaceAll(mark, other);
  return { name: change(name), description: description === null ? null : change(description) };
}
