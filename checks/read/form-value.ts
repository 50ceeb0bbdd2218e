import type { Exchange } from '../../driver/exchange.ts';

const utf8 = new TextDecoder();

/** All values of a parameter in the form that was sent, decoded, in order. */
export function formValues({ request }: Exchange, name: string): readonly string[] {
  return request.body === null ? [] : new URLSearchParams(utf8.decode(request.body)).getAll(name);
}

/** The value of a parameter in the form that was sent, or null where it was not sent exactly once. */
export function formValue(exchange: Exchange, name: string): string | null {
  const [value, ...others] = formValues(exchange, name);
  return value === undefined || others.length > 0 ? null : value;
}
