import type { Behaviour } from '../behaviour.ts';

/** Changes what an authorization hands over: each value that goes into the query of its redirect. */
export function mapRedirect(behaviour: Behaviour, change: (value: string, name: string) => string): void {
  const locate = behaviour.buildLocation;
  behaviour.buildLocation = (uri, parameters) =>
    locate(
      uri,
      parameters.map(([name, value]) => [name, change(value, name)]),
    );
}
