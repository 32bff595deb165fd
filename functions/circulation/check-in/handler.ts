import { checkinResult, decideCheckin } from '../../../layers/domain/circulation/checkin.ts';
import type { Hold } from '../../../layers/domain/circulation/hold.ts';
import type { ItemCirculation } from '../../../layers/domain/circulation/item-circulation.ts';
import { type KeptCheckin, unpackCheckin } from '../../../layers/domain/circulation/kept-results.ts';
import { type CirculationPolicies, calendarBranch } from '../../../layers/domain/circulation/policies.ts';
import { handle } from '../../../layers/http/handle.ts';
import { answer, refuse } from '../../../layers/http/outcome.ts';
import { iso } from '../../../layers/runtime/clock.ts';
import { decideAndSave } from '../decide-and-save.ts';
import { claimOf, findItem } from '../find.ts';
import { circulationHouse, type House, type Reading } from '../house.ts';
import { newKey, usedBefore } from '../used-key.ts';
import { contract } from './contract.ts';

const answerOf = ({ itemId, barcode }: ItemCirculation, kept: KeptCheckin, currency: string) => {
  const { fine, refund, ...rest } = kept;
  return {
    itemId,
    barcode,
    ...rest,
    ...(fine > 0 && { fine: { amount: fine, currency } }),
    ...(refund > 0 && { refund: { amount: refund, currency } }),
  };
};

const placesOf = (branchId: string, item: ItemCirculation, policies: CirculationPolicies): string[] =>
  item.loan ? [branchId, calendarBranch(policies, item, item.loan.checkoutBranch)] : [branchId];

const queueOf = async (
  house: House,
  item: ItemCirculation,
  reading: Reading,
): Promise<{ waiting: Hold[]; claim?: Hold }> => {
  const waiting = await house.unions.waitingFor(item, reading);
  const claim = waiting.find(({ holdId }) => holdId === item.hold?.holdId) ?? (await claimOf(house, item, reading));
  return { waiting, ...(claim && { claim }) };
};

export const handler = handle(
  contract,
  circulationHouse,
  async ({ actor, body, now, idempotency }, { ids, ...house }) => {
    const { branchId, returnedAt, claimEnds } = body;
    const policies = await house.policiesAt(now);
    if (!policies) return refuse('no-policies', 'The consortium has adopted no loan rules yet.');
    const { currency } = policies.loanRules.body;
    const key = newKey(actor, contract.id, idempotency);
    const outcome = await decideAndSave(house.table, async (reading) => {
      const item = await findItem(house, body.item, reading);
      if ('refused' in item) return item;
      const used = usedBefore(item, key);
      if (used) return 'refused' in used ? used : { again: answerOf(item, unpackCheckin(used.kept), currency) };
      const places = placesOf(branchId, item, policies);
      const calendars = await house.calendars(places, now);
      const here = calendars.get(branchId);
      if (!here) return refuse('unknown-branch', `${branchId} is no branch.`, '/body/branchId');
      const { waiting, claim } = await queueOf(house, item, reading);
      const decided = decideCheckin({
        ...{ item, branchId, at: iso(now), policies, waiting },
        calendarOf: (place) => calendars.get(place) ?? here,
        ids: {
          bill: ids.next('bill', now),
          fineEntry: ids.next('entry', now),
          refundEntry: ids.next('entry', now),
        },
        ...(claim && { claim }),
        ...(returnedAt !== undefined && { returnedAt }),
        ...(claimEnds !== undefined && { claimEnds }),
        ...(key && { key }),
      });
      const result = checkinResult(decided, decided.changes.item?.after ?? item);
      const read = { item, holds: claim ? [...waiting, claim] : waiting };
      return { decided, read, answer: answerOf(item, result, currency) };
    });
    return 'refused' in outcome ? outcome : answer(outcome.ok);
  },
);
