/** A challenge of `WWW-Authenticate`, with the names of its parameters in lower case, in order. */
export interface Challenge {
  readonly scheme: string;
  readonly parameters: readonly string[];
}

const token = "[!#$%&'*+.^_`|~\\w-]+";
const parameter = new RegExp(`^(${token})[ \\t]*=[ \\t]*(?:${token}|"(?:[^"\\\\]|\\\\.)*")$`);
const schemeAlone = new RegExp(`^${token}$`);
const token68 = /^[\w.~+/-]+=*$/;

/**
 * The challenges of one field value by the grammar of RFC 9110 section 11.6.1; null if it does not match it. Commas part
 * both challenges and their parameters, so that what begins with a scheme begins a challenge.
 */
export function parseChallenges(value: string): readonly Challenge[] | null {
  const challenges: { scheme: string; parameters: string[] }[] = [];
  for (const element of elementsOf(value)) {
    const own = parameter.exec(element)?.[1];
    const current = challenges.at(-1);
    if (own !== undefined) {
      if (current === undefined) return null;
      current.parameters.push(own.toLowerCase());
      continue;
    }
    const gap = element.search(/[ \t]/);
    const scheme = gap === -1 ? element : element.slice(0, gap);
    const rest = gap === -1 ? '' : element.slice(gap).trim();
    const first = parameter.exec(rest)?.[1];
    if (!schemeAlone.test(scheme) || !(rest === '' || first !== undefined || token68.test(rest))) return null;
    challenges.push({ scheme, parameters: first === undefined ? [] : [first.toLowerCase()] });
  }
  return challenges;
}

/** The elements of a list, parted by commas outside quotes. Empty ones do not count (RFC 9110 section 5.6.1). */
function elementsOf(value: string): readonly string[] {
  const elements = value.match(/(?:[^",\\]|\\.|"(?:[^"\\]|\\.)*"|["\\])+/gsu) ?? [];
  return elements.map((element) => element.trim()).filter((element) => element !== '');
}
