import type { eventSender } from './events.ts';
import { Refusal, wholeNumber } from './requests.ts';
import { type Balance, type Charge, type Dispute, newId, type Refund, type Session, type State } from './state.ts';

const LEAST_SECONDS = 1800;
const MOST_SECONDS = 86_400;
const seconds = (): number => Math.floor(Date.now() / 1000);

/** The test cards: one that works, one that is declined, one whose payment is disputed later, one whose refunds wait for the bank. */
export const CARDS = {
  '4242424242424242': 'works',
  '4000000000000002': 'declined',
  '4000000000000259': 'disputed',
  '4000000000007726': 'refunds wait',
} as const;

/** What the provider does: sessions, payments, refunds, disputes and payouts, each with its events. */
export const providerLedger = (
  state: State,
  events: Pick<ReturnType<typeof eventSender>, 'send'>,
  base: () => string,
) => {
  const booked = (type: string, amount: number, fee: number, currency: string, source: unknown): void => {
    const id = newId('txn');
    const row: Balance = {
      id,
      object: 'balance_transaction',
      type,
      amount,
      fee,
      net: amount - fee,
      currency,
      payout: null,
      source,
    };
    state.balance.push(row);
  };
  const sessionOf = (id: string): Session => {
    const found = state.sessions.find((session) => session.id === id);
    if (found === undefined) throw new Refusal(404, 'resource_missing', `No such checkout session: ${id}`);
    if (found.status === 'open' && found.expires_at < seconds()) end(found);
    return found;
  };
  const end = (session: Session): void => {
    Object.assign(session, { status: 'expired', url: null });
    events.send('checkout.session.expired', session);
  };
  const chargeOf = (intent: string): Charge => {
    const found = state.charges.find(({ payment_intent }) => payment_intent === intent);
    if (found === undefined) throw new Refusal(404, 'resource_missing', `No such payment_intent: ${intent}`);
    return found;
  };
  const refund = (intent: string, amount: number, metadata: Record<string, string> = {}) => {
    const charge = chargeOf(intent);
    if (charge.dispute) throw new Refusal(400, 'charge_disputed', 'The charge was disputed.');
    if (amount < 1 || amount > charge.amount - charge.amount_refunded)
      throw new Refusal(400, 'charge_already_refunded', 'The amount is greater than what is left of the charge.');
    charge.amount_refunded += amount;
    const { currency } = charge;
    const made: Refund = {
      ...{ id: newId('re'), object: 'refund', status: charge.refundsWait ? 'pending' : 'succeeded' },
      ...{ amount, currency, payment_intent: intent, metadata },
    };
    state.refunds.push(made);
    if (made.status === 'succeeded') booked('refund', -amount, 0, currency, { ...made });
    events.send('charge.refunded', charge);
    return made;
  };
  /** Ends a pending refund, or takes back one that had succeeded. */
  const endRefund = (id: string, status: 'succeeded' | 'failed'): void => {
    const found = state.refunds.find((one) => one.id === id && one.status !== 'failed' && one.status !== status);
    if (found === undefined) return;
    const { status: before, amount, currency, payment_intent } = found;
    found.status = status;
    if (status === 'succeeded') booked('refund', -amount, 0, currency, { ...found });
    if (status === 'failed') chargeOf(payment_intent).amount_refunded -= amount;
    if (status === 'failed' && before === 'succeeded') booked('refund_failure', amount, 0, currency, { ...found });
    events.send(status === 'failed' ? 'refund.failed' : 'refund.updated', found);
  };
  /** Disputes a payment in whole or in part; an inquiry moves no money. */
  const dispute = (intent: string, part?: number, status: Dispute['status'] = 'needs_response'): void => {
    const charge = chargeOf(intent);
    const { id, payment_intent, currency } = charge;
    const amount = part ?? charge.amount;
    const opened: Dispute = {
      ...{ id: newId('du'), object: 'dispute', charge: id, payment_intent, amount, currency, status },
    };
    state.disputes.push(opened);
    events.send('charge.dispute.created', opened);
    if (status !== 'needs_response') return;
    charge.dispute = opened.id;
    booked('adjustment', -amount, 1500, currency, { ...opened });
    events.send('charge.dispute.funds_withdrawn', opened);
  };
  return {
    session: sessionOf,
    createSession: (form: URLSearchParams): Session => {
      const item = 'line_items[0]';
      const amount = wholeNumber(form, `${item}[price_data][unit_amount]`) * wholeNumber(form, `${item}[quantity]`);
      const expires = form.has('expires_at') ? wholeNumber(form, 'expires_at') : seconds() + MOST_SECONDS;
      if (form.get('mode') !== 'payment')
        throw new Refusal(400, 'parameter_invalid', 'The stand-in knows mode=payment only.');
      if (expires < seconds() + LEAST_SECONDS || expires > seconds() + MOST_SECONDS)
        throw new Refusal(
          400,
          'parameter_invalid',
          'The `expires_at` timestamp must be between 30 minutes and 24 hours away.',
        );
      const id = newId('cs_test');
      const payment = form.get('metadata[payment]');
      const intentPayment = form.get('payment_intent_data[metadata][payment]');
      const made: Session = {
        ...{ id, object: 'checkout.session', status: 'open', payment_status: 'unpaid', payment_intent: null },
        ...{ client_reference_id: form.get('client_reference_id'), amount_total: amount, expires_at: expires },
        ...{ currency: form.get(`${item}[price_data][currency]`) ?? 'usd', url: `${base()}/pay/${id}` },
        ...{ success_url: form.get('success_url') ?? '', cancel_url: form.get('cancel_url') ?? '' },
        ...{ metadata: payment ? { payment } : {}, intentMetadata: intentPayment ? { payment: intentPayment } : {} },
        title: form.get(`${item}[price_data][product_data][name]`) ?? '',
      };
      state.sessions.push(made);
      return made;
    },
    expire: (id: string): Session => {
      const found = sessionOf(id);
      if (found.status !== 'open')
        throw new Refusal(400, 'resource_missing', `Only Checkout Sessions with a status in ["open"] can be expired.`);
      end(found);
      return found;
    },
    /** Opens the page of a payment link of the account: its payer sets the reference in the address. */
    openLink: (reference: string, amount: number, currency: string): Session => {
      const id = newId('cs_test');
      const made: Session = {
        ...{ id, object: 'checkout.session', status: 'open', payment_status: 'unpaid', payment_intent: null },
        ...{ client_reference_id: reference, amount_total: amount, expires_at: seconds() + MOST_SECONDS, currency },
        ...{ url: `${base()}/pay/${id}`, success_url: base(), cancel_url: base(), metadata: {}, intentMetadata: {} },
        title: 'Gift',
      };
      state.sessions.push(made);
      return made;
    },
    /** Pays a session with a card. Returns whether the card was taken. */
    pay: (id: string, number: string): boolean => {
      const session = sessionOf(id);
      const card = Object.hasOwn(CARDS, number) ? CARDS[number as keyof typeof CARDS] : 'declined';
      if (session.status !== 'open' || card === 'declined') return false;
      const { amount_total: amount, currency, intentMetadata: metadata } = session;
      const intent = newId('pi');
      Object.assign(session, { status: 'complete', payment_status: 'paid', payment_intent: intent, url: null });
      const charge: Charge = {
        ...{ id: newId('ch'), object: 'charge', payment_intent: intent, amount, amount_refunded: 0, currency },
        ...{ created: seconds(), metadata, dispute: null, refundsWait: card === 'refunds wait' },
      };
      state.charges.push(charge);
      booked('charge', amount, Math.round(amount * 0.029) + 30, currency, { ...charge });
      events.send('checkout.session.completed', session);
      if (card === 'disputed') dispute(intent);
      return true;
    },
    refund,
    endRefund,
    dispute,
    refundForm: (form: URLSearchParams) => {
      const intent = form.get('payment_intent') ?? '';
      const { amount, amount_refunded: before } = chargeOf(intent);
      const ours = form.get('metadata[refund]');
      const wanted = form.has('amount') ? wholeNumber(form, 'amount') : amount - before;
      return refund(intent, wanted, ours ? { refund: ours } : {});
    },
    intent: (id: string) => ({ id, object: 'payment_intent', metadata: chargeOf(id).metadata }),
    disputeOf: (id: string): Dispute => {
      const found = state.disputes.find((one) => one.id === id);
      if (found === undefined) throw new Refusal(404, 'resource_missing', `No such dispute: ${id}`);
      return found;
    },
    closeDispute: (id: string, status: 'won' | 'lost'): void => {
      const found = state.disputes.find((one) => one.id === id && ['needs_response', 'lost'].includes(one.status));
      if (found === undefined || found.status === status) return;
      const isFirst = found.status !== 'lost';
      found.status = status;
      if (isFirst) events.send('charge.dispute.closed', found);
      if (status !== 'won') return;
      booked('adjustment', found.amount, 0, found.currency, { ...found });
      events.send('charge.dispute.funds_reinstated', found);
    },
    /** Pays out, or takes back from the bank, what has come since the last payout, in one payout for each currency. */
    payOut: (): void => {
      const waiting = state.balance.filter(({ payout }) => payout === null);
      for (const currency of new Set(waiting.map((row) => row.currency))) {
        const rows = waiting.filter((row) => row.currency === currency);
        const amount = rows.reduce((sum, { net }) => sum + net, 0);
        if (amount === 0) continue;
        const made = {
          id: newId('po'),
          object: 'payout' as const,
          amount,
          currency,
          arrival_date: seconds(),
          status: 'paid' as const,
        };
        for (const row of rows) row.payout = made.id;
        state.payouts.push(made);
        events.send('payout.paid', made);
      }
    },
  };
};
