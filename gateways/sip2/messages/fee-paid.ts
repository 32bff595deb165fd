import type { SipField, SipResponse } from '../../../layers/protocols/sip2/write-response.ts';
import { paymentAnswer } from '../answers.ts';
import { failureFields, institution, readAmount, responseDate } from '../common-fields.ts';
import type { Called, Reason } from '../concord-api.ts';
import { type Exchange, fieldOf } from '../exchange.ts';

/** Means of payment by payment type: cash, and cards. */
const means: Record<string, string> = { '00': 'cash', '01': 'card', '02': 'card' };

const refuse = (code: string): { refused: readonly Reason[] } => ({ refused: [{ code, detail: '' }] });

/**
 * Sends the payment: no PIN is needed, since a kiosk sends this request after it took the money. What Concord does not record is reported to
 * staff: the kiosk may pay it back or not.
 */
const pay = async (exchange: Exchange): Promise<Called<{ receipt: string }>> => {
  const { api, journal, request, settings, terminal, key } = exchange;
  const { currency } = settings;
  if (request.fixed.currency !== currency) return refuse('other-currency');
  const amount = readAmount(fieldOf(exchange, 'BV'), currency);
  if (amount === undefined) return refuse('bad-amount');
  const billId = fieldOf(exchange, 'CG');
  const body = {
    ...{ branchId: terminal.branchId, patron: fieldOf(exchange, 'AA') ?? '', amount },
    ...(billId === undefined ? { currency } : { billId }),
    means: means[request.fixed.paymentType ?? ''] ?? 'card',
  };
  const asked = { method: 'POST' as const, path: '/v1/circulation/payments', body, key };
  const paid = await api.call(terminal.client, asked, paymentAnswer);
  if ('ok' in paid) return { ok: { receipt: paid.ok.receiptNumber } };
  const reference = fieldOf(exchange, 'BK');
  const taken = { amount, currency, ...(reference !== undefined && { reference }) };
  const codes = 'refused' in paid ? paid.refused.map(({ code }) => code) : ['no-answer'];
  journal.refuse(terminal.client.id, { ...asked, paid: taken }, codes);
  return paid;
};

/** Answers Fee Paid (37) with 38: the payment goes to the bill that CG names, otherwise to the open bills, oldest first. */
export const answerFeePaid = async (exchange: Exchange): Promise<SipResponse> => {
  const paid = await pay(exchange);
  const fields: SipField[] = [
    institution(exchange),
    ['AA', fieldOf(exchange, 'AA') ?? ''],
    ['BK', fieldOf(exchange, 'BK')],
  ];
  if (!('ok' in paid))
    return { fixed: `38N${responseDate(exchange)}`, fields: [...fields, ...failureFields(exchange, paid)] };
  return {
    fixed: `38Y${responseDate(exchange)}`,
    fields: [...fields, ['AG', paid.ok.receipt]],
  };
};
