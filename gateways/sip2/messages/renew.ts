import type { SipField, SipResponse } from '../../../layers/protocols/sip2/write-response.ts';
import { dueText, failureFields, institution, responseDate } from '../common-fields.ts';
import { type Exchange, fieldOf } from '../exchange.ts';
import { loadAccount } from '../load-patron.ts';
import { renew } from '../renew-loan.ts';

/** Answers Renew (29) with 30. */
export const answerRenew = async (exchange: Exchange): Promise<SipResponse> => {
  const item = fieldOf(exchange, 'AB') ?? '';
  // Where a third party may renew, the card is not the borrower's.
  const isOwn = exchange.request.fixed.thirdPartyAllowed !== 'Y';
  const renewed = await renew(exchange, item, isOwn ? fieldOf(exchange, 'AA') : undefined);
  const done = 'ok' in renewed || 'stored' in renewed;
  const { due = '', title = '' } = 'ok' in renewed ? renewed.ok : {};
  return {
    fixed: `30${done ? '1' : '0'}${done ? 'Y' : 'N'}UN${responseDate(exchange)}`,
    fields: [
      institution(exchange),
      ['AA', fieldOf(exchange, 'AA') ?? ''],
      ['AB', item],
      ['AJ', title],
      ['AH', due === '' ? '' : dueText(exchange, due)],
      ...('refused' in renewed || 'unreachable' in renewed ? failureFields(exchange, renewed) : []),
    ],
  };
};

const count = (length: number): string => String(Math.min(length, 9999)).padStart(4, '0');

/** Answers Renew All (65) with 66: the loans are renewed one after the other. It needs the PIN, since it lists what the patron has. */
export const answerRenewAll = async (exchange: Exchange): Promise<SipResponse> => {
  const account = await loadAccount(exchange);
  const fixed = (ok: boolean, renewed: number, not: number) =>
    `66${ok ? '1' : '0'}${count(renewed)}${count(not)}${responseDate(exchange)}`;
  if (!('ok' in account))
    return { fixed: fixed(false, 0, 0), fields: [institution(exchange), ...failureFields(exchange, account)] };
  const items: SipField[] = [];
  // One after the other: parallel renewals of one patron would collide in the same record.
  for (const { barcode } of account.ok.loans.filter((loan) => loan.barcode !== '')) {
    const renewed = await renew(exchange, barcode);
    items.push(['ok' in renewed ? 'BM' : 'BN', barcode]);
  }
  const renewed = items.filter(([code]) => code === 'BM').length;
  return { fixed: fixed(true, renewed, items.length - renewed), fields: [institution(exchange), ...items] };
};
