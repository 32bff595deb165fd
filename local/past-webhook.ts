import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import * as z from 'zod';
import { callerAs, cardOf, MEMBER } from './demo-callers.ts';
import type { Endpoints } from './endpoints.ts';
import { root } from './places.ts';

const BRANCH = 'riverton.main';
/** The time after which the relay knows a new webhook, in milliseconds. */
const EFFECTIVE_MS = 11_000;
const WAITED = 30;
const facts = ['item-checked-out', 'item-checked-in', 'loan-renewed', 'hold-placed', 'hold-fulfilled'];

const created = z.object({ webhookId: z.string() });
const log = z.object({ deliveries: z.array(z.object({ state: z.string() })) });
const books = z.object({
  untouchedBookAt: z.custom<(branch: string) => { barcode: string }>((value) => typeof value === 'function'),
});

/** Returns the barcode of a book that nothing else in the demo uses. */
const bookHere = async (): Promise<string> => {
  const module: unknown = await import(pathToFileURL(join(root, 'demo', 'untouched.ts')).href);
  return books.parse(module).untouchedBookAt(BRANCH).barcode;
};

/**
 * Creates a webhook in the demo, so that the page of webhooks has one with deliveries: a test event, and a book that is lent and returned.
 * Its receiver is the simulated partner, as one of the member's own systems.
 */
export const pastWebhook = async (endpoints: Endpoints): Promise<void> => {
  if (endpoints.standIn === undefined) return;
  const asAdmin = await callerAs(endpoints, 'member-admin');
  const asDesk = await callerAs(endpoints, 'desk');
  const hook = { name: 'Discovery layer (stand-in)', url: `${endpoints.standIn.page}/webhooks`, facts };
  const { webhookId } = created.parse(await asAdmin('POST', `/webhooks/${MEMBER}`, hook));
  const path = `/webhooks/${MEMBER}/${webhookId}`;
  await asAdmin('POST', `${path}/sends`, { send: 'test' });
  const [item] = await Promise.all([bookHere(), pause(EFFECTIVE_MS)]);
  await asDesk('POST', '/circulation/check-outs', { branchId: BRANCH, patron: cardOf(endpoints), item });
  await asDesk('POST', '/circulation/check-ins', { branchId: BRANCH, item });
  for (let tried = 0; tried < WAITED; tried += 1) {
    const { deliveries } = log.parse(await asAdmin('GET', `${path}/deliveries`));
    if (deliveries.filter(({ state }) => state === 'delivered').length >= 3) return;
    await pause(500);
  }
  throw new Error('the facts of the demo were not delivered');
};
