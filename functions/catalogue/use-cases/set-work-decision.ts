import { unchanged } from '../../../layers/platform/dynamodb/condition.ts';
import { retryOnConflict, saveAnswer } from '../../../layers/platform/dynamodb/retry-on-conflict.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import { key } from '../data/keys.ts';
import { type ActNote, actWrite } from '../data/source-act-store.ts';
import { readSource, type SourceRecord } from '../data/source-record.ts';
import type { SourceStore } from '../data/source-store.ts';
import { findRecord } from '../data/union-record.ts';
import { workKeyOf } from '../domain/index/work-key.ts';
import { isTemporarySource, memberOfSource } from '../domain/source-id.ts';
import { forWidest, type SourceInUnion, unionDocument } from '../domain/union/union-document.ts';
import { type Viewer, viewerTokens } from '../domain/visibility/visibility.ts';
import {
  isSameWorkDecision,
  namedWork,
  type WorkDecision,
  type WorkGrouping,
  workDecisionInForce,
  workGroupingOf,
} from '../domain/work-decision.ts';
import { readSourcesOf } from './read-union-sources.ts';

/**
 * The decision on the work of a source record, with who made it and why (`note`, called for each attempt). `keep` returns the writes that
 * store the response.
 */
export type WorkDecisionRequest = {
  memberId: string;
  sourceId: string;
  work: WorkGrouping;
  viewer: Viewer;
  now: number;
  note: () => ActNote;
  keep?: (stands: WorkGrouping) => Write[];
};

/** The reason why no decision is stored. */
export type NotRuled = 'unknown-record' | 'unknown-work' | 'same-record' | 'stands-alone';

/** The current grouping of a record: the latest decision on any source of its union record. */
export type Ruled = { stands: WorkGrouping };

type Deps = { table: Table; sources: SourceStore };

/** Returns the current union record of an id with its sources; undefined when there is none. */
const unionOf = async ({ table, sources }: Deps, recordId: string, now: number) => {
  const record = (await findRecord(table, recordId, { strong: true }))?.now;
  if (!record) return undefined;
  const all = await (await readSourcesOf({ table, sources, now }, [record]))(record);
  return { recordId: record.recordId, all };
};

/** Returns the writes of a decision with the act that explains it; undefined revokes the decision. */
const ruledWrites = (
  source: SourceRecord,
  note: Omit<ActNote, 'by'> & { by?: string },
  after: WorkDecision | undefined,
): Write[] => [
  {
    update: key('source', source),
    ...(after && { set: { workDecision: after } }),
    // Removes the member of the last load as cause: this is an act of staff.
    remove: after ? ['by'] : ['by', 'workDecision'],
    when: unchanged(source.v),
  },
  actWrite({
    ...{ did: 'set-work-decision', ...note, sourceId: source.sourceId },
    ...{ before: workGroupingOf(source.workDecision), after: workGroupingOf(after) },
  }),
];

type Work = { work: NonNullable<WorkDecision['work']>; writes: Write[] };

/**
 * Names a work that has no name by rule. The name is stored with the first source of its record, whose history shows which record was
 * grouped with it and why, but not which staff user of another library did it. Undefined after a conflict.
 */
const naming = async (
  table: Table,
  first: SourceInUnion | undefined,
  recordId: string,
  { by: _theirs, ...note }: ActNote,
): Promise<{ key: string; writes: Write[] } | undefined> => {
  const row = first && (await table.get(key('source', first), { strong: true }));
  const source = row && readSource(row);
  if (!source || source.workDecision) return undefined;
  const name = namedWork(note.actId);
  return { key: name, writes: ruledWrites(source, note, { decidedBy: note.actId, work: { key: name, recordId } }) };
};

/**
 * Returns the work of a union record: by decision of staff, by its title, or with a new name. Undefined when the record changed while it
 * was read.
 */
const workOf = async (
  deps: Deps,
  recordId: string,
  ownId: string,
  { viewer, now, note }: WorkDecisionRequest,
): Promise<Work | NotRuled | undefined> => {
  const other = await unionOf(deps, recordId, now);
  if (!other) return 'unknown-work';
  if (other.recordId === ownId) return 'same-record';
  const document = unionDocument(other.recordId, other.all);
  const tokens = viewerTokens(viewer);
  if (!document?.visibleTo.some((token) => tokens.includes(token))) return 'unknown-work';
  const { seen } = forWidest(other.all.toSorted((a, b) => (a.sourceId < b.sourceId ? -1 : 1)));
  const ruled = workDecisionInForce(seen);
  if (ruled && !ruled.work) return 'stands-alone';
  const byName = workKeyOf(document);
  const named =
    byName === other.recordId ? await naming(deps.table, seen[0], ownId, note()) : { key: byName, writes: [] };
  return named && { work: { key: named.key, recordId: other.recordId }, writes: named.writes };
};

/** Returns the decisions on some sources, and the audiences each is hidden from. */
const rulingsIn = async (table: Table, ids: readonly string[]) => {
  const rows = await table.getMany(
    ids.map((sourceId) => key('source', { sourceId })),
    { strong: true },
  );
  return rows
    .flatMap((row) => (row ? [readSource(row)] : []))
    .map((source) => ({ ...source, memberId: memberOfSource(source.sourceId) }));
};

const attempt = async (
  deps: Deps,
  ruling: WorkDecisionRequest,
  isAgain: boolean,
): Promise<Ruled | NotRuled | undefined> => {
  const { table } = deps;
  const { sourceId, work: requested, keep } = ruling;
  const row = await table.get(key('source', { sourceId }), { strong: true });
  const source = row && readSource(row);
  if (!source || source.withdrawn) return 'unknown-record';
  const own = (await findRecord(table, source.recordId, { strong: true }))?.now;
  if (!own) return 'unknown-record';
  const of =
    requested.stands === 'with'
      ? await workOf(deps, requested.recordId, own.recordId, ruling)
      : { work: undefined, writes: [] };
  if (of === undefined || typeof of === 'string') return of;
  const note = ruling.note();
  const after =
    requested.stands === 'by-rule' ? undefined : { decidedBy: note.actId, ...(of.work && { work: of.work }) };
  const others = forWidest(await rulingsIn(table, own.sources)).seen.filter((one) => one.sourceId !== sourceId);
  const stands = workGroupingOf(workDecisionInForce([...others, { workDecision: after }]));
  // A later decision of another member takes precedence until this one is repeated: only a decision already in force is not recorded.
  const isInForce =
    after === undefined || workDecisionInForce([...others, source])?.decidedBy === source.workDecision?.decidedBy;
  if (isSameWorkDecision(source.workDecision, after) && isInForce) {
    await saveAnswer(table, isAgain, keep && (() => keep(stands)));
    return { stands };
  }
  const conflict = await table.write([...ruledWrites(source, note, after), ...of.writes, ...(keep?.(stands) ?? [])]);
  return conflict ? undefined : { stands };
};

/**
 * Groups a member's record with other editions as one work. The same transaction adds to the record's history who did it, when, why, and
 * the grouping before. Returns the current grouping: among several libraries of one union record, the latest decision. A decision already
 * in force is not written again. A work without a name by rule gets one, stored with a record of that side and shown in its history.
 */
export const setWorkDecision = async (deps: Deps, ruling: WorkDecisionRequest): Promise<Ruled | NotRuled> =>
  isTemporarySource(ruling.sourceId) || memberOfSource(ruling.sourceId) !== ruling.memberId
    ? 'unknown-record'
    : retryOnConflict(ruling.sourceId, (tried) => attempt(deps, ruling, tried > 0));
