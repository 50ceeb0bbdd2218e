/**
 * Texts shaped like attacks on what may stand behind an operation, of visible ASCII alone: at least three of a kind. No
 * target issues one of them as an id, code or token, so as such they find nothing; where any text is lawful they are
 * text.
 */
export const attackTexts: readonly string[] = [
  // SQL.
  ...["' OR 1=1 --", '" OR "1"="1', "') OR ('1'='1", "1'; DROP TABLE clients; --", "%' OR name LIKE '%"],
  // Document databases.
  ...['{"$ne":null}', '{"$gt":""}', '[$ne]=1'],
  // LDAP and XPath.
  ...['*)(uid=*))(|(uid=*', '*)(&', "' or count(/*)=1 or 'a'='b"],
  // Shells.
  ...['; cat /etc/passwd', '$(sleep 5)', '`sleep 5`'],
  // Paths.
  ...['../../../../etc/passwd', '..\\..\\windows\\win.ini', 'file:///etc/passwd'],
  // Templates, expressions and formats.
  ...['{{7*7}}', '${7*7}', '<%= 7*7 %>', '%s%s%n%x'],
  // Markup and header lines.
  ...['<script>alert(1)</script>', '"><img src=x onerror=alert(1)>', '%0d%0aSet-Cookie: a=b'],
];

/** How many cases are worth sending of these at one place: each in turn. */
export const enoughAttacks = attackTexts.length;
