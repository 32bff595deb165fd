/** A condition of a write: an expression over `#names` and `:values`, combined with others by `and`. */
export type Condition = { expression: string; names: Record<string, string>; values: Record<string, unknown> };

const one = (attribute: string, build: (name: string, value: string) => string, value?: unknown): Condition => ({
  expression: build('#c', ':c'),
  names: { '#c': attribute },
  values: value === undefined ? {} : { ':c': value },
});

/** Resolves an attribute path into nested maps: `map.attribute`. */
const placeOf = (attribute: string): { path: string; names: Record<string, string> } => {
  const names = Object.fromEntries(attribute.split('.').map((step, i) => [`#cx${i}`, step]));
  return { path: Object.keys(names).join('.'), names };
};

/** Requires that the item does not exist yet. */
export const absent = (): Condition => one('pk', (name) => `attribute_not_exists(${name})`);

/** Requires that the item exists. */
export const present = (): Condition => one('pk', (name) => `attribute_exists(${name})`);

/** Requires that the item has not changed since it was read: its version `v` has this value. */
export const unchanged = (v: number): Condition => one('v', (name, value) => `${name} = ${value}`, v);

/** Requires the version that was read; 0 means that the item did not exist. */
export const expectedVersion = (v: number): Condition => (v === 0 ? absent() : unchanged(v));

/** Requires that an attribute equals a value. An attribute inside a map is named `map.attribute`. */
export const equals = (attribute: string, expected: unknown): Condition => {
  const { path, names } = placeOf(attribute);
  return { expression: `${path} = :c`, names, values: { ':c': expected } };
};

/** Requires that an attribute is there and has another value. */
export const differs = (attribute: string, other: unknown): Condition =>
  one(attribute, (name, value) => `attribute_exists(${name}) AND ${name} <> ${value}`, other);

/** Requires that an attribute is absent. */
export const lacks = (attribute: string): Condition => one(attribute, (name) => `attribute_not_exists(${name})`);

/** Requires that a counter is below a limit; an absent counter counts as 0. A counter inside a map is named `map.counter`. */
export const below = (counter: string, limit: number): Condition => {
  const { path, names } = placeOf(counter);
  return { expression: `attribute_not_exists(${path}) OR ${path} < :c`, names, values: { ':c': limit } };
};

/** Requires that a counter exists and is at least the amount that is about to be subtracted. Names as in `below`. */
export const atLeast = (counter: string, least: number): Condition => {
  const { path, names } = placeOf(counter);
  return { expression: `${path} >= :c`, names, values: { ':c': least } };
};

/**
 * Joins conditions, with placeholders numbered by position: equal conditions give equal expressions, so an engine that caches
 * expressions need not parse them again.
 */
const joined = (conditions: readonly Condition[], operator: 'AND' | 'OR'): Condition => {
  const apart = conditions.map(({ expression, names, values }, i) => {
    const own = (text: string): string => text.replace(/([#:]c)/g, `$1${i}_`);
    const renamed = <T>(of: Record<string, T>): Record<string, T> =>
      Object.fromEntries(Object.entries(of).map(([placeholder, meant]) => [own(placeholder), meant]));
    return { expression: `(${own(expression)})`, names: renamed(names), values: renamed(values) };
  });
  return {
    expression: apart.map(({ expression }) => expression).join(` ${operator} `),
    names: Object.assign({}, ...apart.map(({ names }) => names)),
    values: Object.assign({}, ...apart.map(({ values }) => values)),
  };
};

/** Requires all of these conditions. */
export const and = (...conditions: Condition[]): Condition => joined(conditions, 'AND');

/** Requires any of these conditions. */
export const or = (...conditions: Condition[]): Condition => joined(conditions, 'OR');
