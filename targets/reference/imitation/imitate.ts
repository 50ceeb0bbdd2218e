import { isJsonObject } from '../../../spec/json-object.ts';
import type { TargetAnswer } from '../answer.ts';
import type { ReferenceBehaviour } from '../behaviour.ts';
import { writeRendered } from '../write-answer.ts';
import type { AnswerChange, BodyChange, Imitation } from './imitation.ts';
import { outcomeKeys } from './outcome-keys.ts';

/** Headers of the connection, which the HTTP server of this process sets. */
const passing: readonly string[] = [
  'connection',
  'content-length',
  'date',
  'keep-alive',
  'transfer-encoding',
];

/** Replaces every answer by that of another build, where it is known to differ. */
export function imitate(behaviour: ReferenceBehaviour, imitation: Imitation): void {
  behaviour.wrappers.push(async (call, next) => {
    const answer = await next(call);
    const { status, body } = answer;
    const known = outcomeKeys({ ...call, status, body: call.method === 'HEAD' ? null : body }).find((key) =>
      Object.hasOwn(imitation, key),
    );
    const change = known === undefined ? null : (imitation[known] ?? null);
    return change === null ? answer : changed(answer, change);
  });
}

function changed(answer: TargetAnswer, { status, headers, set, body }: AnswerChange): TargetAnswer {
  const kept = new Set([...headers, ...passing]);
  const own = Object.entries(answer.headers).filter(([name]) => !Object.hasOwn(set, name.toLowerCase()));
  return {
    ...changedBody(answer, body),
    status,
    headers: { ...Object.fromEntries(own), ...set },
    wire: (response, rendered) => {
      // The host's own headers may differ in case from those that are set, and each must be sent only once.
      const named = new Map(
        Object.entries(rendered.headers).map(([name, value]) => [name.toLowerCase(), value]),
      );
      const shown = [...named].filter(([name]) => kept.has(name));
      writeRendered(response, { ...rendered, headers: Object.fromEntries(shown) });
    },
  };
}

function changedBody(answer: TargetAnswer, change: BodyChange): TargetAnswer {
  if (change.type === 'recorded')
    return { ...answer, body: null, payload: Buffer.from(change.base64, 'base64') };
  if (answer.body === null) return answer;
  const body = structuredClone(answer.body) as Record<string, unknown>;
  for (const path of change.drop) edit(body, path, (parent, name) => Reflect.deleteProperty(parent, name));
  for (const [path, value] of change.set) {
    edit(body, path, (parent, name) => {
      parent[name] = value;
    });
  }
  return change.isPretty
    ? { ...answer, body, payload: `${JSON.stringify(body, null, 2)}\n` }
    : { ...answer, body };
}

function edit(
  body: Record<string, unknown>,
  path: readonly string[],
  change: (parent: Record<string, unknown>, name: string) => void,
): void {
  let parent: unknown = body;
  for (const name of path.slice(0, -1)) parent = isJsonObject(parent) ? parent[name] : undefined;
  const last = path.at(-1);
  if (isJsonObject(parent) && last !== undefined) change(parent, last);
}
