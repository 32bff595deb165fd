import * as z from 'zod';
import { absent, unchanged } from '../../../layers/platform/dynamodb/condition.ts';
import type { Key } from '../../../layers/platform/dynamodb/keys.ts';
import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import type { Ids } from '../../../layers/platform/runtime/ids.ts';
import type { CirculationPolicies } from '../../circulation/public/policies.ts';
import type { Branch } from '../../membership/public/branch.ts';
import type { FileKind, Row } from '../domain/file-kinds.ts';
import type { KeySet } from '../domain/key-set.ts';
import type { Mapping } from '../domain/mapping.ts';
import type { Problem, WarningReason } from '../domain/reasons.ts';
import { loadedDigest, shortKey } from './digests.ts';
import { key } from './keys.ts';

/** What all rows of a part are loaded with. `by` is who asked for the run. */
export type LoadContext = {
  table: Table;
  ids: Ids;
  now: number;
  at: string;
  by: string;
  memberId: string;
  mapping: Mapping;
  /** A dry run only asks what would be done. */
  dry: boolean;
  columns: readonly (string | undefined)[];
  policies: CirculationPolicies;
  branch: (branchId: string) => Promise<Branch | undefined>;
  /** In a dry run: what the files of the run will have brought by the time of this one. */
  coming: Record<'patrons' | 'items', KeySet>;
  /** By what time a hold of a line queues, where its place contradicts its own (epoch ms). */
  queued: ReadonlyMap<number, number>;
  reader: Reader;
};

/** A row with the line on which it stands. */
export type Lined<K extends FileKind> = { line: number; row: Row<K> };

/** What came of a row. */
export type Outcome =
  | { did: 'created' | 'changed' | 'unchanged'; warnings?: Problem<WarningReason>[] }
  | { problems: Problem[] };

/** A row that is not taken. */
export const rejected = (reason: Problem['reason'], column?: string): Outcome => ({
  problems: [{ reason, ...(column !== undefined && { column }) }],
});

/** What a row would be written as: nothing is written by whoever plans. */
export type Plan = Outcome & { writes?: Write[] };

type Found = Record<string, unknown> | undefined;

/** The table as one chunk of rows reads it: many keys at once before, each again when a write finds it changed. */
export type Reader = {
  /** Reads these together, strongly: what an earlier step wrote a moment ago must be seen. */
  prefetch(keys: readonly Key[]): Promise<void>;
  get(key: Key): Promise<Found>;
  /** Forgets what was read, so that it is read anew. */
  forget(keys: readonly Key[]): void;
};

/** A reader of a table with nothing read yet. */
export const readerOf = (table: Table): Reader => {
  const known = new Map<string, Promise<Found>>();
  const name = ({ pk, sk }: Key): string => `${pk}\n${sk}`;
  return {
    prefetch: async (keys) => {
      const wanted = keys.filter((one) => !known.has(name(one)));
      if (wanted.length === 0) return;
      const rows = await table.getMany(wanted, { strong: true });
      for (const [at, one] of wanted.entries()) known.set(name(one), Promise.resolve(rows[at]));
    },
    get: (one) => {
      const found = known.get(name(one)) ?? table.get(one, { strong: true });
      known.set(name(one), found);
      return found;
    },
    forget: (keys) => {
      for (const one of keys) known.delete(name(one));
    },
  };
};

const loaded = z.object({ ref: z.string(), row: z.string(), v: z.number() });
/** What a row was loaded as, and what it said. */
export type LoadedRow = z.infer<typeof loaded>;

/** Where it is kept that a row was loaded. */
export const loadedKey = (memberId: string, kind: FileKind, oldId: string): Key =>
  key('loadedRow', { digest: loadedDigest(memberId, kind, oldId) });

/** Whether a row was loaded, and as what. */
export const loadedRow = async (
  { reader, memberId }: LoadContext,
  kind: FileKind,
  oldId: string,
): Promise<LoadedRow | undefined> => {
  const found = await reader.get(loadedKey(memberId, kind, oldId));
  return found && loaded.parse(found);
};

/** The write that notes a row as loaded, in the transaction of what it becomes: so it becomes it once, whatever breaks off. */
export const noteLoaded = (
  { memberId }: Pick<LoadContext, 'memberId'>,
  kind: FileKind,
  oldId: string,
  { ref, row }: Pick<LoadedRow, 'ref' | 'row'>,
  before?: LoadedRow,
): Write => {
  const v = (before?.v ?? 0) + 1;
  const put = { ...loadedKey(memberId, kind, oldId), ...stamp('loadedRow', v), kind, ref, row };
  return { put, when: before ? unchanged(before.v) : absent() };
};

/** The patron of an old number: loaded, or, in a dry run, to be loaded by this run. */
export const patronOf = async (
  context: LoadContext,
  oldId: string,
): Promise<{ patronId: string } | 'coming' | undefined> => {
  const row = await loadedRow(context, 'patrons', oldId);
  if (row) return { patronId: row.ref };
  return context.dry && context.coming.patrons.has(shortKey('patrons', oldId)) ? 'coming' : undefined;
};

const TRIES = 6;

/**
 * Plans a row and writes it whole or not at all; planned anew from fresh reads when somebody else wrote first. Takes the keys
 * on which the plan rests.
 */
export const carryOut = async (
  context: LoadContext,
  keys: readonly Key[],
  plan: () => Promise<Plan>,
): Promise<Outcome> => {
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const { writes = [], ...outcome } = await plan();
    if (context.dry || writes.length === 0) return outcome;
    if ((await context.table.write(writes)) === undefined) return outcome;
    context.reader.forget(keys);
  }
  return rejected('changed-meanwhile');
};
