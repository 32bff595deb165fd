import { openTable, type Table } from '../../../../layers/platform/dynamodb/table.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer } from '../../../../layers/platform/http/outcome.ts';
import { decisionsOn, sourcesOf } from '../../data/decision-store.ts';
import { key } from '../../data/keys.ts';
import { readSource } from '../../data/source-record.ts';
import { staffNames } from '../../data/staff-names.ts';
import { findRecord } from '../../data/union-record.ts';
import { actorsIn, newestFirst } from '../../domain/history.ts';
import { isTemporarySource, memberOfSource } from '../../domain/source-id.ts';
import { viewerOf } from '../../domain/viewer.ts';
import { maySee, type Viewer } from '../../domain/visibility.ts';
import { cataloguedBy, refuseDecision, shownTo } from '../../use-cases/decisions.ts';
import { sourceHistory } from '../../use-cases/source-history.ts';
import { contract } from './contract.ts';

/** The members' records in a union record that the viewer may see. */
const seenSources = async (table: Table, recordId: string, viewer: Viewer) => {
  const ids = (await findRecord(table, recordId))?.now.sources.filter((id) => !isTemporarySource(id)) ?? [];
  const rows = await table.getMany(ids.map((sourceId) => key('source', { sourceId })));
  return rows
    .flatMap((row) => (row ? [readSource(row)] : []))
    .filter(({ sourceId, hiddenFrom }) => maySee(viewer, memberOfSource(sourceId), hiddenFrom));
};

export const handler = handle(
  contract,
  (runtime) => ({ table: openTable(runtime) }),
  async ({ actor, path: { recordId } }, { table }) => {
    const decisions = await decisionsOn(table, recordId);
    if (!decisions) return refuseDecision('unknown-record');
    const viewer = viewerOf(actor);
    // A role elsewhere opens the door, but what a library keeps to itself is for its own cataloguers.
    const own = cataloguedBy(actor);
    const seen = await seenSources(table, recordId, viewer);
    const [sources, told] = await Promise.all([sourcesOf(table, decisions), sourceHistory(table, seen, own)]);
    const shown = decisions.map((decision) => shownTo(actor)({ decision, sources }));
    // One of which the caller may see no source record on either side is as if it were not there.
    const made = shown.filter(({ one, two }) => one.length > 0 && two.length > 0);
    const entries = newestFirst([
      ...made.map((decision) => ({ kind: 'decision' as const, at: decision.at, decision })),
      ...told,
    ]);
    const ours = new Set(
      decisions.filter(({ memberId }) => own.includes(memberId)).map(({ decisionId }) => decisionId),
    );
    return answer({ entries, names: await staffNames(table, entries.flatMap(actorsIn(ours))) });
  },
);
