/** Ways to write an unregistered redirect URI that careless matching takes for the registered one. */
export const redirectEvasions = {
  'path-suffix': (uri) => `${uri}/more`,
  'name-suffix': (uri) => `${uri}2`,
  'path-prefix': (uri) => uri.replace(/\.com\//, '.com/more/'),
  'path-shortened': (uri) => uri.slice(0, uri.lastIndexOf('/')),
  'path-character-missing': (uri) => uri.slice(0, -1),
  // A path without letters has no other case, so a letter is added.
  'path-case': (uri) => editPath(uri, (path) => (/[a-z]/.test(path) ? path.toUpperCase() : `${path}A`)),
  'path-missing': (uri) => editPath(uri, () => ''),
  'trailing-slash': (uri) => `${uri}/`,
  'slash-doubled': (uri) => editPath(uri, (path) => `/${path}`),
  'dot-segments': (uri) => `${uri}/../stolen`,
  'dot-segments-back': (uri) => editPath(uri, (path) => `/more/..${path}`),
  'dot-segments-encoded': (uri) => `${uri}/%2e%2e/stolen`,
  'encoded-slash': (uri) => `${uri}%2Fmore`,
  'double-encoded': (uri) => `${uri}%252Fmore`,
  'encoded-character': (uri) => `${uri.slice(0, -1)}%${uri.charCodeAt(uri.length - 1).toString(16)}`,
  'path-parameter': (uri) => `${uri};more=1`,
  'query-added': (uri) => `${uri}?more=1`,
  'query-own': (uri) => `${uri}?state=stolen&code=stolen`,
  'query-empty': (uri) => `${uri}?`,
  fragment: (uri) => `${uri}#stolen`,
  'host-case': (uri) => editHost(uri, (host) => host.toUpperCase()),
  'host-suffix': (uri) => editHost(uri, (host) => `${host}.evil.invalid`),
  'host-prefix': (uri) => editHost(uri, (host) => `evil${host}`),
  'host-parent': (uri) => editHost(uri, (host) => host.slice(host.indexOf('.') + 1)),
  'host-other': (uri) => editHost(uri, () => 'evil.invalid'),
  // In a pattern, a dot matches any character.
  'host-dot-replaced': (uri) => editHost(uri, (host) => host.replace(/\.(?=[^.]*$)/, 'x')),
  'host-trailing-dot': (uri) => editHost(uri, (host) => `${host}.`),
  subdomain: (uri) => editHost(uri, (host) => `evil.${host}`),
  'subdomain-www': (uri) => editHost(uri, (host) => `www.${host}`),
  'port-added': (uri) => editHost(uri, (host) => `${host}:8443`),
  'port-default': (uri) => editHost(uri, (host) => `${host}:443`),
  'scheme-downgraded': (uri) => uri.replace('https:', 'http:'),
  'scheme-case': (uri) => uri.replace('https:', 'HTTPS:'),
  'scheme-other': (uri) => uri.replace('https:', 'com.evil.app:'),
  'scheme-missing': (uri) => uri.replace('https:', ''),
  script: (uri) => `javascript:alert(1)//${uri}`,
  userinfo: (uri) => editHost(uri, (host) => `${host}@evil.invalid`),
  'userinfo-empty': (uri) => editHost(uri, (host) => `@${host}`),
  'userinfo-added': (uri) => editHost(uri, (host) => `user@${host}`),
  backslash: (uri) => editHost(uri, (host) => `evil.invalid\\@${host}`),
  'backslashes-for-slashes': (uri) => uri.replace('://', ':\\\\'),
  'backslash-host': (uri) => editHost(uri, (host) => `evil.invalid\\.${host}`),
  'registered-as-query': (uri) => `https://evil.invalid/?next=${uri}`,
  'registered-as-fragment': (uri) => `https://evil.invalid/#${uri}`,
  'registered-as-path': (uri) => `https://evil.invalid/${uri}`,
  'blank-before': (uri) => ` ${uri}`,
  'blank-after': (uri) => `${uri} `,
  'line-break-before': (uri) => `\n${uri}`,
  'line-break-after': (uri) => `${uri}\n`,
  'second-uri-after-blank': (uri) => `${uri} https://evil.invalid/`,
  'nul-after': (uri) => `${uri}\u0000.evil.invalid`,
} satisfies Readonly<Record<string, (registered: string) => string>>;

function editHost(uri: string, edit: (host: string) => string): string {
  return uri.replace(/^([^/]*:\/\/)([^/]+)/, (_, scheme: string, host: string) => scheme + edit(host));
}

function editPath(uri: string, edit: (path: string) => string): string {
  return uri.replace(/^([^/]*:\/\/[^/]+)(\/.*)$/, (_, origin: string, path: string) => origin + edit(path));
}
