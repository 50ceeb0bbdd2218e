/** What clients of other OAuth servers send, by parameter. Which of them the contract allows is not said here. */
const known: Readonly<Record<string, readonly string[]>> = {
  response_type: ['token', 'id_token', 'code token', 'code id_token', 'none'],
  confirm: ['true', '1', 'on', 'y', 'yes,no', 'false'],
  grant_type: [
    'password',
    'client_credentials',
    'implicit',
    'urn:ietf:params:oauth:grant-type:device_code',
    'urn:ietf:params:oauth:grant-type:jwt-bearer',
  ],
  token_type_hint: ['id_token', 'code'],
  kind: ['oauth', 'user', 'vm'],
  sort_order: ['ASC', 'DESC', 'asc', 'RANDOM'],
};

/** Texts outside a closed list: what is known elsewhere, nearly what is allowed, two of it at once, and none of it. */
export function textsOutside(name: string, allowed: readonly string[]): readonly string[] {
  const candidates = [
    ...(known[name] ?? []),
    ...allowed.flatMap(nearTexts),
    `${allowed[0] ?? ''} ${allowed.at(-1) ?? ''}`,
    'other',
  ];
  return [...new Set(candidates)].filter((text) => text !== '' && !allowed.includes(text));
}

/** Texts that are nearly a given one: in another case, with more at the end or a blank, with less. */
export function nearTexts(text: string): readonly string[] {
  return [text.toUpperCase(), text.toLowerCase(), `${text}s`, `${text} `, text.slice(0, -1)];
}
