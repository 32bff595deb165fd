import * as z from 'zod';
import { absent, unchanged } from '../../../layers/platform/dynamodb/condition.ts';
import type { Key } from '../../../layers/platform/dynamodb/keys.ts';
import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import type { Ids } from '../../../layers/platform/runtime/ids.ts';
import type { CirculationPolicies } from '../../circulation/public/policies.ts';
import type { Branch } from '../../membership/public/branch.ts';
import { loadedDigest, shortKey } from '../data/digests.ts';
import { key } from '../data/keys.ts';
import type { FileKind, Row } from '../domain/files/file-kinds.ts';
import type { KeySet } from '../domain/files/key-set.ts';
import type { Mapping } from '../domain/files/mapping.ts';
import type { Problem, WarningReason } from '../domain/report/reasons.ts';

/** The context in which all rows of a part are loaded. `by` is the actor who started the run. */
export type LoadContext = {
  table: Table;
  ids: Ids;
  now: number;
  at: string;
  by: string;
  memberId: string;
  mapping: Mapping;
  /** A dry run computes what would be done and writes nothing. */
  dry: boolean;
  columns: readonly (string | undefined)[];
  policies: CirculationPolicies;
  branch: (branchId: string) => Promise<Branch | undefined>;
  /** In a dry run: the keys of patrons and items that earlier files of the run would create. */
  coming: Record<'patrons' | 'items', KeySet>;
  /** The queue time of a hold by line (epoch ms), where its place contradicts its request time. */
  queued: ReadonlyMap<number, number>;
  reader: Reader;
};

/** A row with its line number. */
export type Lined<K extends FileKind> = { line: number; row: Row<K> };

/** The result of a row. */
export type Outcome =
  | { did: 'created' | 'changed' | 'unchanged'; warnings?: Problem<WarningReason>[] }
  | { problems: Problem[] };

/** Builds the outcome of a rejected row. */
export const rejected = (reason: Problem['reason'], column?: string): Outcome => ({
  problems: [{ reason, ...(column !== undefined && { column }) }],
});

/** The planned writes of a row with its outcome; planning writes nothing. */
export type Plan = Outcome & { writes?: Write[] };

type Found = Record<string, unknown> | undefined;

/** A cache of rows of the table for one chunk: many keys are read at once, and one is read again when a write finds it changed. */
export type Reader = {
  /** Reads keys together, strongly: writes of an earlier step must be seen. */
  prefetch(keys: readonly Key[]): Promise<void>;
  get(key: Key): Promise<Found>;
  /** Drops rows from the cache, so that they are read again. */
  forget(keys: readonly Key[]): void;
};

/** Creates an empty reader of a table. */
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
/** The record of a loaded row: the id of what it became, and a digest of its content. */
export type LoadedRow = z.infer<typeof loaded>;

/** Builds the key of the record that a row was loaded. */
export const loadedKey = (memberId: string, kind: FileKind, oldId: string): Key =>
  key('loadedRow', { digest: loadedDigest(memberId, kind, oldId) });

/** Finds the record of a loaded row; undefined where it was not loaded. */
export const loadedRow = async (
  { reader, memberId }: LoadContext,
  kind: FileKind,
  oldId: string,
): Promise<LoadedRow | undefined> => {
  const found = await reader.get(loadedKey(memberId, kind, oldId));
  return found && loaded.parse(found);
};

/** Builds the write that records a row as loaded. It is part of the transaction of the load, so that a row is loaded once. */
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

/** Finds the patron of an old number: loaded already, or (`coming`) to be loaded by this dry run. */
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
 * Plans a row and writes it in one transaction; plans again from fresh reads when somebody else wrote first. Takes the keys
 * that the plan depends on.
 */
export const writeRow = async (
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
