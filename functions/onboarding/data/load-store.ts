import * as z from 'zod';
import { delimiters } from '../../../layers/kernel/csv/read-csv.ts';
import { absent, and, equals, or } from '../../../layers/platform/dynamodb/condition.ts';
import { type CursorPage, type PageRequest, readPage } from '../../../layers/platform/dynamodb/cursor.ts';
import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import { compareTotals, controlTotalsSchema } from '../domain/control-totals.ts';
import { type FileKind, fileKinds, kindsInOrder } from '../domain/file-kinds.ts';
import { type Mapping, mappingSchema } from '../domain/mapping.ts';
import {
  type FileReport,
  fileReportSchema,
  type LoadView,
  loadPurposes,
  missingViewSchema,
  type RunView,
  runModes,
  runStates,
} from '../domain/run.ts';
import { addTallies, type Tally, tallySchema } from '../domain/tally.ts';
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
  /** Whether patrons whom a feed no longer names are deactivated, and at most how many of a hundred. */
  missing: z.object({ mostPercent: z.number() }).optional(),
  heads: z.record(z.string(), headSchema).optional(),
  parts: z.number().default(0),
  reports: z.array(fileReportSchema).optional(),
  missed: missingViewSchema.optional(),
  problems: z.array(z.object({ fileId: z.string(), reason: z.string(), detail: z.string() })).optional(),
});
/** A run as stored: the mapping and the files as they were when it was asked for; `execution` has it. */
export type StoredRun = z.infer<typeof runSchema>;
/** How a file is written, as its first line says. */
export type FileHead = z.infer<typeof headSchema>;
export type RunProblem = NonNullable<StoredRun['problems']>[number];

/** The steps of a run in their order. `wards` gives patrons their guarantors, who may stand on later lines. */
export const phases = ['patrons', 'wards', 'items', 'loans', 'holds', 'bills', 'blocks', 'missing'] as const;
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
  /** How many lines its report has. */
  said: z.number().default(0),
  missed: missingViewSchema.optional(),
});
/** A part of a run: bytes `start` to before `end` of a file, of which the first stands on `line`; and what came of them. */
export type StoredPart = z.infer<typeof partSchema>;
export type NewPart = Pick<StoredPart, 'part' | 'phase' | 'fileId' | 'start' | 'end' | 'line'>;

/** Where a file is sent, and what is kept beside it as long as it is there. */
export const uploadKey = (loadId: string, fileId: string): string => `onboarding/${loadId}/${fileId}/file`;
export const keysKey = (loadId: string, fileId: string): string => `onboarding/${loadId}/${fileId}/keys`;
export const notesKey = (loadId: string, fileId: string): string => `onboarding/${loadId}/${fileId}/notes.json`;
/** Where the report of a part is. It names lines and codes, and nobody. */
export const reportKey = (runId: string, part: string): string => `onboarding-reports/${runId}/${part}.json`;
/** The name of a part: phases, files and parts in their order. */
export const partName = (phase: Phase, fileId: string, number: number): string =>
  `${phases.indexOf(phase)}-${phase}.${fileId}.${String(number).padStart(5, '0')}`;

/** What came of each file of a run so far, beside the old system's totals. */
export const reportsOf = ({ files }: Pick<StoredRun, 'files'>, parts: readonly StoredPart[]): FileReport[] =>
  files
    .toSorted((one, other) => kindsInOrder.indexOf(one.kind) - kindsInOrder.indexOf(other.kind))
    .map(({ fileId, kind, control }) => {
      const tallies = parts.flatMap((part): Tally[] => (part.fileId === fileId && part.tally ? [part.tally] : []));
      const tally = addTallies(tallies);
      const totals = compareTotals(control, tally);
      return { fileId, kind, tally, totals, agrees: totals.every(({ agrees }) => agrees) };
    });

/** A run as its member's staff see it. Takes its parts while it runs; afterwards the run says it all. */
export const runView = (run: StoredRun, parts: readonly StoredPart[] = []): RunView => {
  const { runId, mode, state, createdAt, startedAt, endedAt, missed, problems } = run;
  return {
    ...{ runId, mode, state, createdAt },
    ...(startedAt !== undefined && { startedAt }),
    ...(endedAt !== undefined && { endedAt }),
    parts: { all: run.parts, done: state === 'done' ? run.parts : parts.filter(({ done }) => done).length },
    files: run.reports ?? reportsOf(run, parts),
    ...(missed && { missing: missed }),
    ...(problems && { problems }),
  };
};

/** A load as its member's staff see it. */
export const loadView = ({ loadId, memberId, name, purpose, createdAt, mapping }: StoredLoad): LoadView => ({
  ...{ loadId, memberId, name, purpose, createdAt, mapping },
});

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
    /** A member's loads, newest first. */
    list: (memberId: string, wish: PageRequest): Promise<CursorPage<StoredLoad> | 'bad-cursor'> =>
      readPage(
        table,
        { index: 'gsi2', partition: indexPartition('load', 'gsi2', { memberId }), backwards: true },
        wish,
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
    /** Takes a run for an execution: one that waits or failed, or that this very one has. False when another has or had it. */
    begin: async (run: StoredRun, execution: string, at: string): Promise<boolean> => {
      const free = or(equals('state', 'waiting'), equals('state', 'failed'));
      const mine = and(equals('state', 'running'), equals('execution', execution));
      const set = { state: 'running', execution, ...(run.startedAt === undefined && { startedAt: at }) };
      return (
        (await table.write([{ update: runKey(run), set, remove: ['problems'], when: or(free, mine) }])) === undefined
      );
    },
    /** Notes the parts; those that were noted before (and may be done) stay. */
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
      what: Pick<StoredPart, 'tally' | 'said' | 'missed'>,
    ): Promise<void> => {
      const set = Object.fromEntries(
        Object.entries({ done: true, ...what }).filter(([, value]) => value !== undefined),
      );
      await table.write([{ update: key('loadPart', { runId, part }), set }]);
    },
    /** Ends a run that this execution has. */
    end: async (
      run: StoredRun,
      execution: string,
      how: Pick<StoredRun, 'state' | 'endedAt' | 'reports' | 'missed' | 'problems'>,
    ): Promise<void> => {
      const set = Object.fromEntries(Object.entries(how).filter(([, value]) => value !== undefined));
      const when = and(equals('state', 'running'), equals('execution', execution));
      await table.write([{ update: runKey(run), set, when }]);
    },
  };
};
export type LoadStore = ReturnType<typeof loadStore>;
