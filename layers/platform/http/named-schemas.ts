type Json = Record<string, unknown>;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const mapped = (value: unknown, work: (object: Json) => Json): unknown => {
  if (Array.isArray(value)) return value.map((one) => mapped(one, work));
  if (!isObject(value)) return value;
  return work(Object.fromEntries(Object.entries(value).map(([name, one]) => [name, mapped(one, work)])));
};

const DEFS = '#/$defs/';

/**
 * A JSON schema whose named schemas (`meta({ id })`) are pointed at where an OpenAPI document keeps them. As input they have a name
 * of their own, for what has a default may be left out there.
 */
export const pointedAt = (schema: Json, io: 'input' | 'output'): Json => {
  const nameOf = (id: string): string => (io === 'input' ? `${id}Input` : id);
  const { $defs, ...rest } = schema;
  const point = (object: Json): Json => {
    const { $ref, ...others } = object;
    if (typeof $ref !== 'string' || !$ref.startsWith(DEFS)) return object;
    return { ...others, $ref: `#/components/schemas/${nameOf($ref.slice(DEFS.length))}` };
  };
  const plain = mapped(rest, point) as Json;
  if (!isObject($defs)) return plain;
  const named = Object.entries($defs).map(([id, one]) => [nameOf(id), mapped(one, point)]);
  return { ...plain, $defs: Object.fromEntries(named) };
};

/** A document without its named schemas, and these by name: each is said once. */
export const takeNamed = (document: Json): { rest: Json; named: Json } => {
  const found = new Map<string, unknown>();
  const take = (object: Json): Json => {
    const { $defs, ...rest } = object;
    if (!isObject($defs)) return object;
    for (const [name, schema] of Object.entries($defs)) found.set(name, schema);
    return rest;
  };
  const rest = mapped(document, take) as Json;
  return { rest, named: Object.fromEntries([...found].toSorted(([one], [other]) => (one < other ? -1 : 1))) };
};
