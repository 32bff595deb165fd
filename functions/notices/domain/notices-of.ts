import { isPartner } from '../../../layers/kernel/identity/party.ts';
import type { NoticeMessage } from '../../../layers/kernel/notices/notice-message.ts';
import { causeOf } from '../../../layers/kernel/usage/cause.ts';
import type { BillKind } from '../../circulation/public/decision.ts';
import type { RelayedFact } from '../../circulation/public/relay.ts';

/** A hold that its patron ended knows it; of all other ends the patron is told. */
const ownEnds = ['by-patron', 'checked-out'];

type Told = Pick<NoticeMessage, 'kind' | 'until' | 'due' | 'reason' | 'amount'>;

const word = (value: string | number | undefined): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;

const chargeBeside = (facts: readonly RelayedFact[], lost: RelayedFact): Pick<Told, 'amount'> => {
  const { itemId, at } = lost.fact;
  const charged = facts.find(({ fact }) => fact.name === 'lost-charged' && fact.itemId === itemId && fact.at === at);
  const { amount: minor, currency } = charged?.fact.detail ?? {};
  return typeof minor === 'number' && typeof currency === 'string' ? { amount: { minor, currency } } : {};
};

const toldBy = (facts: readonly RelayedFact[], one: RelayedFact): Told | undefined => {
  const { name, detail = {} } = one.fact;
  if (name === 'hold-on-shelf') {
    const until = word(detail.shelfExpiresAt);
    return { kind: 'hold-ready', ...(until !== undefined && { until }) };
  }
  if (name === 'hold-ended') {
    const reason = word(detail.reason) ?? 'by-staff';
    return ownEnds.includes(reason) ? undefined : { kind: 'hold-ended', reason };
  }
  if (name === 'loan-recalled') {
    const due = word(detail.due);
    return { kind: 'recall', ...(due !== undefined && { due }) };
  }
  return name === 'item-lost' ? { kind: 'lost', ...chargeBeside(facts, one) } : undefined;
};

/**
 * What patrons are told because of facts, without a clock: a hold is ready, a hold ended otherwise than by its patron, a
 * loan was recalled (C70), an item counts as lost. Takes the facts of one batch with their ids.
 */
export const noticesOf = (facts: readonly RelayedFact[]): NoticeMessage[] =>
  facts.flatMap((one) => {
    const { patronId, branchId, at, members, itemId, loanId, holdId } = one.fact;
    const told = patronId === undefined ? undefined : toldBy(facts, one);
    // A library outside that has a copy of ours is told by the messages of its request.
    if (patronId === undefined || told === undefined || isPartner(patronId)) return [];
    return [
      {
        noticeId: one.id,
        patronId,
        at,
        cause: causeOf(members),
        ...told,
        ...(branchId !== undefined && { branchId }),
        ...(one.recordId !== undefined && { recordId: one.recordId }),
        ...(itemId !== undefined && { itemId }),
        ...(loanId !== undefined && { loanId }),
        ...(holdId !== undefined && { holdId }),
      },
    ];
  });

type ChargedBill = {
  billId: string;
  patronId: string;
  kind: BillKind;
  amount: number;
  currency: string;
  member: string;
  at: string;
  itemId?: string;
  loanId?: string;
};

/**
 * What a patron is told of a bill that is new: that it was charged. A lost item tells its charge itself. A bill that a load
 * brought over from an old system is `quiet`: its patron was told there.
 */
export const noticesOfBill = (before: unknown, bill: ChargedBill, quiet = false): NoticeMessage[] => {
  if (before !== undefined || quiet || bill.kind === 'lost' || bill.amount <= 0) return [];
  const { billId, patronId, kind: reason, amount: minor, currency, member: cause, at, itemId, loanId } = bill;
  return [
    {
      ...{ noticeId: billId, patronId, kind: 'bill', at, cause, billId, reason, amount: { minor, currency } },
      ...(itemId !== undefined && { itemId }),
      ...(loanId !== undefined && { loanId }),
    },
  ];
};
