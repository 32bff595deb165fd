import { pascalCase } from './pascal-case.ts';

type Json = Record<string, unknown>;

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null;

/** Returns the name of a request body: of its shared schema, or of its properties. */
const nameOf = (body: Json): string => {
  const [media] = Object.values(isObject(body.content) ? body.content : {});
  const schema = isObject(media) && isObject(media.schema) ? media.schema : {};
  if (typeof schema.$ref === 'string') return schema.$ref.slice(schema.$ref.lastIndexOf('/') + 1);
  return Object.keys(isObject(schema.properties) ? schema.properties : {})
    .map(pascalCase)
    .join('');
};

/**
 * Replaces the request bodies that several operations of `paths` have in common, schema and example, by references, and returns them by
 * name. Of different bodies with one name, the most frequent is shared and the others stay in place.
 */
export const shareRepeatedBodies = (paths: Json): Json => {
  const operations = Object.values(paths).flatMap((path) => (isObject(path) ? Object.values(path) : []));
  const withBody = operations.filter(
    (one): one is Json & { requestBody: Json } => isObject(one) && isObject(one.requestBody),
  );
  const groups = [...Map.groupBy(withBody, ({ requestBody }) => JSON.stringify(requestBody)).values()];
  const shared: Json = {};
  for (const same of groups.toSorted((one, other) => other.length - one.length)) {
    const [first] = same;
    if (first === undefined || same.length === 1) break;
    const { requestBody } = first;
    const name = nameOf(requestBody);
    if (name === '' || Object.hasOwn(shared, name)) continue;
    shared[name] = requestBody;
    for (const operation of same) operation.requestBody = { $ref: `#/components/requestBodies/${name}` };
  }
  return Object.fromEntries(Object.entries(shared).toSorted(([one], [other]) => (one < other ? -1 : 1)));
};
