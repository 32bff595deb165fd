import * as z from 'zod';
import type { PageRequest } from '../../../layers/platform/dynamodb/cursor.ts';
import type { Bucket } from '../../../layers/platform/objects/object-store.ts';
import { type ImportStore, importView, partName, rejectsKey, type StoredImport } from '../data/import-store.ts';
import { type ImportReject, type ImportView, rejectSchema } from '../domain/loading/import.ts';

type ImportDeps = { imports: ImportStore; names: (actors: readonly string[]) => Promise<Record<string, string>> };

/** A load with the rejects of one of its parts; `nextPart` is the next part that has rejects. */
export type ImportPage = {
  import: ImportView;
  rejects: ImportReject[];
  names: Record<string, string>;
  nextPart?: number;
};

/**
 * Returns a member's load and the rejects of its first part from `fromPart` on that has any. Undefined when the member has no such load.
 */
export const readImport = async (
  { imports, names, bucket }: ImportDeps & { bucket: Bucket },
  { memberId, importId, fromPart = 0 }: { memberId: string; importId: string; fromPart?: number | undefined },
): Promise<ImportPage | undefined> => {
  const load = await imports.get(importId);
  if (!load || load.memberId !== memberId) return undefined;
  const [parts, openedBy] = await Promise.all([imports.parts(importId), names([load.openedBy ?? ''])]);
  const from = partName(fromPart);
  // The rejects of one part form a page; parts without rejects are skipped.
  const [listed, next] = parts.filter(({ part, rejects }) => part >= from && rejects > 0);
  const report = listed && (await bucket.get(rejectsKey(importId, listed.part)));
  const rejects = report ? z.array(rejectSchema).parse(JSON.parse(Buffer.from(report).toString('utf8'))) : [];
  return {
    import: importView(load, parts),
    rejects,
    names: openedBy,
    ...(next ? { nextPart: Number(next.part) } : {}),
  };
};

/** Lists a member's loads, the newest first, with the names of the staff who opened them. */
export const listImports = async (
  { imports, names }: ImportDeps,
  memberId: string,
  pageRequest: PageRequest,
): Promise<{ imports: ImportView[]; names: Record<string, string>; next?: string } | 'bad-cursor'> => {
  const page = await imports.list(memberId, pageRequest);
  if (page === 'bad-cursor') return page;
  const { rows, next } = page;
  // While a load runs or after it stopped, only its parts show its progress.
  const partsOf = ({ state, importId }: StoredImport) =>
    state === 'running' || state === 'failed' ? imports.parts(importId) : [];
  const [shown, openedBy] = await Promise.all([
    Promise.all(rows.map(async (load) => importView(load, await partsOf(load)))),
    names(rows.map(({ openedBy = '' }) => openedBy)),
  ]);
  return { imports: shown, names: openedBy, ...(next === undefined ? {} : { next }) };
};
