import type { SipField, SipResponse } from '../../../layers/protocols/sip2/write-response.ts';
import { dueText, failureFields, responseDate } from '../common-fields.ts';
import { type Exchange, fieldOf } from '../exchange.ts';
import { loadItem, loadTitle } from '../load-item.ts';

/** Circulation status (3M SIP2 2.00) by the state of an item in Concord; 01 is other. */
const statuses: Record<string, string> = {
  'on-order': '02',
  'in-process': '06',
  available: '03',
  paged: '08',
  'on-loan': '04',
  'in-transit': '10',
  'cancelled-transit': '09',
  'on-hold-shelf': '08',
  'claimed-returned': '11',
  lost: '12',
  'lost-and-paid': '12',
  missing: '13',
};

/** Answers Item Information (17) with 18. The borrower is never named. */
export const answerItemInformation = async (exchange: Exchange): Promise<SipResponse> => {
  const barcode = fieldOf(exchange, 'AB') ?? '';
  const found = await loadItem(exchange, barcode);
  // Security marker 00 is other: the machine knows its own strips. Fee type 01 is other: Concord charges nothing for a look.
  const fixed = (status: string) => `18${status}0001${responseDate(exchange)}`;
  if (!('ok' in found))
    return { fixed: fixed('01'), fields: [['AB', barcode], ['AJ', ''], ...failureFields(exchange, found)] };
  const { ok: item } = found;
  const title = await loadTitle(exchange, item.recordId);
  const fields: SipField[] = [
    ['AB', item.barcode],
    ['AJ', title],
    ['BG', item.memberId],
    ['CK', '001'],
    ['AQ', item.branchId],
    ['AP', item.currentBranch],
    ['CH', [item.category, item.location].filter(Boolean).join(', ')],
    ['CS', item.callNumber],
    ['AH', item.due === undefined ? undefined : dueText(exchange, item.due)],
  ];
  return { fixed: fixed(statuses[item.state] ?? '01'), fields };
};

/** Answers Item Status Update (19) with 20: not done, since a machine changes no item. */
export const answerItemStatusUpdate = async (exchange: Exchange): Promise<SipResponse> => ({
  fixed: `200${responseDate(exchange)}`,
  fields: [
    ['AB', fieldOf(exchange, 'AB') ?? ''],
    ...failureFields(exchange, { refused: [{ code: 'not-supported', detail: '' }] }),
  ],
});
