import type { AdviceTable } from './advice.ts';

/** Credentials, errors, robustness and sequences of requests. */
export const errorAdvice: AdviceTable = {
  'auth.credentials': {
    why: 'Whoever can reach the server can manage its clients and get tokens.',
    mend: 'Usually the check is missing on some routes, comes after the input is validated, or compares loosely (prefix, case, only the user name). Check credentials in one place before every handler, exactly.',
  },
  'auth.refused': {
    why: 'A caller without rights changes data although it is told otherwise.',
    mend: 'The handler runs before or beside the check. Refuse before anything is written.',
  },
  'auth.challenge': {
    why: 'Clients and browsers only authenticate by a scheme that a challenge offers.',
    mend: 'An error handler writes the 401 without the header, or with a free text. Send `WWW-Authenticate: Basic realm="…"` with every 401.',
  },
  'robustness.answer.in-time': {
    why: 'A request that is never answered keeps a client, and a connection, waiting.',
    mend: 'A branch forgets to answer, or an error in a callback is swallowed. Give every handler a time limit, and let the framework answer errors.',
  },
  'robustness.answer.prompt': {
    why: 'Slow answers make clients give up and try again.',
    mend: 'Look for work that grows with the stored data, missing indexes, and locks held while waiting. `--latency-limit-ms` sets the limit.',
  },
  'robustness.answer.single': {
    why: 'What follows an answer is taken for the answer to the next request.',
    mend: 'A handler goes on after it has answered, or writes to the socket itself. Return after each answer.',
  },
  'robustness.answer.whole': {
    why: 'A client cannot tell a cut answer from a whole one.',
    mend: 'A length that counts characters instead of bytes, or an error while a body is written, are the usual causes. Let the HTTP server frame bodies.',
  },
  'robustness.connection': {
    why: 'A client cannot know whether its request was performed.',
    mend: 'The process crashed, or a limit closes the connection without an answer. Look into its log at this request, and answer 4xx to what is not accepted.',
  },
  'robustness.server-error': {
    why: 'Input that nobody expected reaches code that cannot deal with it, often with data half written.',
    mend: 'An exception is not caught: broken JSON or UTF-8, null, long or odd values. Validate input at the edge, and map parser errors to 400.',
  },
  'robustness.hard-input': {
    why: 'One caller can keep the server busy with a single request.',
    mend: 'A regular expression or a parser takes more than linear time. Limit lengths first, and use patterns without nested repetition.',
  },
  'error.envelope.documented': {
    why: 'A client that reads errors by the contract finds nothing in them.',
    mend: 'The framework or an OAuth library writes its own form. Map all errors to the status envelope in one error handler.',
  },
  'error.envelope.gateway': {
    why: 'Errors of the gateway look different from those behind it.',
    mend: 'Configure the error pages of the gateway, or let it pass errors of the application through.',
  },
  'error.content-type': {
    why: 'Clients that choose a parser by the label do not read the error.',
    mend: 'Error handlers often write text. Set `application/json` there, too.',
  },
  'error.state': {
    why: 'Clients that look at `state` take a refusal for a success.',
    mend: 'The envelope of successes is reused. Set `state` to `ERROR` wherever the status is an error.',
  },
  'error.code': {
    why: 'Logs and clients that look at `code` see another error than HTTP tells.',
    mend: 'The code is fixed, or an internal one. Take it from the status.',
  },
  'error.message-list': {
    why: 'Nobody can tell what was wrong.',
    mend: 'The list is left empty by general handlers. Add one entry with `message` and `reason` for each problem.',
  },
  'error.kind': {
    why: 'Clients tell resources apart by their kind.',
    mend: 'Internal names are used. Take the kind that the contract lists for the operation.',
  },
  'error.members': {
    why: 'Typed clients fail while they read an error, and hide it.',
    mend: 'Numbers as text, or a text in place of a list, are the usual causes. Build errors from the same model everywhere.',
  },
  'error.api-version': {
    why: 'Clients choose a reader by the version.',
    mend: 'The version of the product is named instead. Write the version of the API, `3.1.0` or alike.',
  },
  'error.reason': {
    why: 'Clients can only handle reasons that are listed.',
    mend: 'Use one of the listed reasons, or add yours to the contract.',
  },
  'error.details': {
    why: 'Typed clients expect a map of texts.',
    mend: 'Write details as an object whose members are texts.',
  },
  'error.leak': {
    why: 'An attacker learns from errors how the server is built, or gets what only another may have.',
    mend: 'Exceptions are answered as they are. Log them under an id, and answer a general message.',
  },
  'error.sent-secret': {
    why: 'A secret that an error repeats ends up in logs.',
    mend: 'Messages quote the value that was refused. Name the member instead.',
  },
  'session.answer': {
    why: 'A usual sequence of requests breaks in the middle.',
    mend: 'Look at the step that is named: the rule on this operation alone says more, if it is violated, too.',
  },
  'session.refusal': {
    why: 'Refusals that depend on earlier requests look different from all others.',
    mend: 'They usually come from another layer, such as the store or an OAuth library. Map them to the status envelope, too.',
  },
  'session.model': {
    why: 'What the server remembers differs from what it was told.',
    mend: 'Follow the steps to the first answer that differs. A cache, a partial write or a missing clean-up after a deletion is the usual cause.',
  },
};
