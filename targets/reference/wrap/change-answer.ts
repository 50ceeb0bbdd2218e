import { gzipSync } from 'node:zlib';
import { isJsonObject, type JsonObject } from '../../../spec/json-object.ts';
import type { TargetAnswer, AnswerWriter } from '../answer.ts';
import { basicChallenge } from '../authenticate.ts';
import type { ReferenceBehaviour, Context } from '../behaviour.ts';
import type { Call } from '../call.ts';
import { writeRendered } from '../write-answer.ts';
import type { Concern } from './concern.ts';
import { concerns } from './concern.ts';

export function withHeader(answer: TargetAnswer, name: string, value: string): TargetAnswer {
  return { ...answer, headers: { ...answer.headers, [name]: value } };
}

export function withoutHeader(answer: TargetAnswer, name: string): TargetAnswer {
  const headers = Object.fromEntries(
    Object.entries(answer.headers).filter(([candidate]) => candidate !== name),
  );
  return { ...answer, headers };
}

/** Changes the status of a refusal, both in the status line and in its `code`. */
export function withStatus(answer: TargetAnswer, status: number): TargetAnswer {
  return { ...answer, status, body: { ...answer.body, code: status } };
}

/** Turns an answer into an error page of a web framework. */
export function htmlPage(answer: TargetAnswer): TargetAnswer {
  const page = `<!doctype html><title>${answer.status}</title><h1>${answer.status}</h1>`;
  return {
    ...answer,
    headers: { ...answer.headers, 'Content-Type': 'text/html' },
    payload: page,
  };
}

/** Changes the values of a JSON object. */
export function mapMembers(
  members: JsonObject,
  change: (value: unknown, name: string) => unknown,
): JsonObject {
  return Object.fromEntries(Object.entries(members).map(([name, value]) => [name, change(value, name)]));
}

export function withoutMembers(object: JsonObject, ...names: readonly string[]): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([name]) => !names.includes(name)));
}

/** Ends the connection with a TCP reset instead of an answer. */
export const resetConnection: AnswerWriter = (response) => {
  response.socket?.resetAndDestroy();
};

/** Changes the answers of operations. */
export function onAnswer(
  behaviour: ReferenceBehaviour,
  operations: Concern,
  change: (answer: TargetAnswer, call: Call, context: Context) => TargetAnswer,
): void {
  behaviour.wrappers.push(async (call, next, context) => {
    const answer = await next(call);
    return concerns(operations, call) ? change(answer, call, context) : answer;
  });
}

/** Changes the bodies of answers with status 200. */
export function onSuccess(
  behaviour: ReferenceBehaviour,
  operations: Concern,
  change: (body: JsonObject, call: Call, context: Context) => JsonObject,
): void {
  onAnswer(behaviour, operations, (answer, call, context) =>
    answer.status === 200 && answer.body !== null
      ? { ...answer, body: change(answer.body, call, context) }
      : answer,
  );
}

/** Changes the envelopes of refusals. */
export function onError(
  behaviour: ReferenceBehaviour,
  operations: Concern,
  change: (envelope: JsonObject, call: Call) => JsonObject,
): void {
  onAnswer(behaviour, operations, (answer, call) =>
    answer.status >= 400 && answer.body !== null ? { ...answer, body: change(answer.body, call) } : answer,
  );
}

/** Changes the entries of `message_list` in refusals. */
export function onMessage(
  behaviour: ReferenceBehaviour,
  operations: Concern,
  change: (message: JsonObject, call: Call) => JsonObject,
): void {
  onError(behaviour, operations, (envelope, call) => {
    const messages = Array.isArray(envelope['message_list'])
      ? envelope['message_list'].filter(isJsonObject)
      : [];
    return { ...envelope, message_list: messages.map((message) => change(message, call)) };
  });
}

/** Changes each client in a list; an empty array leaves the client out. */
export function onEntities(behaviour: ReferenceBehaviour, change: (entity: JsonObject) => unknown): void {
  onSuccess(behaviour, ['oauth_client_list_post'], (body) => ({
    ...body,
    entities: [body['entities']]
      .flat(1)
      .flatMap((entity: unknown) => (isJsonObject(entity) ? change(entity) : entity)),
  }));
}

/** Changes the targets of redirects. */
export function changeLocation(
  behaviour: ReferenceBehaviour,
  operations: Concern,
  change: (location: string) => string,
): void {
  onAnswer(behaviour, operations, (answer) => {
    const location = answer.headers['Location'];
    return location === undefined ? answer : withHeader(answer, 'Location', change(location));
  });
}

/** Changes each value that an authorization puts into the query of its redirect. */
export function mapRedirect(
  behaviour: ReferenceBehaviour,
  change: (value: string, name: string) => string,
): void {
  const locate = behaviour.buildLocation;
  behaviour.buildLocation = (uri, parameters) =>
    locate(
      uri,
      parameters.map(([name, value]) => [name, change(value, name)]),
    );
}

/** Makes some answers be written in a different way. */
export function onWire(
  behaviour: ReferenceBehaviour,
  when: (call: Call, answer: TargetAnswer) => boolean,
  wire: AnswerWriter,
): void {
  onAnswer(behaviour, 'all', (answer, call) => (when(call, answer) ? { ...answer, wire } : answer));
}

/** Sends another challenge wherever the one for Basic would be sent. */
export function challengeBy(behaviour: ReferenceBehaviour, challenge: string): void {
  onAnswer(behaviour, 'all', (answer) =>
    answer.headers['WWW-Authenticate'] === basicChallenge
      ? withHeader(answer, 'WWW-Authenticate', challenge)
      : answer,
  );
}

/** Sends a member, written as JSON, before those of a success, though one of that name may follow. */
export function sendFurtherMember(behaviour: ReferenceBehaviour, operations: Concern, member: string): void {
  onAnswer(behaviour, operations, (answer) =>
    answer.status === 200
      ? { ...answer, payload: JSON.stringify(answer.body).replace('{', `{${member},`) }
      : answer,
  );
}

/** Sends no Date. */
export function withoutDate(behaviour: ReferenceBehaviour): void {
  onWire(
    behaviour,
    () => true,
    (response, rendered) => {
      response.sendDate = false;
      writeRendered(response, rendered);
    },
  );
}

/** Answers deletions with 200 and nothing else, or with JSON's null. */
export function deletionsAnswer(nothing: '' | 'null'): (behaviour: ReferenceBehaviour) => void {
  return (behaviour) => {
    onAnswer(behaviour, ['oauth_client_client_id_delete'], (answer) =>
      answer.status === 200 ? { ...answer, body: null, payload: nothing } : answer,
    );
  };
}

/** Writes bodies in the coding gzip for some calls. */
export function encodeWhere(behaviour: ReferenceBehaviour, where: (call: Call) => boolean): void {
  onWire(
    behaviour,
    (call, answer) => answer.body !== null && where(call),
    (response, { status, headers, payload }) => {
      const coded = gzipSync(payload);
      response.writeHead(status, {
        ...headers,
        'Content-Encoding': 'gzip',
        'Content-Length': String(coded.length),
      });
      response.end(coded);
    },
  );
}
