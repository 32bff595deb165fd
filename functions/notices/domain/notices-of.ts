import { isPartner } from '../../../layers/kernel/identity/party.ts';
import type { NoticeMessage } from '../../../layers/kernel/notices/notice-message.ts';
import { causeOf } from '../../../layers/kernel/usage/cause.ts';
import type { BillKind } from '../../circulation/public/bill.ts';
import type { BillLine } from '../../circulation/public/bill-line.ts';
import type { RelayedFact } from '../../circulation/public/relay.ts';

/** Ends of holds that the patron caused: they need no notice. */
const ownEnds = ['by-patron', 'checked-out'];

type Content = Pick<NoticeMessage, 'kind' | 'until' | 'due' | 'reason' | 'amount'>;

const textOf = (value: string | number | undefined): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;

const chargeOf = (facts: readonly RelayedFact[], lost: RelayedFact): Pick<Content, 'amount'> => {
  const { itemId, at } = lost.fact;
  const charged = facts.find(({ fact }) => fact.name === 'lost-charged' && fact.itemId === itemId && fact.at === at);
  const { amount: minor, currency } = charged?.fact.detail ?? {};
  return typeof minor === 'number' && typeof currency === 'string' ? { amount: { minor, currency } } : {};
};

const contentOf = (facts: readonly RelayedFact[], one: RelayedFact): Content | undefined => {
  const { name, detail = {} } = one.fact;
  if (name === 'hold-on-shelf') {
    const until = textOf(detail.shelfExpiresAt);
    return { kind: 'hold-ready', ...(until !== undefined && { until }) };
  }
  if (name === 'hold-ended') {
    const reason = textOf(detail.reason) ?? 'by-staff';
    return ownEnds.includes(reason) ? undefined : { kind: 'hold-ended', reason };
  }
  if (name === 'loan-recalled') {
    const due = textOf(detail.due);
    return { kind: 'recall', ...(due !== undefined && { due }) };
  }
  if (name === 'item-checked-out') {
    const due = detail.receipt === 1 ? textOf(detail.due) : undefined;
    return due === undefined ? undefined : { kind: 'checkout-receipt', due };
  }
  if (name === 'loan-renewed') {
    const due = textOf(detail.due);
    if (due === undefined) return undefined;
    if (detail.by === 'rule') return { kind: 'renewed', due };
    // Whoever asked for a renewal saw its result.
    return detail.receipt === 1 ? { kind: 'renewal-receipt', due } : undefined;
  }
  return name === 'item-lost' ? { kind: 'lost', ...chargeOf(facts, one) } : undefined;
};

/**
 * Derives the notices of facts: a hold is ready, a hold ended otherwise than by its patron, a loan was recalled (C70) or
 * renewed by its rule, an item counts as lost. Takes the facts of one batch with their ids.
 */
export const noticesOf = (facts: readonly RelayedFact[]): NoticeMessage[] =>
  facts.flatMap((one) => {
    const { patronId, branchId, at, members, itemId, loanId, holdId } = one.fact;
    const content = patronId === undefined ? undefined : contentOf(facts, one);
    // An external library is informed by ISO 18626 messages.
    if (patronId === undefined || content === undefined || isPartner(patronId)) return [];
    return [
      {
        noticeId: one.id,
        patronId,
        at,
        cause: causeOf(members),
        ...content,
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
  lines?: readonly BillLine[];
};

/**
 * Derives the notice of a new bill. A lost item's charge is part of its own notice. A bill imported from an old system is
 * `quiet`: its patron got a notice there.
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

/** Derives the receipts of the payments that a change of a bill added; each is sent if the patron chose receipts. */
export const receiptsOfBill = (before: ChargedBill | undefined, bill: ChargedBill): NoticeMessage[] => {
  const { billId, patronId, kind: reason, currency, member: cause, itemId, lines = [] } = bill;
  return lines.slice(before?.lines?.length ?? 0).flatMap(({ did, at, amount: minor, branchId }): NoticeMessage[] => {
    // A bill that was loaded has its earlier payments.
    if (before === undefined || did !== 'paid') return [];
    const noticeId = `paid:${billId}:${at}`;
    const amount = { minor, currency };
    return [
      {
        ...{ noticeId, patronId, kind: 'payment-receipt', at, cause, billId, reason, amount },
        ...(branchId !== undefined && { branchId }),
        ...(itemId !== undefined && { itemId }),
      },
    ];
  });
};
