import * as z from 'zod';
import { withoutUndefined } from '../../../layers/kernel/collections/without-undefined.ts';
import { delimiters } from '../../../layers/kernel/csv/read-csv.ts';
import { absent, and, equals, or } from '../../../layers/platform/dynamodb/condition.ts';
import { type CursorPage, type PageRequest, readPage } from '../../../layers/platform/dynamodb/cursor.ts';
import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import { type FileKind, fileKinds } from '../domain/files/file-kinds.ts';
import { type Mapping, mappingSchema } from '../domain/files/mapping.ts';
import { controlTotalsSchema } from '../domain/report/control-totals.ts';
import { tallySchema } from '../domain/report/tally.ts';
import { fileReportSchema, loadPurposes, missingViewSchema, runModes, runStates } from '../domain/run.ts';
import { files } from './files.ts';
import { gsi2, indexPartition, key, sortPrefix } from './keys.ts';

const kind = z.enum(Object.keys(fileKinds) as [FileKind, ...FileKind[]]);
const loadSchema = z.object({
  loadId: z.string(),
  memberId: z.string(),
  name: z.string(),
  purpose: z.enum(loadPurposes),
  createdAt: z.string(),
  mapping: mappingSchema,
});
/** A load as stored. */
export type StoredLoad = z.infer<typeof loadSchema>;

const fileSchema = z.object({
  fileId: z.string(),
  loadId: z.string(),
  kind,
  fileName: z.string(),
  bytes: z.number(),
  control: controlTotalsSchema,
  createdAt: z.string(),
});
/** A file of a load as stored. */
export type StoredFile = z.infer<typeof fileSchema>;

const headSchema = z.object({ columns: z.array(z.string().nullable()), delimiter: z.enum(delimiters) });
const runSchema = z.object({
  runId: z.string(),
  loadId: z.string(),
  memberId: z.string(),
  mode: z.enum(runModes),
  state: z.enum(runStates),
  by: z.string(),
  createdAt: z.string(),
  startedAt: z.string().optional(),
  endedAt: z.string().optional(),
  execution: z.string().optional(),
  mapping: mappingSchema,
  files: z.array(fileSchema),
  /** Whether patrons missing from the feed are deactivated, and the highest allowed percentage. */
  missing: z.object({ mostPercent: z.number() }).optional(),
  heads: z.record(z.string(), headSchema).optional(),
  parts: z.number().default(0),
  reports: z.array(fileReportSchema).optional(),
  missed: missingViewSchema.optional(),
  problems: z.array(z.object({ fileId: z.string(), reason: z.string(), detail: z.string() })).optional(),
});
/** A run as stored, with the mapping and the files of when it was started; `execution` is the one that runs it. */
export type StoredRun = z.infer<typeof runSchema>;
/** The columns and delimiter of a file, by its first line. */
export type FileHead = z.infer<typeof headSchema>;
export type RunProblem = NonNullable<StoredRun['problems']>[number];

/** The phases of a run in order. `guarantors` links patrons to their guarantors, who may be on later lines. */
export const phases = ['patrons', 'guarantors', 'items', 'loans', 'holds', 'bills', 'blocks', 'missing'] as const;
export type Phase = (typeof phases)[number];

const partSchema = z.object({
  part: z.string(),
  phase: z.enum(phases),
  fileId: z.string(),
  start: z.number(),
  end: z.number(),
  line: z.number(),
  done: z.boolean(),
  tally: tallySchema.optional(),
  /** The number of lines of the part's report. */
  reportLines: z.number().default(0),
  missed: missingViewSchema.optional(),
});
/** A part of a run: bytes `start` to before `end` of a file, which begin on `line`, and their results. */
export type StoredPart = z.infer<typeof partSchema>;
export type NewPart = Pick<StoredPart, 'part' | 'phase' | 'fileId' | 'start' | 'end' | 'line'>;

/** The key of an uploaded file in the bucket; its keys and notes are stored beside it. */
export const uploadKey = (loadId: string, fileId: string): string => `${files.uploads.prefix}${loadId}/${fileId}/file`;
export const keysKey = (loadId: string, fileId: string): string => `${files.uploads.prefix}${loadId}/${fileId}/keys`;
export const notesKey = (loadId: string, fileId: string): string =>
  `${files.uploads.prefix}${loadId}/${fileId}/notes.json`;
/** The key of a part's report in the bucket. It names lines and codes, but no person. */
export const reportKey = (runId: string, part: string): string => `${files.reports.prefix}${runId}/${part}.json`;
/** Builds the name of a part, which sorts by phase, file and number. */
export const partName = (phase: Phase, fileId: string, number: number): string =>
  `${phases.indexOf(phase)}-${phase}.${fileId}.${String(number).padStart(5, '0')}`;

/** The loads of all members, with their files, runs and the parts of these. */
export const loadStore = (table: Table) => {
  const rowsOf = async <T>(loadId: string, entity: 'loadFile' | 'loadRun', read: (row: unknown) => T): Promise<T[]> => {
    const { pk: partition } = key('load', { loadId });
    return (await table.queryAll({ partition, begins: sortPrefix(entity), strong: true })).map(read);
  };
  const runKey = ({ loadId, runId }: Pick<StoredRun, 'loadId' | 'runId'>) => key('loadRun', { loadId, runId });
  return {
    open: async (load: StoredLoad): Promise<void> => {
      const put = { ...key('load', load), ...gsi2('load', load), ...stamp('load', 1), ...load };
      await table.write([{ put, when: absent() }]);
    },
    get: async (loadId: string): Promise<StoredLoad | undefined> => {
      const row = await table.get(key('load', { loadId }), { strong: true });
      return row && loadSchema.parse(row);
    },
    /** Lists a member's loads, newest first. */
    list: (memberId: string, page: PageRequest): Promise<CursorPage<StoredLoad> | 'bad-cursor'> =>
      readPage(
        table,
        { index: 'gsi2', partition: indexPartition('load', 'gsi2', { memberId }), backwards: true },
        page,
        (row) => loadSchema.parse(row),
      ),
    setMapping: async (loadId: string, mapping: Mapping): Promise<void> => {
      await table.write([{ update: key('load', { loadId }), set: { mapping } }]);
    },
    addFile: async (file: StoredFile): Promise<void> => {
      await table.write([{ put: { ...key('loadFile', file), ...stamp('loadFile', 1), ...file }, when: absent() }]);
    },
    files: (loadId: string): Promise<StoredFile[]> => rowsOf(loadId, 'loadFile', (row) => fileSchema.parse(row)),
    addRun: async (run: Omit<StoredRun, 'parts' | 'state'>): Promise<void> => {
      const put = { ...key('loadRun', run), ...stamp('loadRun', 1), ...run, state: 'waiting', parts: 0 };
      await table.write([{ put, when: absent() }]);
    },
    runs: (loadId: string): Promise<StoredRun[]> => rowsOf(loadId, 'loadRun', (row) => runSchema.parse(row)),
    run: async (loadId: string, runId: string): Promise<StoredRun | undefined> => {
      const row = await table.get(runKey({ loadId, runId }), { strong: true });
      return row && runSchema.parse(row);
    },
    parts: async (runId: string): Promise<StoredPart[]> => {
      const { pk: partition } = key('loadPart', { runId, part: '-' });
      const rows = await table.queryAll({ partition, begins: sortPrefix('loadPart'), strong: true });
      return rows.map((row) => partSchema.parse(row));
    },
    part: async (runId: string, part: string): Promise<StoredPart | undefined> => {
      const row = await table.get(key('loadPart', { runId, part }), { strong: true });
      return row && partSchema.parse(row);
    },
    /** Claims a run for an execution: a waiting or failed one, or one that this execution has claimed already. False when another execution has it. */
    begin: async (run: StoredRun, execution: string, at: string): Promise<boolean> => {
      const claimable = or(equals('state', 'waiting'), equals('state', 'failed'));
      const mine = and(equals('state', 'running'), equals('execution', execution));
      const set = { state: 'running', execution, ...(run.startedAt === undefined && { startedAt: at }) };
      return (
        (await table.write([{ update: runKey(run), set, remove: ['problems'], when: or(claimable, mine) }])) ===
        undefined
      );
    },
    /** Stores the parts; parts that exist already (and may be done) are unchanged. */
    putParts: async (run: StoredRun, parts: readonly NewPart[], heads: Record<string, FileHead>): Promise<void> => {
      const { runId } = run;
      for (const part of parts) {
        const put = { ...key('loadPart', { runId, part: part.part }), ...stamp('loadPart', 1), runId, ...part };
        await table.write([{ put: { ...put, done: false }, when: absent() }]);
      }
      await table.write([{ update: runKey(run), set: { parts: parts.length, heads } }]);
    },
    partDone: async (
      runId: string,
      part: string,
      what: Pick<StoredPart, 'tally' | 'reportLines' | 'missed'>,
    ): Promise<void> => {
      const set = withoutUndefined({ done: true, ...what });
      await table.write([{ update: key('loadPart', { runId, part }), set }]);
    },
    /** Ends a run that this execution claimed. */
    end: async (
      run: StoredRun,
      execution: string,
      how: Pick<StoredRun, 'state' | 'endedAt' | 'reports' | 'missed' | 'problems'>,
    ): Promise<void> => {
      const set = withoutUndefined(how);
      const when = and(equals('state', 'running'), equals('execution', execution));
      await table.write([{ update: runKey(run), set, when }]);
    },
  };
};
export type LoadStore = ReturnType<typeof loadStore>;
