import type { Advice, AdviceTable } from './advice.ts';
import { unguessable, unique, visible } from './shared.ts';

const echoed: Advice = {
  why: 'The client learns from the answer what it now is, and works with wrong data.',
  mend: 'Input is normalised, cut or mixed with defaults on its way to the answer. Answer what was stored, and store what was sent.',
};
const kept: Advice = {
  why: 'What a client registered is not what it gets later.',
  mend: 'Usually the store is not written, is written partly (limits of a column, changed encodings, sorted or merged lists), or reads come from a stale cache. Write and read one record through one mapping, and invalidate caches on writes.',
};
const others: Advice = {
  why: 'What one client does hurts another.',
  mend: 'Data are usually found by name, owner or user instead of by client id. Use the id as the only key of reads, updates and deletions.',
};
const races: Advice = {
  why: 'Requests that arrive together leave a state that no order of them explains.',
  mend: 'A record is read, changed and written back without protection. Use a transaction, a lock on the record or a conditional write.',
};
const pages: Advice = {
  why: 'A client that pages through the list misses clients or never ends.',
  mend: 'Length, offset and order are ignored, swapped or applied in the wrong order. First filter, then sort, then cut the page.',
};
const filters: Advice = {
  why: 'A client acts on others than those that it asked for.',
  mend: 'The filter is taken but not applied, or an operator is missing. Apply it as FIQL, or refuse with 4xx what is not supported.',
};

/** Clients and lists of them. */
export const resourceAdvice: AdviceTable = {
  'client.unknown': {
    why: 'A client cannot tell a mistyped id from a real client.',
    mend: 'The handler goes on without a record, or an empty result is answered with 200. Answer 404 with the envelope as soon as the lookup finds nothing.',
  },
  'client.odd-path': {
    why: 'A path that names no client reads or deletes one.',
    mend: 'The id is used as a pattern, a prefix or a path, or is trimmed and decoded twice. Compare it with stored ids exactly, after decoding once.',
  },
  'client.id': unique,
  'client.id.visible': visible,
  'client.registration.echoed': echoed,
  'client.registration.stored': kept,
  'client.read': kept,
  'client.update.echoed': echoed,
  'client.update.stored': kept,
  'client.update.keeps-id': {
    why: 'After an update, all tokens and settings point to a client that no longer exists.',
    mend: 'An update is implemented as deletion and registration, or takes the id from the body. Change the record in its place.',
  },
  'client.update.idempotent': {
    why: 'A client cannot repeat an update after a lost answer.',
    mend: 'Lists are appended to instead of being replaced. Replace every member by what was sent.',
  },
  'client.update.creates-nothing': {
    why: 'A client with an id that a caller chose can be confused with another.',
    mend: 'The store inserts where it finds nothing to update. Answer 404 before anything is written.',
  },
  'client.update.replaces': {
    why: 'Values that were taken out, such as a redirect URI, stay in force.',
    mend: 'Old and new members are merged. An update is a PUT: write the members as they were sent, empty ones too.',
  },
  'client.deletion.echoed': {
    why: 'The caller cannot see which client was deleted.',
    mend: 'The answer is made from the request or from an old copy. Read the record, delete it, and answer what was read.',
  },
  'client.deletion.with-client': {
    why: 'Generated clients expect the deleted client in the answer.',
    mend: 'Answer 200 with the client instead of an empty body.',
  },
  'client.deletion.final': {
    why: 'A deleted client can still be used.',
    mend: 'It is only marked as deleted, or a cache still has it. Let every lookup leave out deleted records, and clear caches.',
  },
  'client.odd-text': kept,
  'client.answer': {
    why: 'A cache that stores the answer stores a client secret.',
    mend: 'Send `Cache-Control: no-store` with every answer that has a secret, best by default for the whole API.',
  },
  'client.failed-update': {
    why: 'A refused update leaves a client that nobody asked for.',
    mend: 'Members are written one after another while they are checked. Check everything first, then write once.',
  },
  'client.identifiers': {
    why: 'A caller who chooses an id or a secret can take the place of another client.',
    mend: 'The body is stored as a whole. Copy only the documented members, and make id and secret in the server.',
  },
  'client.later': kept,
  'client.lifecycle': kept,
  'client.lifecycle.gone': {
    why: 'A deleted client can still be read or deleted.',
    mend: 'It is only marked as deleted, or a cache still has it. Let every lookup leave out deleted records, and clear caches.',
  },
  'client.others': others,
  'client.race': races,
  'client.secret.unguessable': unguessable,
  'client.secret.unique': unique,
  'client.secret.visible': visible,
  'client.unknown-member': {
    why: 'What is stored without being known may get a meaning later, or be shown to others.',
    mend: 'The body is stored as a whole. Copy only the members that you know.',
  },
  'client.used': kept,
  'list.length': pages,
  'list.offset': pages,
  'list.order': pages,
  'list.filter': filters,
  'list.metadata': {
    why: 'A client pages by these numbers.',
    mend: 'They are usually repeated from the request or fixed. Count what the page and the whole result have.',
  },
  'list.deleted': {
    why: 'A deleted client looks as if it were in use.',
    mend: 'The list is read from another place than single clients, such as an index or a cache. Update both in one step.',
  },
  'list.entities': {
    why: 'A client that counts or processes the list does so twice.',
    mend: 'A join or an index has several rows for one client. Group by the id.',
  },
  'list.entity': {
    why: 'The same client looks different depending on how it is read.',
    mend: 'List and read use different mappings. Use one.',
  },
  'list.registered': {
    why: 'A registered client cannot be found.',
    mend: 'The list comes from a stale index or a fixed page. Read from the store that registrations write to.',
  },
};
