import { pascalCase } from './pascal-case.ts';

type Json = Record<string, unknown>;

/** Shorter schemas, in characters of JSON, stay in place: a name and a reference would not be shorter, and equal shapes are chance. */
const SHORTEST = 110;

/** The keywords whose values are data, not schemas. */
const dataKeys = new Set(['example', 'default', 'enum', 'const', 'required']);

/** A place of a schema without a name of its own: the names it may get, the plainest first, and how to replace it. */
type Place = { text: string; names: readonly string[]; replace: (reference: Json) => void };

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The parts of an operation whose schemas are named after it. */
const partNames = new Map([
  ['requestBody', 'Input'],
  ['responses', 'Output'],
]);

const FEW = 3;

/** Returns the name of a body: of its few properties, since operations that share it have nothing else in common; else of its operation. */
const bodyName = (schema: unknown, holder: string, part: string): string => {
  const names = isObject(schema) && isObject(schema.properties) ? Object.keys(schema.properties) : [];
  return names.length > 0 && names.length <= FEW ? `${names.map(pascalCase).join('')}${part}` : `${holder}${part}`;
};

/**
 * Lists the schemas of bodies, properties, alternatives, list items, and map keys and values in `value`, which belongs to the component or
 * operation `holder`.
 */
const placesIn = (value: unknown, holder: string, property: string | undefined): Place[] => {
  if (Array.isArray(value)) return value.flatMap((one) => placesIn(one, holder, property));
  if (!isObject(value)) return [];
  const places: Place[] = [];
  const note = (owner: Json, key: string, name: string): void => {
    const one = owner[key];
    const text = JSON.stringify(one);
    if (!isObject(one) || '$ref' in one || text.length < SHORTEST) return;
    places.push({
      text,
      names: [name, `${holder}${name}`],
      replace: (reference) => Object.assign(owner, { [key]: reference }),
    });
  };
  for (const [key, one] of Object.entries(value)) {
    if (dataKeys.has(key)) continue;
    if (key === 'properties' && isObject(one)) {
      for (const [name, schema] of Object.entries(one)) {
        note(one, name, pascalCase(name));
        places.push(...placesIn(schema, holder, pascalCase(name)));
      }
      continue;
    }
    if (key === 'items') note(value, key, `${property ?? holder}Item`);
    if (key === 'additionalProperties') note(value, key, `${property ?? holder}Value`);
    if (property !== undefined && key === 'propertyNames') note(value, key, `${property}Key`);
    if (property !== undefined && key === 'schema') note(value, key, bodyName(one, holder, property));
    if ((key === 'anyOf' || key === 'oneOf') && Array.isArray(one))
      for (const place of one.keys()) note(one as unknown as Json, String(place), `${property ?? holder}Choice`);
    places.push(...placesIn(one, holder, partNames.get(key) ?? property));
  }
  return places;
};

/**
 * Moves each schema that occurs in several places, or is a component already, to `components.schemas`, the longest first, so that the document contains it once. Its
 * name is that of its property, with its component or operation before it where the name is taken. Changes the given document.
 */
export const shareRepeatedSchemas = (paths: Json, schemas: Json): void => {
  const owners = (): Place[] => [
    ...Object.entries(schemas).flatMap(([name, schema]) => placesIn(schema, name, undefined)),
    ...Object.values(paths).flatMap((path) =>
      Object.values(path as Json).flatMap((operation) =>
        placesIn(operation, pascalCase(String((operation as Json).operationId)), undefined),
      ),
    ),
  ];
  const unnamed = new Set<string>();
  for (;;) {
    const components = new Set(Object.values(schemas).map((schema) => JSON.stringify(schema)));
    const repeated = [...Map.groupBy(owners(), ({ text }) => text)].filter(
      ([text, uses]) => (uses.length > 1 || components.has(text)) && !unnamed.has(text),
    );
    const [longest] = repeated.toSorted(([one], [other]) => other.length - one.length);
    if (!longest) return;
    const [text, uses] = longest;
    const same = Object.entries(schemas).find(([, schema]) => JSON.stringify(schema) === text)?.[0];
    const name = same ?? uses.flatMap(({ names }) => names).find((one) => !Object.hasOwn(schemas, one));
    if (name === undefined) {
      unnamed.add(text);
      continue;
    }
    for (const { replace } of uses) replace({ $ref: `#/components/schemas/${name}` });
    schemas[name] ??= JSON.parse(text);
  }
};
