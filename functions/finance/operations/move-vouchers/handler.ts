import { actorName } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import { auditWrite } from '../../../../layers/records/audit/data/audit.ts';
import { bookedIntoOpen } from '../../../../layers/records/ledger/data/booking.ts';
import { worthOf } from '../../../resource-sharing/public/vouchers.ts';
import { voucherWrite } from '../../data/voucher-store.ts';
import { monthClosed } from '../../use-cases/booked.ts';
import { partnerHouse } from '../../use-cases/partners.ts';
import { contract } from './contract.ts';

const KINDS = { bought: 'vouchers-bought', redeemed: 'vouchers-redeemed' } as const;

export const handler = handle(contract, partnerHouse, async ({ actor, body, now, keep }, { table, adopted, ids }) => {
  const { memberId, move, vouchers } = body;
  const worth = worthOf(vouchers, await adopted(now));
  if ('refused' in worth) return { refused: [{ ...worth.refused[0], pointer: '/body/vouchers' }] };
  const [at, entryId] = [iso(now), ids.next('entry', now)];
  const sign = move === 'bought' ? 1 : -1;
  const moved = worth.vouchers.map((one) => ({ ...one, count: sign * one.count }));
  const about = { entryId, at, causeId: entryId, memo: `vouchers-${move}` };
  const audit = auditWrite({
    ...{ subject: `member:${memberId}`, at, auditId: ids.next('audit', now), by: actorName(actor) },
    ...{ did: 'move-vouchers', detail: { entryId, moved } },
  });
  const booked = bookedIntoOpen({ ...about, kind: KINDS[move], member: memberId, ...worth.total });
  const done = { entryId, moved };
  const lost = await table.write([...booked, voucherWrite(memberId, moved), audit, ...keep(done)]);
  if (lost?.conflict.some(({ index }) => index === 0)) return monthClosed();
  return lost ? refuse('vouchers-lacking', 'So many are not in stock.', '/body/vouchers') : answer(done);
});
