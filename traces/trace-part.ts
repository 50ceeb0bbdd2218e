import { Buffer } from 'node:buffer';
import { closeSync, openSync, writeFileSync } from 'node:fs';
import type { Exchange, WireRequest } from '../driver/exchange.ts';
import { changeSlot } from '../generators/request/change-slot.ts';
import { caseHash } from '../suites/engine/case-log.ts';
import { formatCasePath } from '../suites/engine/case-path.ts';
import type { CaseWent } from '../suites/engine/live-cases.ts';
import type { SuiteFacts } from '../suites/engine/run-suite.ts';
import { secretsOf } from './case-secrets.ts';
import type { CaseSecrets } from './case-secrets.ts';
import { disguiseExchange } from './disguise-exchange.ts';
import type { DisguisePlan } from './disguise-exchange.ts';
import { Disguise } from './disguise.ts';
import { isPlaced, PlacedSecrets } from '../driver/secrets/placed-secrets.ts';
import { decidedBase64, sentText } from '../driver/secrets/redactor-of.ts';
import { entryOf } from './har-entry.ts';
import type { HarEntry, HarPage, TraceSuite } from './har.ts';
import { SecretHider } from './secret-hider.ts';

/** Replaces the password in every trace; what is derived from the password is replaced accordingly. */
export const recordedPassword = 'recorded-password';

export interface PartPlan {
  readonly file: string;
  readonly suite: string;
  readonly origin: string;
  readonly username: string;
  readonly password: string;
  /** The key of the disguises of the whole recording; not stored anywhere. */
  readonly key: string;
}

/** A line of a part. */
export type PartLine =
  { readonly page: HarPage } | { readonly entry: HarEntry } | { readonly facts: TraceSuite };

/** Where an exchange belongs in the trace. */
interface ExchangePlace extends Pick<DisguisePlan, 'sentUnder'> {
  readonly page: string;
  readonly operation: string;
  readonly step: string;
}

const none: readonly string[] = [];

/** How many characters are collected before they are written. */
const batchLength = 256 * 1024;

/**
 * Records the disguised cases of one suite as lines of JSON. The trace is assembled from these parts when the run is
 * over. Nothing of a case is kept in memory. Only the owner can read the file.
 */
export class TracePart {
  readonly #plan: PartPlan;
  readonly #disguises: Omit<DisguisePlan, 'sentUnder'>;
  readonly #hider: SecretHider;
  readonly #file: number;
  readonly #ids = new WeakMap<Exchange, number>();
  readonly #endings = new WeakMap<WireRequest, number>();
  readonly #times = new Map<string, number>();
  #exchanges = 0;
  #lines = '';

  constructor(plan: PartPlan) {
    this.#plan = plan;
    const disguise = new Disguise(plan.key);
    const standIns = standInsOf(plan);
    const placed = new PlacedSecrets(
      [...standIns.keys()].filter((secret) => secret !== '' && isPlaced(secret)),
    );
    this.#disguises = { disguise, standIns, placed };
    this.#hider = new SecretHider(disguise, standIns, knownOf(plan));
    this.#file = openSync(plan.file, 'ax', 0o600);
  }

  /** Passes requests on and remembers when they were answered. */
  watch(send: (request: WireRequest) => Promise<Exchange>): (request: WireRequest) => Promise<Exchange> {
    return async (request) => {
      const exchange = await send(request);
      this.#endings.set(request, Date.now());
      return exchange;
    };
  }

  /** Records a case after its run. */
  see({ path, testCase, result }: CaseWent): void {
    const secrets = secretsOf(testCase, result);
    const { suite } = this.#plan;
    const name = formatCasePath(path);
    const id = this.#newId(`${suite}/${name}`);
    const steps: Record<string, number> = {};
    let startedAt = Infinity;
    const sentUnder = new Set(
      [...result.exchanges.values()].flatMap(({ request }) =>
        this.#disguises.placed.namesIn(sentText(request)),
      ),
    );
    for (const [step, exchange] of result.exchanges) {
      const operation = testCase.steps.find((candidate) => candidate.name === step)?.operation ?? 'gateway';
      steps[step] = this.#takeDown(exchange, secrets, { page: id, operation, step, sentUnder });
      startedAt = Math.min(startedAt, this.#endOf(exchange) - exchange.durationMs);
    }
    const page: HarPage = {
      startedDateTime: new Date(Number.isFinite(startedAt) ? startedAt : Date.now()).toISOString(),
      id,
      title: `${testCase.operation}: ${testCase.family}`,
      pageTimings: {},
      _case: { suite, path: name, hash: caseHash(testCase), unset: result.unset, steps },
    };
    this.#write({ page }, secrets);
  }

  /** Ends the part with the facts about the suite as a whole. */
  end(facts: SuiteFacts): void {
    this.#write(
      {
        facts: {
          suite: this.#plan.suite,
          ...facts,
          residue: { ...facts.residue, left: [...facts.residue.left] },
        },
      },
      null,
    );
    writeFileSync(this.#file, this.#lines);
    closeSync(this.#file);
  }

  /** A case that is sent again gets a page of its own. */
  #newId(base: string): string {
    const times = (this.#times.get(base) ?? 0) + 1;
    this.#times.set(base, times);
    return times === 1 ? base : `${base}#${times}`;
  }

  #takeDown(exchange: Exchange, secrets: CaseSecrets, { sentUnder, ...place }: ExchangePlace): number {
    const known = this.#ids.get(exchange);
    if (known !== undefined) return known;
    const id = (this.#exchanges += 1);
    this.#ids.set(exchange, id);
    const { suite, origin } = this.#plan;
    const disguised = disguiseExchange(exchange, secrets, { ...this.#disguises, sentUnder });
    const { page, ...facts } = place;
    const entry = entryOf(disguised, { page, origin, facts: { suite, id, ...facts } }, this.#endOf(exchange));
    this.#write({ entry }, secrets);
    return id;
  }

  #endOf({ request }: Exchange): number {
    return this.#endings.get(request) ?? Date.now();
  }

  #write(line: PartLine, secrets: CaseSecrets | null): void {
    this.#lines += `${this.#hider.hide(JSON.stringify(line), secrets?.sought ?? none)}\n`;
    if (this.#lines.length < batchLength) return;
    writeFileSync(this.#file, this.#lines);
    this.#lines = '';
  }
}

/**
 * The password, the wrong passwords that do not contain it, and the logins with each of them, plain and in the encoding
 * of Basic: a dump of a request may encode it once more.
 */
function standInsOf({ username, password }: PartPlan): ReadonlyMap<string, string> {
  const changes = ['truncated', 'case-swapped'] as const;
  const passwords: readonly (readonly [string, string])[] = [
    [password, recordedPassword],
    ...changes.map((change) => [changeSlot(password, change), changeSlot(recordedPassword, change)] as const),
  ];
  const logins = passwords.map((pair) => pair.map((secret) => `${username}:${secret}`) as [string, string]);
  return new Map([
    ...passwords,
    ...logins,
    ...logins.map((pair) => pair.map((login) => Buffer.from(login).toString('base64')) as [string, string]),
  ]);
}

/** The user name is not secret, and the replacement of the password is encoded after the same name. */
function knownOf({ username }: PartPlan): readonly string[] {
  return [`${username}:`, decidedBase64(`${username}:`)];
}
