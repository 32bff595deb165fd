/** A condition inside a write: an expression over `#names` and `:values`, joined with others by `and`. */
export type Condition = { expression: string; names: Record<string, string>; values: Record<string, unknown> };

let serial = 0;
/** A fresh suffix so that joined conditions never share a placeholder. */
const fresh = (): string => {
  serial = (serial + 1) % 1_000_000;
  return serial.toString(36);
};

const one = (attribute: string, build: (name: string, value: string) => string, value?: unknown): Condition => {
  const tag = fresh();
  const [name, placeholder] = [`#c${tag}`, `:c${tag}`];
  return {
    expression: build(name, placeholder),
    names: { [name]: attribute },
    values: value === undefined ? {} : { [placeholder]: value },
  };
};

/** The item does not exist yet: a claim. */
export const absent = (): Condition => one('pk', (name) => `attribute_not_exists(${name})`);

/** The item exists. */
export const present = (): Condition => one('pk', (name) => `attribute_exists(${name})`);

/** The item is as it was read: its counter `v` has this value. */
export const unchanged = (v: number): Condition => one('v', (name, value) => `${name} = ${value}`, v);

/** What was read with this counter is still so: 0 stands for "not there". */
export const asRead = (v: number): Condition => (v === 0 ? absent() : unchanged(v));

/** An attribute equals a value. One inside a map is named `map.attribute`. */
export const equals = (attribute: string, expected: unknown): Condition => {
  const tag = fresh();
  const steps = attribute.split('.');
  return {
    expression: `${steps.map((_, i) => `#c${tag}x${i}`).join('.')} = :c${tag}`,
    names: Object.fromEntries(steps.map((step, i) => [`#c${tag}x${i}`, step])),
    values: { [`:c${tag}`]: expected },
  };
};

/** An attribute is not there. */
export const lacks = (attribute: string): Condition => one(attribute, (name) => `attribute_not_exists(${name})`);

/** A counter, 0 when it was never raised, is below a limit. For a counter inside a map, name it `map.counter`. */
export const below = (counter: string, limit: number): Condition => {
  const tag = fresh();
  const steps = counter.split('.');
  const names = Object.fromEntries(steps.map((step, i) => [`#c${tag}x${i}`, step]));
  const path = steps.map((_, i) => `#c${tag}x${i}`).join('.');
  return {
    expression: `attribute_not_exists(${path}) OR ${path} < :c${tag}`,
    names,
    values: { [`:c${tag}`]: limit },
  };
};

/** A counter holds so many at the least: as much as is about to be taken from it. */
export const atLeast = (counter: string, least: number): Condition =>
  one(counter, (name, value) => `${name} >= ${value}`, least);

/** All of these hold. */
export const and = (...conditions: Condition[]): Condition => ({
  expression: conditions.map(({ expression }) => `(${expression})`).join(' AND '),
  names: Object.assign({}, ...conditions.map(({ names }) => names)),
  values: Object.assign({}, ...conditions.map(({ values }) => values)),
});

/** Any of these holds. */
export const or = (...conditions: Condition[]): Condition => ({
  ...and(...conditions),
  expression: conditions.map(({ expression }) => `(${expression})`).join(' OR '),
});
