import * as z from 'zod';
import { carryInvoice } from '../../functions/finance/public/carry-invoice.ts';
import { openTable } from '../../layers/platform/dynamodb/table.ts';
import { consortiumCurrency } from '../members.ts';
import type { Performer } from './in-process.ts';

const DAY = 86_400_000;
/** The library with an open invoice from the time before Concord. */
export const LATE_MEMBER = 'northfield';
const ISSUED_DAYS_AGO = 100;
const DUE_DAYS_AGO = 70;

/** Carries over an invoice of the former system that a library has not paid. `now` is in epoch ms. */
export async function carryOverdueInvoice({ runtime }: Performer, now: number): Promise<void> {
  await carryInvoice(openTable(runtime), {
    ...{ memberId: LATE_MEMBER, reference: 'F-2026-0117', amount: 38_500, currency: consortiumCurrency },
    issuedAt: new Date(now - ISSUED_DAYS_AGO * DAY).toISOString(),
    dueOn: new Date(now - DUE_DAYS_AGO * DAY).toISOString().slice(0, 10),
  });
}

const account = z.object({ overdue: z.array(z.object({ invoice: z.string(), sent: z.array(z.unknown()) })) });

/** Sends the first reminder of that invoice through the deployed API, unless it was sent already. */
export async function remindLateMember(
  preparer: (method: string, path: string, body?: unknown) => Promise<unknown>,
): Promise<void> {
  const { overdue } = account.parse(await preparer('GET', `accounts/${LATE_MEMBER}`));
  const waiting = overdue.find(({ sent }) => sent.length === 0);
  if (waiting) await preparer('POST', `accounts/${LATE_MEMBER}/reminders`, { invoice: waiting.invoice, level: 1 });
}
