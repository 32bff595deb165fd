/** A condition inside a write: an expression over `#names` and `:values`, joined with others by `and`. */
export type Condition = { expression: string; names: Record<string, string>; values: Record<string, unknown> };

const one = (attribute: string, build: (name: string, value: string) => string, value?: unknown): Condition => ({
  expression: build('#c', ':c'),
  names: { '#c': attribute },
  values: value === undefined ? {} : { ':c': value },
});

/** The place of an attribute, step by step into maps: `map.attribute`. */
const placeOf = (attribute: string): { path: string; names: Record<string, string> } => {
  const names = Object.fromEntries(attribute.split('.').map((step, i) => [`#cx${i}`, step]));
  return { path: Object.keys(names).join('.'), names };
};

/** The item does not exist yet: a claim. */
export const absent = (): Condition => one('pk', (name) => `attribute_not_exists(${name})`);

/** The item exists. */
export const present = (): Condition => one('pk', (name) => `attribute_exists(${name})`);

/** The item is as it was read: its counter `v` has this value. */
export const unchanged = (v: number): Condition => one('v', (name, value) => `${name} = ${value}`, v);

/** What was read with this counter is still so: 0 stands for "not there". */
export const expectedVersion = (v: number): Condition => (v === 0 ? absent() : unchanged(v));

/** An attribute equals a value. One inside a map is named `map.attribute`. */
export const equals = (attribute: string, expected: unknown): Condition => {
  const { path, names } = placeOf(attribute);
  return { expression: `${path} = :c`, names, values: { ':c': expected } };
};

/** An attribute is not there. */
export const lacks = (attribute: string): Condition => one(attribute, (name) => `attribute_not_exists(${name})`);

/** A counter, 0 when it was never raised, is below a limit. For a counter inside a map, name it `map.counter`. */
export const below = (counter: string, limit: number): Condition => {
  const { path, names } = placeOf(counter);
  return { expression: `attribute_not_exists(${path}) OR ${path} < :c`, names, values: { ':c': limit } };
};

/** A counter is there and holds so many at the least: as much as is about to be taken from it. Inside a map as `below`. */
export const atLeast = (counter: string, least: number): Condition => {
  const { path, names } = placeOf(counter);
  return { expression: `${path} >= :c`, names, values: { ':c': least } };
};

/**
 * Conditions side by side, each with placeholders of its own by its place: what is asked alike is written alike, so that an engine
 * that knows an expression need not read it again.
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

/** All of these hold. */
export const and = (...conditions: Condition[]): Condition => joined(conditions, 'AND');

/** Any of these holds. */
export const or = (...conditions: Condition[]): Condition => joined(conditions, 'OR');
