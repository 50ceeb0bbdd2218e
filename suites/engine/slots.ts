import { redirectValue } from '../../checks/read/told.ts';
import type { Capture, Case } from '../../generators/case.ts';
import type { Exchange } from '../../driver/exchange.ts';
import { namesOthers } from '../../driver/clients/foreign-value.ts';
import { resolvePointer } from '../../spec/json-pointer.ts';

/**
 * The values in an answer for the slots that a step captures. Only non-empty texts count. An answer that names somebody
 * else's client gives no values: no request may contain them.
 */
export function captureSlots(captures: readonly Capture[], exchange: Exchange): ReadonlyMap<string, string> {
  const captured = new Map<string, string>();
  const { response } = exchange;
  if (response === null || response.status >= 400 || namesOthers(exchange)) return captured;
  for (const capture of captures) {
    const value =
      capture.from === 'body'
        ? resolvePointer(response.json, capture.pointer)
        : redirectValue(exchange, capture.parameter);
    if (typeof value === 'string' && value !== '') captured.set(capture.slot, value);
  }
  return captured;
}

/** The values of all slots of a case after its run. */
export function slotsOf(
  testCase: Case,
  exchanges: ReadonlyMap<string, Exchange>,
): ReadonlyMap<string, string> {
  const slots = new Map<string, string>();
  for (const { name, captures } of testCase.steps) {
    const exchange = exchanges.get(name);
    if (exchange === undefined) continue;
    for (const [slot, value] of captureSlots(captures, exchange)) slots.set(slot, value);
  }
  return slots;
}
