import { actorName } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import { symbolDeps } from '../../deps.ts';
import { contract } from './contract.ts';

const why = {
  'member-unknown': 'There is no such member.',
  'symbol-taken': 'This symbol belongs to somebody else.',
  'changed-meanwhile': 'Others changed it: try again.',
};

export const handler = handle(
  contract,
  symbolDeps,
  async ({ actor, path: { memberId }, body, now, keep }, { symbols, ids }) => {
    const wanted = { memberId, symbol: body.symbol, ...(body.sendCopiesTo && { sendCopiesTo: body.sendCopiesTo }) };
    const audit = { subject: `library-symbol:${memberId}`, at: iso(now), auditId: ids.next('audit', now) };
    const detail = { symbol: body.symbol };
    const line = { ...audit, by: actorName(actor), did: 'set-library-symbol', detail };
    const written = await symbols.set(wanted, line, keep(wanted));
    return written === 'written' ? answer(wanted) : refuse(written, why[written]);
  },
);
