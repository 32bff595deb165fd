import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Actor } from '../../../layers/platform/http/actor.ts';
import { staffNames } from '../../membership/public/staff-names.ts';
import { decisionsOn, sourcesOf } from '../data/decision-store.ts';
import { key } from '../data/keys.ts';
import { readSource } from '../data/source-record.ts';
import { findRecord } from '../data/union-record.ts';
import { actorsIn, newestFirst } from '../domain/history/history.ts';
import { isTemporarySource, memberOfSource } from '../domain/source-id.ts';
import { maySee, type Viewer } from '../domain/visibility/visibility.ts';
import { cataloguedBy, shownTo } from './prepare-decision.ts';
import { sourceHistory } from './read-source-history.ts';
import { viewerOf } from './viewer.ts';

/** Returns the source records of a union record that the viewer may see. */
const seenSources = async (table: Table, recordId: string, viewer: Viewer) => {
  const ids = (await findRecord(table, recordId))?.now.sources.filter((id) => !isTemporarySource(id)) ?? [];
  const rows = await table.getMany(ids.map((sourceId) => key('source', { sourceId })));
  return rows
    .flatMap((row) => (row ? [readSource(row)] : []))
    .filter(({ sourceId, hiddenFrom }) => maySee(viewer, memberOfSource(sourceId), hiddenFrom));
};

/**
 * Returns the history of a union record, newest first: the decisions on it and what happened to its source records, as far as the caller
 * may see them, with the names of the caller's own staff. Undefined when there is no such record.
 */
export const readRecordHistory = async (table: Table, recordId: string, actor: Actor | undefined) => {
  const decisions = await decisionsOn(table, recordId);
  if (!decisions) return undefined;
  // A role at another library admits the caller, but only a library's own cataloguers see what it hides.
  const own = cataloguedBy(actor);
  const seen = await seenSources(table, recordId, viewerOf(actor));
  const [sources, histories] = await Promise.all([sourcesOf(table, decisions), sourceHistory(table, seen, own)]);
  const shown = decisions.map((decision) => shownTo(actor)({ decision, sources }));
  // A decision is not shown when the caller may see no source record of one side.
  const made = shown.filter(({ one, two }) => one.length > 0 && two.length > 0);
  const entries = newestFirst([
    ...made.map((decision) => ({ kind: 'decision' as const, at: decision.at, decision })),
    ...histories,
  ]);
  const ours = new Set(decisions.filter(({ memberId }) => own.includes(memberId)).map(({ decisionId }) => decisionId));
  return { entries, names: await staffNames(table, entries.flatMap(actorsIn(ours))) };
};
