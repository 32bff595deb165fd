import { setTimeout as sleep } from 'node:timers/promises';
import * as z from 'zod';
import { staffToken } from '../../local/staff-token.ts';
import { cases } from '../cases.ts';
import { copyAt } from '../holdings.ts';
import { type LoanUnderWay, loansUnderWay } from '../loans-under-way.ts';
import { patronByKey } from '../patrons.ts';
import { demoPassword } from './accounts.ts';
import { recordIn } from './circulate.ts';
import { call } from './load.ts';
import type { Running } from './running.ts';
import { staffFor } from './staff-actors.ts';

const view = z.object({
  requestId: z.string(),
  askId: z.string().optional(),
  supplierMember: z.string().optional(),
  status: z.object({ state: z.string() }),
});

/** The milliseconds after which a library counts as not asked. */
const LONGEST = 60_000;

/** Calls resource sharing through the deployed API as the staff for interlibrary loans of a branch or member. */
const callerAt = async (running: Running, place: string) => {
  const token = await staffToken(running.endpoints, staffFor('ill', place).email, demoPassword);
  return async (method: string, path: string, body?: unknown) =>
    view.parse(await call(running, token, method, `/resource-sharing/requests${path}`, body));
};
type Caller = Awaited<ReturnType<typeof callerAt>>;

/** Waits until the workflow asks a library. Returns the ask, and the library. */
const askOf = async (as: Caller, requestId: string): Promise<{ askId: string; supplier: string }> => {
  for (const end = Date.now() + LONGEST; Date.now() < end; await sleep(200)) {
    const { askId, supplierMember: supplier, status } = await as('GET', `/${requestId}`);
    if (status.state === 'asked' && askId && supplier) return { askId, supplier };
  }
  throw new Error(`The request ${requestId} asked nobody within ${LONGEST / 1000} s.`);
};

/** Lets the library that is asked promise a copy, ship it, and the other one receive it. */
const advance = async (running: Running, { workId, pickup, until }: LoanUnderWay, requestId: string): Promise<void> => {
  const as = await callerAt(running, pickup);
  const { askId, supplier } = await askOf(as, requestId);
  const { branch: branchId, barcode } = copyAt(workId, supplier);
  const lender = await callerAt(running, supplier);
  await lender('POST', `/${requestId}/answers`, { branchId, askId, answer: 'will-supply', barcode });
  if (until === 'promised') return;
  await lender('POST', `/${requestId}/ship`, { branchId, askId, barcode });
  await as('POST', `/${requestId}/receive`, { branchId: pickup, barcode });
};

/**
 * Places the consortium loan requests of the demo through the deployed API, by staff of the pickup library. The workflow then asks one
 * supplier after another; those under way are answered.
 */
export async function requestLoans(running: Running, recordOf: ReadonlyMap<string, string>): Promise<void> {
  const place = async (patron: string, workId: string, pickupBranch: string): Promise<string> => {
    const as = await callerAt(running, pickupBranch);
    const body = { recordId: recordIn(recordOf, workId), pickupBranch, patron };
    return (await as('POST', '', body)).requestId;
  };
  const underWay = new Set(loansUnderWay.map(({ patron }) => patronByKey(patron).card));
  const steps = cases.flatMap((one) => one.steps).flatMap((step) => (step.do === 'request-loan' ? [step] : []));
  const others = steps.filter(({ card }) => !underWay.has(card));
  for (const { card, workId, pickup } of others) await place(card, workId, pickup);
  // One after another, so that no two are asked for one copy.
  for (const loan of loansUnderWay) {
    const requestId = await place(patronByKey(loan.patron).card, loan.workId, loan.pickup);
    await advance(running, loan, requestId);
  }
  running.say(`${others.length} consortium loan requests wait for answers, ${loansUnderWay.length} are under way`);
}
