import { setTimeout as pause } from 'node:timers/promises';
import * as z from 'zod';
import { callerAs, cardOf, MEMBER } from './demo-callers.ts';
import type { Endpoints } from './endpoints.ts';
import { invokeFunction } from './invoke-function.ts';

const BRANCH = 'riverton.main';
const WAITED = 60;

/** The payments of the demo: one that stays paid, one that is refunded, one that is disputed. */
const wanted = [
  { amount: 450, card: '4242424242424242' },
  { amount: 200, card: '4242424242424242', isRefunded: true },
  { amount: 300, card: '4000000000000259' },
] as const;

const begun = z.object({ paymentId: z.string(), url: z.string() });

/**
 * Pays bills online in the demo, so that the page of online payments has a payment, a refund, a dispute and a payout: by the same requests
 * and the same page that a patron uses.
 */
export const pastPayments = async (endpoints: Endpoints): Promise<void> => {
  const { paymentProvider = '', aws } = endpoints;
  const card = cardOf(endpoints);
  const asDesk = await callerAs(endpoints, 'desk');
  const asFinance = await callerAs(endpoints, 'member-finance');
  const asPatron = await callerAs(endpoints, 'patron');
  const paid = async (paymentId: string): Promise<void> => {
    for (let tried = 0; tried < WAITED; tried += 1) {
      const { state } = z.object({ state: z.string() }).parse(await asPatron('GET', `/payments/my/${paymentId}`));
      if (state === 'paid') return;
      await pause(500);
    }
    throw new Error('A payment of the demo was not confirmed.');
  };
  for (const { amount, card: number, ...more } of wanted) {
    const fee = { branchId: BRANCH, patron: card, fee: 'card-replacement', amount };
    const made = z.object({ bill: z.object({ billId: z.string() }) });
    const { billId } = made.parse(await asDesk('POST', '/circulation/charges', fee)).bill;
    const { paymentId, url } = begun.parse(await asPatron('POST', '/payments/my', { billIds: [billId] }));
    await fetch(url, { method: 'POST', body: new URLSearchParams({ card: number }), redirect: 'manual' });
    await paid(paymentId);
    if ('isRefunded' in more)
      await asFinance('POST', `/payments/accounts/${MEMBER}/payments/${paymentId}/refunds`, {
        ...{ amount, reason: 'The card was replaced free of charge' },
      });
  }
  await fetch(`${paymentProvider}/do/payout`, {
    method: 'POST',
    body: new URLSearchParams({ id: '-' }),
    redirect: 'manual',
  });
  await invokeFunction(aws, 'payments-settle-payments');
};
