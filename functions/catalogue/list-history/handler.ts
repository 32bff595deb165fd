import { decisionsOn, sourcesOf } from '../../../layers/data/catalogue/decision-store.ts';
import { sourceHistory } from '../../../layers/data/catalogue/source-history.ts';
import { readSource } from '../../../layers/data/catalogue/source-record.ts';
import { findRecord } from '../../../layers/data/catalogue/union-record.ts';
import { staffNames } from '../../../layers/data/staff-names.ts';
import { actorsIn, newestFirst } from '../../../layers/domain/catalogue/history.ts';
import { isTemporarySource, memberOfSource } from '../../../layers/domain/catalogue/source-id.ts';
import { maySee, type Viewer } from '../../../layers/domain/catalogue/visibility.ts';
import { viewerOf } from '../../../layers/http/viewer.ts';
import { key } from '../../../layers/platform/dynamodb/keys.ts';
import { openTable, type Table } from '../../../layers/platform/dynamodb/table.ts';
import { handle } from '../../../layers/platform/http/handle.ts';
import { answer } from '../../../layers/platform/http/outcome.ts';
import { cataloguedBy, refuseDecision, shownTo } from '../decisions.ts';
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
