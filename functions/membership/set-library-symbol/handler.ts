import { librarySymbolStore } from '../../../layers/data/library-symbol-store.ts';
import { openTable } from '../../../layers/data/table.ts';
import { actorName } from '../../../layers/http/actor.ts';
import { handle } from '../../../layers/http/handle.ts';
import { answer, refuse } from '../../../layers/http/outcome.ts';
import { iso } from '../../../layers/runtime/clock.ts';
import { contract } from './contract.ts';

const why = {
  'member-unknown': 'There is no such member.',
  'symbol-taken': 'This symbol belongs to somebody else.',
  'changed-meanwhile': 'Others changed it: try again.',
};

export const handler = handle(
  contract,
  (runtime) => ({ symbols: librarySymbolStore(openTable(runtime)) }),
  async ({ actor, path: { memberId }, body, now }, { symbols, ids }) => {
    const wanted = { memberId, symbol: body.symbol, ...(body.sendCopiesTo && { sendCopiesTo: body.sendCopiesTo }) };
    const audit = { subject: `library-symbol:${memberId}`, at: iso(now), auditId: ids.next('audit', now) };
    const detail = { symbol: body.symbol };
    const line = { ...audit, by: actorName(actor), did: 'set-library-symbol', detail };
    const written = await symbols.set(wanted, line);
    return written === 'written' ? answer(wanted) : refuse(written, why[written]);
  },
);
