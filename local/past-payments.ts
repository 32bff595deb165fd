import { setTimeout as pause } from 'node:timers/promises';
import * as z from 'zod';
import { tokenOf } from './access-token.ts';
import type { Account, Endpoints } from './endpoints.ts';
import { invokeFunction } from './invoke-function.ts';

const MEMBER = 'riverton';
const BRANCH = 'riverton.main';
const WAITED = 60;

/** The payments of the demo: one that stays paid, one that is refunded, one that is disputed. */
const wanted = [
  { amount: 450, card: '4242424242424242' },
  { amount: 200, card: '4242424242424242', isRefunded: true },
  { amount: 300, card: '4000000000000259' },
] as const;

const personWith = ({ accounts }: Endpoints, role: string): Account => {
  const found = accounts.find((one) => one.member === MEMBER && one.role.split(', ').includes(role));
  if (found === undefined) throw new Error(`The demo has no ${role} at ${MEMBER}.`);
  return found;
};

const caller =
  ({ api }: Endpoints, token: string) =>
  async (method: string, path: string, body?: unknown): Promise<unknown> => {
    const answer = await fetch(`${api}${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
    return JSON.parse(text);
  };

const begun = z.object({ paymentId: z.string(), url: z.string() });

/**
 * Pays bills online in the demo, so that the page of online payments has a payment, a refund, a dispute and a payout: by the same requests
 * and the same page that a patron uses.
 */
export const pastPayments = async (endpoints: Endpoints): Promise<void> => {
  const { paymentProvider = '', aws } = endpoints;
  const patron = personWith(endpoints, 'patron');
  const card = z.object({ body: z.object({ card: z.string() }) }).parse(patron.signIn).body.card;
  const asDesk = caller(endpoints, await tokenOf(endpoints, personWith(endpoints, 'desk')));
  const asFinance = caller(endpoints, await tokenOf(endpoints, personWith(endpoints, 'member-finance')));
  const asPatron = caller(endpoints, await tokenOf(endpoints, patron));
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
