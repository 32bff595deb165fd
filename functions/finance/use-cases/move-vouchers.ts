import type { Keep } from '../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { Ids } from '../../../layers/platform/runtime/ids.ts';
import { auditWrite } from '../../../layers/records/audit/data/audit.ts';
import { bookedIntoOpen } from '../../../layers/records/ledger/data/booking.ts';
import { worthOf } from '../../resource-sharing/public/voucher-worth-of.ts';
import { type StockedVoucher, voucherWrite } from '../data/voucher-store.ts';
import type { PartnerDeps } from '../deps.ts';
import { monthClosed } from '../schemas/booking-refusals.ts';

const KINDS = { bought: 'vouchers-bought', redeemed: 'vouchers-redeemed' } as const;

type Input = {
  memberId: string;
  move: keyof typeof KINDS;
  vouchers: Parameters<typeof worthOf>[0];
  by: string;
  now: number;
  keep: Keep<{ entryId: string; moved: StockedVoucher[] }>;
};

/** Books vouchers that a member bought or redeemed, and changes its stock. */
export const moveVouchers = async (
  { table, vouchersInForce, ids }: PartnerDeps & { ids: Ids },
  { memberId, move, vouchers, by, now, keep }: Input,
) => {
  const worth = worthOf(vouchers, await vouchersInForce(now));
  if ('refused' in worth) return { refused: [{ ...worth.refused[0], pointer: '/body/vouchers' }] };
  const [at, entryId] = [iso(now), ids.next('entry', now)];
  const sign = move === 'bought' ? 1 : -1;
  const moved = worth.vouchers.map((one) => ({ ...one, count: sign * one.count }));
  const about = { entryId, at, causeId: entryId, memo: `vouchers-${move}` };
  const audit = auditWrite({
    ...{ subject: `member:${memberId}`, at, auditId: ids.next('audit', now), by },
    ...{ did: 'move-vouchers', detail: { entryId, moved } },
  });
  const booked = bookedIntoOpen({ ...about, kind: KINDS[move], member: memberId, ...worth.total });
  const done = { entryId, moved };
  const lost = await table.write([...booked, voucherWrite(memberId, moved), audit, ...keep(done)]);
  if (lost?.conflict.some(({ index }) => index === 0)) return monthClosed();
  return lost ? refuse('vouchers-lacking', 'So many are not in stock.', '/body/vouchers') : answer(done);
};
