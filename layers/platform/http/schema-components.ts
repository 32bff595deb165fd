import * as z from 'zod';

type Json = Record<string, unknown>;
type Io = 'input' | 'output';

/**
 * How JSON schemas are made, without what only repeats: the long pattern of what `format` calls a date or a time, and the bounds of
 * JavaScript's own integers.
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

/** How a schema is called in code, and the context that it belongs to; none where all contexts share it. */
export type SchemaName = { name: string; context?: string | undefined };
export type SchemaNames = ReadonlyMap<z.core.$ZodType, SchemaName>;

const DEFS = '#/$defs/';
const COMPONENTS = '#/components/schemas/';

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A copy of plain data, each of whose references is replaced by what `target` makes of it. */
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

/** Gives zod the names by which it extracts schemas: the `meta({ id })` of a schema, else the name that it is exported by. */
class NamedRegistry extends z.core.$ZodRegistry<Json> {
  private readonly names: SchemaNames;
  constructor(names: SchemaNames) {
    super();
    this.names = names;
  }
  override get(schema: z.core.$ZodType): Json | undefined {
    const meta: Json = { ...z.globalRegistry.get(schema) };
    const named = this.names.get(schema);
    const id = meta.id ?? named?.name;
    if (id === undefined) return meta;
    return { ...meta, id: meta.id === undefined && named?.context ? `${named.context}/${id}` : id };
  }
}

const partsOf = (id: string): { context: string; name: string } => {
  const slash = id.lastIndexOf('/');
  return { context: id.slice(0, Math.max(slash, 0)), name: id.slice(slash + 1) };
};

const pascal = (text: string): string => text.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());

/**
 * Collects the schemas that an OpenAPI document shares, so that each is written once under `components.schemas`. `schemaOf` gives a
 * schema with references to a draft of them; `finish` gives the whole document with its final references, and the components. A schema
 * has one component for requests and responses, or a second one (`<Name>Input`) where its two sides differ, as a property with a
 * default may be omitted from a request. Two contexts that use one name for different schemas have their own name put before it.
 */
export const schemaComponents = (names: SchemaNames) => {
  const registry = new NamedRegistry(names);
  /** Every shared schema by its draft: `<input or output>:<id>`. */
  const drafts = new Map<string, Json>();

  const schemaOf = (schema: z.ZodType, io: Io): Json => {
    const json: Json = z.toJSONSchema(schema, { ...schemaOptions, io, metadata: registry });
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

  const idOf = (draft: string): string => draft.slice(draft.indexOf(':') + 1);

  /** The schemas whose two sides differ. A side that refers to one that differs differs as well. */
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

  /** The final name of every draft. */
  const nameDrafts = (): ReadonlyMap<string, string> => {
    const split = findSplit();
    const byName = Map.groupBy(new Set([...drafts.keys()].map(idOf)), (id) => partsOf(id).name);
    const shortNames = new Map<string, string>();
    for (const [name, ids] of byName)
      for (const id of ids) shortNames.set(id, ids.length === 1 ? name : `${pascal(partsOf(id).context)}${name}`);
    const taken = new Map<string, string>();
    for (const [id, name] of shortNames) {
      if (taken.has(name)) throw new Error(`Two schemas are called ${name}: ${id} and ${taken.get(name)}.`);
      taken.set(name, id);
    }
    return new Map(
      [...drafts.keys()].map((draft) => {
        const name = shortNames.get(idOf(draft)) ?? '';
        return [draft, split.has(idOf(draft)) && draft.startsWith('input:') ? `${name}Input` : name];
      }),
    );
  };

  /** A reference without the keywords beside it that its target has as well. */
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

  return { schemaOf, finish };
};
