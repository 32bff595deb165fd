import * as z from 'zod';
import { pascalCase } from './pascal-case.ts';

type Json = Record<string, unknown>;
type Io = 'input' | 'output';

/**
 * How JSON schemas are generated, without redundant parts: the long pattern behind the formats of dates and times, and the bounds of
 * JavaScript's integers.
 */
export const schemaOptions = {
  unrepresentable: 'any',
  target: 'draft-2020-12',
  override: ({ jsonSchema }) => {
    if (jsonSchema.format === 'date' || jsonSchema.format === 'date-time') delete jsonSchema.pattern;
    if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
    if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
    const { type: _, properties, ...rest } = jsonSchema;
    if (jsonSchema.type !== 'object' || properties === undefined) return;
    delete jsonSchema.properties;
    Object.assign(jsonSchema, rest, { properties });
  },
} satisfies z.core.ToJSONSchemaParams;

/** The name of a schema in code and its location: the folders and the file that exports it. */
export type SchemaName = { name: string; folders: readonly string[] };
export type SchemaNames = ReadonlyMap<z.core.$ZodType, SchemaName>;

const DEFS = '#/$defs/';
const COMPONENTS = '#/components/schemas/';

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Returns a copy of plain data with each reference replaced by the result of `target`. */
const withReferences = (value: unknown, target: (reference: string) => string): unknown => {
  if (Array.isArray(value)) return value.map((one) => withReferences(one, target));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [
      key,
      key === '$ref' && typeof one === 'string' ? target(one) : withReferences(one, target),
    ]),
  );
};

/** Provides the ids by which zod extracts schemas: the `meta({ id })` of a schema, otherwise its name in code with its folders. */
class NamedRegistry extends z.core.$ZodRegistry<Json> {
  private readonly names: SchemaNames;
  private readonly inlined: z.core.$ZodType | undefined;
  constructor(names: SchemaNames, inlined?: z.core.$ZodType) {
    super();
    this.names = names;
    this.inlined = inlined;
  }
  override get(schema: z.core.$ZodType): Json | undefined {
    const { id, ...others }: Json = { ...z.globalRegistry.get(schema) };
    if (schema === this.inlined) return others;
    const meta = id === undefined ? others : { ...others, id };
    const named = this.names.get(schema);
    return meta.id !== undefined || named === undefined
      ? meta
      : { ...meta, id: [...named.folders, named.name].join('/') };
  }
}

/**
 * Returns a name for each id. Schemas with equal names get the name of a folder as prefix: the highest folder that distinguishes them,
 * which is their context when two contexts use one name.
 */
const shortNames = (ids: Iterable<string>): ReadonlyMap<string, string> => {
  const names = new Map<string, string>();
  for (const [name, same] of Map.groupBy(new Set(ids), (id) => id.slice(id.lastIndexOf('/') + 1))) {
    const depths = same.length === 1 ? [undefined] : [...(same[0] ?? '').split('/').keys()];
    const proposals = depths.map((depth) =>
      same.map((id) => (depth === undefined ? name : `${pascalCase(id.split('/').slice(0, -1)[depth] ?? '')}${name}`)),
    );
    const best = proposals.find((proposal) => new Set(proposal).size === same.length);
    if (!best)
      throw new Error(`Several schemas are called ${name}: ${same.join(', ')}. Rename one, or give it meta({ id }).`);
    for (const [index, id] of same.entries()) names.set(id, best[index] ?? name);
  }
  const taken = Map.groupBy(names, ([, name]) => name);
  for (const [name, entries] of taken)
    if (entries.length > 1)
      throw new Error(`Several schemas would be called ${name}: ${entries.map(([id]) => id).join(', ')}.`);
  return names;
};

/**
 * Collects the schemas that an OpenAPI document shares, so that each is written once under `components.schemas`. `schemaOf` returns a
 * schema with references to drafts; `inlineOf` does the same but leaves the schema itself in place; `finish` returns the whole document
 * with its final references, and the components. A schema has one component for requests and responses, or a second one (`<Name>Input`)
 * when its two sides differ, because a request may omit a property with a default.
 */
export const schemaComponents = (names: SchemaNames) => {
  /** Every shared schema by its draft: `<input or output>:<id>`. */
  const drafts = new Map<string, Json>();

  const convert = (schema: z.ZodType, io: Io, metadata: NamedRegistry): Json => {
    const json: Json = z.toJSONSchema(schema, { ...schemaOptions, io, metadata });
    const { $schema: _, $defs, ...rest } = json;
    const toDraft = (reference: string): string => {
      if (!reference.startsWith(DEFS))
        throw new Error('A recursive schema must be exported, or named by meta({ id }).');
      return `${io}:${reference.slice(DEFS.length).replaceAll('~1', '/').replaceAll('~0', '~')}`;
    };
    for (const [id, one] of Object.entries({ ...(isObject($defs) && $defs) })) {
      if (id.startsWith('__schema')) throw new Error('A recursive schema must be exported, or named by meta({ id }).');
      drafts.set(`${io}:${id}`, withReferences(one, toDraft) as Json);
    }
    return withReferences(rest, toDraft) as Json;
  };

  const shared = new NamedRegistry(names);
  const schemaOf = (schema: z.ZodType, io: Io): Json => convert(schema, io, shared);
  const inlineOf = (schema: z.ZodType, io: Io): Json => convert(schema, io, new NamedRegistry(names, schema));

  const idOf = (draft: string): string => draft.slice(draft.indexOf(':') + 1);

  /** Returns the schemas whose input and output differ, directly or through a reference. */
  const findSplit = (): ReadonlySet<string> => {
    const ids = [...drafts.keys()].filter((draft) => draft.startsWith('input:')).map(idOf);
    const twofold = ids.filter((id) => drafts.has(`output:${id}`));
    const split = new Set<string>();
    const text = (draft: string): string =>
      JSON.stringify(withReferences(drafts.get(draft), (one) => (split.has(idOf(one)) ? one : idOf(one))));
    for (let before = -1; before < split.size; ) {
      before = split.size;
      for (const id of twofold) if (!split.has(id) && text(`input:${id}`) !== text(`output:${id}`)) split.add(id);
    }
    return split;
  };

  /** Returns the final name of every draft. */
  const nameDrafts = (): ReadonlyMap<string, string> => {
    const split = findSplit();
    const names = shortNames([...drafts.keys()].map(idOf));
    return new Map(
      [...drafts.keys()].map((draft) => {
        const name = names.get(idOf(draft)) ?? '';
        return [draft, split.has(idOf(draft)) && draft.startsWith('input:') ? `${name}Input` : name];
      }),
    );
  };

  /** Removes the keywords beside a reference that its target has as well. */
  const withoutRepeats = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(withoutRepeats);
    if (!isObject(value)) return value;
    const target = typeof value.$ref === 'string' ? drafts.get(value.$ref) : undefined;
    const own = Object.entries(value).filter(
      ([key, one]) => key === '$ref' || JSON.stringify(one) !== JSON.stringify(target?.[key]),
    );
    return Object.fromEntries(own.map(([key, one]) => [key, withoutRepeats(one)]));
  };

  const finish = (document: Json): { document: Json; schemas: Json } => {
    const final = nameDrafts();
    const place = (reference: string): string =>
      final.has(reference) ? `${COMPONENTS}${final.get(reference)}` : reference;
    const schemas = [...drafts].map(([draft, json]): [string, unknown] => [
      final.get(draft) ?? '',
      withReferences(withoutRepeats(json), place),
    ]);
    return {
      document: withReferences(withoutRepeats(document), place) as Json,
      schemas: Object.fromEntries(schemas.toSorted(([one], [other]) => (one < other ? -1 : 1))),
    };
  };

  return { schemaOf, inlineOf, finish };
};
