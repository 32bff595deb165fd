/** The JSON values that can be sealed: no undefined, no number that is not finite. */
type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: unknown };

const written = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(written).join(',')}]`;
  if (typeof value !== 'object' || value === null) {
    const text = JSON.stringify(value);
    if (text === undefined || (typeof value === 'number' && !Number.isFinite(value))) throw new TypeError('Not JSON');
    return text;
  }
  // The default sort is by UTF-16 code units, as the RFC requires.
  const named = Object.entries(value).filter(([, one]) => one !== undefined);
  const members = named.toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([name, one]) => `${JSON.stringify(name)}:${written(one)}`).join(',')}}`;
};

/**
 * Returns the canonical text of a value (RFC 8785): names in the order of their code units, no spaces, numbers in ECMAScript notation.
 * Equal content gives equal text, regardless of the order of construction. Throws on values that are not JSON.
 */
export const canonicalJson = (value: Json): string => written(value);
