import type { Keep } from '../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import { auditWrite } from '../../../layers/records/audit/data/audit.ts';
import { endedMatterWrite } from '../data/matter-store.ts';
import { checkedPayoutWrite } from '../data/payout-store.ts';
import type { PayoutDeps } from '../deps.ts';
import { type PayoutView, payoutView } from '../schemas/views.ts';

/** Who checked which payout, in the version that they saw, with a note. `now` in epoch ms. */
type Check = {
  memberId: string;
  arrivesOn: string;
  payoutId: string;
  note: string;
  version: number;
  by: string;
  now: number;
  keep: Keep<PayoutView>;
};

/** Marks a payout that differs as checked, and ends its entry on Today. Audited. */
export const checkPayout = async (deps: PayoutDeps, check: Check) => {
  const { memberId: account, arrivesOn, payoutId, note, version, by, now, keep } = check;
  const payout = await deps.payouts.get({ account, arrivesOn, payoutId });
  if (payout === undefined) return refuse('payout-not-found', 'This account has no such payout.');
  if (payout.differences.length === 0) return refuse('payout-agrees', 'Nothing differs in this payout.');
  if (payout.v !== version || payout.checked)
    return refuse('changed-meanwhile', 'The payout was checked or compared again meanwhile.');
  const at = iso(now);
  const checked = { at, by, note };
  const shown = payoutView({ ...payout, checked, v: payout.v + 1 });
  const audit = { subject: `member:${account}`, at, auditId: deps.ids.next('audit', now), by, did: 'check-payout' };
  const conflict = await deps.table.write([
    checkedPayoutWrite(payout, checked),
    endedMatterWrite({ kind: 'payout', matterId: payoutId, account }),
    auditWrite({ ...audit, detail: { payoutId, arrivesOn } }),
    ...keep(shown),
  ]);
  return conflict ? refuse('changed-meanwhile', 'The payout changed meanwhile.') : answer(shown);
};
