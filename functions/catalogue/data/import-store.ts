import * as z from 'zod';
import { absent, and, equals, or } from '../../../layers/platform/dynamodb/condition.ts';
import { type CursorPage, type PageRequest, readPage } from '../../../layers/platform/dynamodb/cursor.ts';
import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import { marcForms } from '../../../layers/protocols/marc/forms.ts';
import {
  addCounts,
  type ImportCounts,
  type ImportView,
  importCountsSchema,
  importKinds,
  importStates,
  noCounts,
} from '../domain/loading/import.ts';
import { gsi2, indexPartition, key, sortPrefix } from './keys.ts';

const problemSchema = z.object({ reason: z.string(), detail: z.string() });
const importSchema = z.object({
  importId: z.string(),
  memberId: z.string(),
  fileName: z.string(),
  bytes: z.number(),
  type: z.enum(marcForms).optional(),
  kind: z.enum(importKinds).optional(),
  form: z.enum(marcForms).optional(),
  state: z.enum(importStates),
  createdAt: z.string(),
  openedBy: z.string().exactOptional(),
  startedAt: z.string().optional(),
  endedAt: z.string().optional(),
  execution: z.string().optional(),
  parts: z.number().default(0),
  counts: importCountsSchema.optional(),
  problem: problemSchema.optional(),
});
/** A load as stored: `execution` is the run that claimed it. */
export type StoredImport = z.infer<typeof importSchema>;

const partSchema = z.object({
  part: z.string(),
  start: z.number(),
  end: z.number(),
  form: z.enum(marcForms),
  done: z.boolean(),
  counts: importCountsSchema.optional(),
  rejects: z.number().default(0),
});
/** A part of a load: bytes `start` to before `end`, and its results. */
export type StoredPart = z.infer<typeof partSchema>;

/** Returns the key of a load's uploaded file. */
export const fileKey = (importId: string): string => `imports/${importId}/file`;
/** Returns the key of a part's list of rejects. Not under imports/, whose objects start loads. */
export const rejectsKey = (importId: string, part: string): string => `import-reports/${importId}/${part}.json`;
/** Returns the number of a part as a sortable key. */
export const partName = (number: number): string => String(number).padStart(5, '0');

/** Returns the known loads by their ids. */
export const importsById = async (table: Table, ids: readonly string[]): Promise<ReadonlyMap<string, StoredImport>> => {
  const rows = await table.getMany(
    [...new Set(ids)].filter((id) => id !== '').map((importId) => key('import', { importId })),
  );
  return new Map(rows.flatMap((row) => (row ? [importSchema.parse(row)] : [])).map((one) => [one.importId, one]));
};

/** Stores the loads of all members and their parts. */
export type ImportStore = {
  create(load: Omit<StoredImport, 'parts' | 'state'>): Promise<void>;
  get(importId: string): Promise<StoredImport | undefined>;
  parts(importId: string): Promise<StoredPart[]>;
  part(importId: string, part: string): Promise<StoredPart | undefined>;
  list(memberId: string, pageRequest: PageRequest): Promise<CursorPage<StoredImport> | 'bad-cursor'>;
  /** Claims the load for a run: a waiting or failed one, or one that this run already has. False when another run has or had it. */
  begin(importId: string, execution: string, at: string): Promise<boolean>;
  /** Stores the parts, and with them the format of the file; existing parts (possibly done) stay. */
  putParts(importId: string, parts: readonly Pick<StoredPart, 'part' | 'start' | 'end' | 'form'>[]): Promise<void>;
  partDone(importId: string, part: string, counts: ImportCounts, rejects: number): Promise<void>;
  /** Ends a run that this execution has: done, rejected or failed. */
  end(
    importId: string,
    how: {
      state: 'done' | 'rejected' | 'failed';
      at: string;
      counts: ImportCounts;
      problem?: z.infer<typeof problemSchema>;
    },
  ): Promise<void>;
};

/** Adds up the results of the parts that are done. */
export const sumParts = (parts: readonly StoredPart[]): ImportCounts =>
  parts.reduce((sum, { counts }) => (counts ? addCounts(sum, counts) : sum), noCounts());

/** Returns a load as its member's staff see it. Takes its parts while it runs; afterwards the load contains all results. */
export const importView = (load: StoredImport, parts: readonly StoredPart[] = []): ImportView => {
  const { importId, memberId, fileName, bytes, kind, type, form = type, state, createdAt, openedBy, problem } = load;
  const { startedAt, endedAt } = load;
  return {
    importId,
    memberId,
    fileName,
    bytes,
    ...(kind ? { kind } : {}),
    ...(form ? { form } : {}),
    state,
    createdAt,
    ...(openedBy ? { openedBy } : {}),
    ...(startedAt ? { startedAt } : {}),
    ...(endedAt ? { endedAt } : {}),
    parts: { all: load.parts, done: state === 'done' ? load.parts : parts.filter(({ done }) => done).length },
    counts: load.counts ?? sumParts(parts),
    ...(problem ? { problem } : {}),
  };
};

/** Returns the store of loads in the table. */
export const importStore = (table: Table): ImportStore => ({
  create: async (load) => {
    const keys = { ...key('import', load), ...gsi2('import', load) };
    const put = { ...keys, ...stamp('import', 1), ...load, state: 'awaiting-file', parts: 0 };
    await table.write([{ put, when: absent() }]);
  },
  get: async (importId) => {
    const item = await table.get(key('import', { importId }), { strong: true });
    return item && importSchema.parse(item);
  },
  parts: async (importId) => {
    const partition = key('import', { importId }).pk;
    const rows = await table.queryAll({ partition, begins: sortPrefix('importPart'), strong: true });
    return rows.map((row) => partSchema.parse(row));
  },
  part: async (importId, part) => {
    const item = await table.get(key('importPart', { importId, part }), { strong: true });
    return item && partSchema.parse(item);
  },
  list: (memberId, pageRequest) =>
    readPage(
      table,
      { index: 'gsi2', partition: indexPartition('import', 'gsi2', { memberId }), backwards: true },
      pageRequest,
      (row) => importSchema.parse(row),
    ),
  begin: async (importId, execution, at) => {
    const free = or(equals('state', 'awaiting-file'), equals('state', 'failed'));
    const mine = and(equals('state', 'running'), equals('execution', execution));
    const set = { state: 'running', execution, startedAt: at };
    const conflict = await table.write([
      { update: key('import', { importId }), set, remove: ['problem', 'counts'], when: or(free, mine) },
    ]);
    return conflict === undefined;
  },
  putParts: async (importId, parts) => {
    for (const part of parts) {
      const put = {
        ...key('importPart', { importId, part: part.part }),
        ...stamp('importPart', 1),
        importId,
        ...part,
        done: false,
      };
      await table.write([{ put, when: absent() }]);
    }
    const form = parts[0]?.form;
    await table.write([{ update: key('import', { importId }), set: { parts: parts.length, ...(form && { form }) } }]);
  },
  partDone: async (importId, part, counts, rejects) => {
    await table.write([{ update: key('importPart', { importId, part }), set: { done: true, counts, rejects } }]);
  },
  end: async (importId, { state, at, counts, problem }) => {
    const set = { state, endedAt: at, counts, ...(problem ? { problem } : {}) };
    await table.write([{ update: key('import', { importId }), set, when: equals('state', 'running') }]);
  },
});
