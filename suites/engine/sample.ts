import type { Answered, SampleRule } from '../../checks/rule.ts';
import { lightAttempt } from './light-attempt.ts';

/** Values kept for a sample rule: enough for its statistics, with constant memory. */
const sampleLimit = 20_000;

/** A case that gave values to a sample. */
export interface SampledCase {
  readonly family: string;
  /** Its answers; null if they tell nothing, or if there was no more room to keep them. */
  readonly answered: Answered | null;
}

/** The values that a sample rule judges, and the cases that they come from. */
export class Sample {
  readonly values: string[] = [];
  /** The case of each value. */
  readonly #cases: SampledCase[] = [];
  readonly #room: EvidenceRoom;

  constructor(room: EvidenceRoom) {
    this.#room = room;
  }

  /** Collects the values of an attempt, and returns how many they are. */
  collect(rule: SampleRule, answered: Answered): number {
    if (this.values.length >= sampleLimit) return 0;
    const values = rule.collect(answered);
    if (values.length === 0) return 0;
    const isTelling = values.some((value) => rule.isTelling?.(value) !== false);
    const sampled = {
      family: answered.case.family,
      answered: isTelling ? this.#room.keep(answered) : null,
    };
    for (const value of values) {
      this.values.push(value);
      this.#cases.push(sampled);
    }
    return values.length;
  }

  /**
   * The case with which the sample first violated the rule and, if its value came before, the first case that gave it.
   * With each case, the value that counts.
   */
  tellingCases(rule: SampleRule): readonly { readonly sampled: SampledCase; readonly value: string }[] {
    const last = this.#leastViolating(rule) - 1;
    const value = this.values[last] ?? '';
    const indexes = [...new Set([this.values.indexOf(value), last])];
    return indexes.flatMap((index) => {
      const sampled = this.#cases[index];
      return sampled === undefined ? [] : [{ sampled, value }];
    });
  }

  /** How many values it takes to violate the rule. */
  #leastViolating(rule: SampleRule): number {
    let [lawful, violating] = [0, this.values.length];
    while (violating - lawful > 1) {
      const middle = Math.floor((lawful + violating) / 2);
      if (isViolated(rule, this.values.slice(0, middle))) violating = middle;
      else lawful = middle;
    }
    return violating;
  }
}

function isViolated(rule: SampleRule, values: readonly string[]): boolean {
  return rule.appliesTo?.(values) !== false && rule.judge(values).length > 0;
}

/** About how much memory the answers that are kept for samples may take, in bytes. */
const roomBytes = 16 * 1024 * 1024;

/** The answers that the samples of a suite keep, each once. */
export class EvidenceRoom {
  readonly #kept = new Set<Answered>();
  #left = roomBytes;

  /** The attempt if it may be kept: null if it is large or there is no more room. */
  keep(answered: Answered): Answered | null {
    if (this.#kept.has(answered)) return answered;
    if (this.#left <= 0 || lightAttempt(answered) !== answered) return null;
    this.#kept.add(answered);
    this.#left -= sizeOf(answered);
    return answered;
  }
}

function sizeOf({ exchanges }: Answered): number {
  let size = 0;
  // The body is kept as bytes, as text and as JSON. Requests and headers take some KiB.
  for (const { response } of exchanges.values()) size += 4096 + 4 * (response?.body.length ?? 0);
  return size;
}
