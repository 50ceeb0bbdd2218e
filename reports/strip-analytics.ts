/** What went wrong with the HTML of a report. */
export class ReportPageError extends Error {
  override readonly name = 'ReportPageError';
  readonly code = 'report-page';
}

const scriptElement = /<script\b([^>]*)>([\s\S]*?)<\/script\s*>/gi;
const trackerAddress = /\bgoogletagmanager\.com|\bgoogle-analytics\.com/i;
// The report's data are base64 in a script too: without the parenthesis or the dot, data could match by chance.
const trackerCall = /\bgtag\s*\(|\bwindow\.dataLayer\b/;
/** How the page gives its data to its script, by name. */
const dataName = /\bd\("((?:[^"\\]|\\.)*)","/g;
const externalAddress =
  /\s(?:src|href)\s*=\s*(?:"(?!data:|#)([^"]*)"|'(?!data:|#)([^']*)'|(?!data:|["'#])([^\s>]+))/gi;

/**
 * Removes the analytics scripts that Allure writes into every page and cannot be told to leave out: a report on
 * credentials calls nobody. Throws where the page would still load anything from elsewhere, or where a name of its data,
 * which Allure writes into a script as it is, could end that script and begin another.
 */
export function stripAnalytics(html: string): string {
  const stripped = html.replace(scriptElement, (element, attributes: string, body: string) =>
    trackerAddress.test(attributes) || trackerCall.test(body) ? '' : element,
  );
  const remaining = externalResources(stripped);
  if (remaining.length > 0)
    throw new ReportPageError(`the report page loads from elsewhere: ${remaining.join(', ')}`);
  const unsafe = [...stripped.matchAll(dataName)].find(([, name = '']) => !/^[\w./ -]*$/.test(name));
  if (unsafe !== undefined)
    throw new ReportPageError(`the report page has data with an unsafe name: ${unsafe[1] ?? ''}`);
  return stripped;
}

/** Addresses that the page's own `script` and `link` elements load; those inside its data are not elements. */
function externalResources(html: string): readonly string[] {
  const tags = html.replace(scriptElement, '<script$1>').match(/<(?:script|link)\b[^>]*>/gi) ?? [];
  return tags.flatMap((tag) =>
    [...tag.matchAll(externalAddress)].map((match) => match[1] ?? match[2] ?? match[3] ?? ''),
  );
}
