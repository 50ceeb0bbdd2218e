import { changeScripts } from './page-scripts.ts';

/** What is wrong with the HTML of a report. */
export class ReportPageError extends Error {
  override readonly name = 'ReportPageError';
  readonly code = 'report-page';
}

const trackerAddress = /\bgoogletagmanager\.com|\bgoogle-analytics\.com/i;
// The report's data are also base64 in a script. Without the parenthesis or the dot, they could match by chance.
const trackerCall = /\bgtag\s*\(|\bwindow\.dataLayer\b/;
/** How the page passes its data to its script, by name. */
const dataName = /\bd\("((?:[^"\\]|\\.)*)","/g;
const externalAddress =
  /\s(?:src|href)\s*=\s*(?:"(?!data:|#)([^"]*)|'(?!data:|#)([^']*)|(?!data:|["'#])([^\s>]+))/gi;

/**
 * Removes the analytics scripts that Allure writes into every page with no option to leave them out: a report on
 * credentials must not make network requests. Throws if the page would still load anything from elsewhere. Also throws
 * if a data name, which Allure writes into a script unescaped, could end that script and start another.
 */
export function stripAnalytics(html: string): string {
  const stripped = changeScripts(html, ({ tag, body, end }) =>
    trackerAddress.test(tag) || trackerCall.test(body) ? '' : tag + body + end,
  );
  const remaining = externalResources(stripped);
  if (remaining.length > 0)
    throw new ReportPageError(`the report page loads from elsewhere: ${remaining.join(', ')}`);
  const unsafe = [...stripped.matchAll(dataName)].find(([, name = '']) => !/^[\w./ -]*$/.test(name));
  if (unsafe !== undefined)
    throw new ReportPageError(`the report page has data with an unsafe name: ${unsafe[1] ?? ''}`);
  return stripped;
}

/** Addresses that the page's own `script` and `link` elements load. Those inside its data are not elements. */
function externalResources(html: string): readonly string[] {
  const tags = changeScripts(html, ({ tag }) => tag).split(/(?=<(?:script|link)\b)/i);
  return tags.slice(1).flatMap((text) => {
    const tag = text.slice(0, text.indexOf('>') + 1);
    return [...tag.matchAll(externalAddress)].map((match) => match[1] ?? match[2] ?? match[3] ?? '');
  });
}
