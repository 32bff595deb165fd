import { decisionsOn, sourcesOf } from '../../../layers/data/catalogue/decision-store.ts';
import { openTable } from '../../../layers/data/table.ts';
import { handle } from '../../../layers/http/handle.ts';
import { answer } from '../../../layers/http/outcome.ts';
import { refuseDecision, shownTo } from '../decisions.ts';
import { contract } from './contract.ts';

export const handler = handle(
  contract,
  (runtime) => ({ table: openTable(runtime) }),
  async ({ actor, path: { recordId } }, { table }) => {
    const decisions = await decisionsOn(table, recordId);
    if (!decisions) return refuseDecision('unknown-record');
    const sources = await sourcesOf(table, decisions);
    const shown = decisions.map((decision) => shownTo(actor)({ decision, sources }));
    // One of which the caller may see no source record on either side is as if it were not there.
    return answer({ decisions: shown.filter(({ one, two }) => one.length > 0 && two.length > 0) });
  },
);
