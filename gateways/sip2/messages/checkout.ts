import type { SipField, SipResponse } from '../../../layers/protocols/sip2/write-response.ts';
import { checkInAnswer, checkOutAnswer } from '../answers.ts';
import { dueText, failureFields, institution, responseDate } from '../common-fields.ts';
import type { Called } from '../concord-api.ts';
import { type Exchange, fieldOf } from '../exchange.ts';
import { loadPatron } from '../load-patron.ts';
import { renew } from '../renew-loan.ts';
import { sendOrStore } from '../send-or-store.ts';

/** The code of Concord for an item that the patron has already. */
const HAS_IT_ALREADY = 'already-lent-to-patron';

type Lent = { due: string; title?: string | undefined; renewed?: true };

const checkOut = async (exchange: Exchange): Promise<Called<Lent> | { stored: true }> => {
  const { terminal } = exchange;
  const proxied = fieldOf(exchange, 'AA') ?? '';
  const body = { branchId: terminal.branchId, item: fieldOf(exchange, 'AB') ?? '', patron: proxied };
  const instead = exchange.request.fixed.renewalPolicy === 'Y' ? HAS_IT_ALREADY : undefined;
  const sent = await sendOrStore(exchange, { path: '/v1/circulation/check-outs', body, instead }, checkOutAnswer);
  if ('ok' in sent) return { ok: { due: sent.ok.loan.due, title: sent.ok.loan.title } };
  return sent;
};

/** Refuses a checkout with a wrong PIN. Without one the card suffices, and what was lent off line cannot be refused any more. */
const refuseWrongPin = async (exchange: Exchange): Promise<Exclude<Called<never>, { ok: unknown }> | undefined> => {
  if (fieldOf(exchange, 'AD') === undefined || exchange.request.fixed.noBlock === 'Y') return undefined;
  const patron = await loadPatron(exchange);
  if (!('ok' in patron)) return patron;
  return patron.ok.pin === 'wrong' ? { refused: [{ code: 'wrong-pin', detail: '' }] } : undefined;
};

/**
 * Lends the item, or renews it where the patron has it already and the self-check may renew (SC renewal policy). The field BI takes a
 * checkout back whose item could not be desensitized: the item is checked in.
 */
const lend = async (exchange: Exchange): Promise<Called<Lent> | { stored: true }> => {
  if (fieldOf(exchange, 'BI') === 'Y') {
    const body = { branchId: exchange.terminal.branchId, item: fieldOf(exchange, 'AB') ?? '' };
    const undone = await sendOrStore(exchange, { path: '/v1/circulation/check-ins', body }, checkInAnswer);
    return 'ok' in undone ? { ok: { due: '', title: undone.ok.title } } : undone;
  }
  const wrong = await refuseWrongPin(exchange);
  if (wrong) return wrong;
  const lent = await checkOut(exchange);
  const hasItAlready = 'refused' in lent && lent.refused.some(({ code }) => code === HAS_IT_ALREADY);
  if (!hasItAlready || exchange.request.fixed.renewalPolicy !== 'Y') return lent;
  const renewed = await renew(exchange, fieldOf(exchange, 'AB') ?? '');
  return 'ok' in renewed ? { ok: { ...renewed.ok, renewed: true } } : renewed;
};

/** Answers Checkout (11) with 12: title and due date, so that one request suffices. */
export const answerCheckout = async (exchange: Exchange): Promise<SipResponse> => {
  const lent = await lend(exchange);
  const done = 'ok' in lent || 'stored' in lent;
  const { due = '', title = '', renewed = false } = 'ok' in lent ? lent.ok : {};
  const item: SipField[] = [
    institution(exchange),
    ['AA', fieldOf(exchange, 'AA') ?? ''],
    ['AB', fieldOf(exchange, 'AB') ?? ''],
    ['AJ', title],
    ['AH', due === '' ? '' : dueText(exchange, due)],
  ];
  // Magnetic media is unknown (U): the machine knows its own strips. It desensitizes what was lent.
  const fixed = `12${done ? '1' : '0'}${renewed ? 'Y' : 'N'}U${done ? 'Y' : 'N'}${responseDate(exchange)}`;
  return {
    fixed,
    fields: [...item, ...('refused' in lent || 'unreachable' in lent ? failureFields(exchange, lent) : [])],
  };
};
