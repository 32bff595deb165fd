import type { Keep } from '../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { Ids } from '../../../layers/platform/runtime/ids.ts';
import type { LibrarySymbol, LibrarySymbolStore } from '../data/library-symbol-store.ts';

type Deps = { symbols: LibrarySymbolStore; ids: Ids };
type Input = {
  memberId: string;
  body: Omit<LibrarySymbol, 'memberId'>;
  by: string;
  now: number;
  keep: Keep<LibrarySymbol>;
};

const why = {
  'member-unknown': 'There is no such member.',
  'symbol-taken': 'This symbol belongs to somebody else.',
  'changed-meanwhile': 'Others changed it: try again.',
};

/** Sets the symbol by which partners know a member, and where they send copies. */
export const setLibrarySymbol = async ({ symbols, ids }: Deps, { memberId, body, by, now, keep }: Input) => {
  const { symbol, sendCopiesTo } = body;
  const wanted = { memberId, symbol, ...(sendCopiesTo && { sendCopiesTo }) };
  const audit = { subject: `library-symbol:${memberId}`, at: iso(now), auditId: ids.next('audit', now), by };
  const written = await symbols.set(wanted, { ...audit, did: 'set-library-symbol', detail: { symbol } }, keep(wanted));
  return written === 'written' ? answer(wanted) : refuse(written, why[written]);
};
