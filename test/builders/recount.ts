import { readHold } from '../../functions/circulation/data/hold-store.ts';
import { isOver } from '../../functions/items/domain/hold.ts';
import { duplicateKeyOf } from '../../functions/resource-sharing/data/duplicate-key.ts';
import { readHead } from '../../functions/resource-sharing/data/loan-request-schemas.ts';
import { STOPS } from '../../functions/resource-sharing/domain/workflow/review-stops.ts';
import { hasEnded } from '../../functions/resource-sharing/domain/workflow/workflow.ts';
import { isId } from '../../layers/kernel/identity/id.ts';
import { scanAll } from './scan-all.ts';

const stopped: readonly string[] = Object.values(STOPS);
const underWay: readonly string[] = [
  ...['requested', 'asked', 'will-supply', 'terms-offered', 'conditions-set', 'cancel-pending', 'unfilled'],
  ...['copy-received', 'shipped', 'received'],
];

type Head = ReturnType<typeof readHead>['head'];

/** Whether a request may count: it is for a patron, and neither stopped for review nor ended. */
const mayCount = (head: Head): boolean =>
  head.patron !== undefined && !stopped.includes(head.state) && !hasEnded({ ...head, asks: [] });

/** It must count until the patron has the item, which is then a loan. */
const mustCount = (head: Head): boolean => mayCount(head) && underWay.includes(head.state);

/**
 * Recounts the hold counters from the whole table. `counter` is the stored count by patron, `counted` the count of the rows.
 * `faults` names each request that counts and should not (or vice versa), and each claim without an owner: of no open request, of
 * another request, or of a stopped one.
 */
export const recounted = async (table: {
  name: string;
}): Promise<{ counter: Record<string, number>; counted: Record<string, number>; faults: string[] }> => {
  const [statuses, holds, rows, claims] = await Promise.all([
    scanAll(table.name, 'patronStatus'),
    scanAll(table.name, 'hold'),
    scanAll(table.name, 'loanRequest'),
    scanAll(table.name, 'loanRequestClaim'),
  ]);
  const heads = rows.map(readHead);
  const counted: Record<string, number> = {};
  const raise = (patronId: string): void => {
    counted[patronId] = (counted[patronId] ?? 0) + 1;
  };
  for (const hold of holds.map(readHold)) {
    // The hold of a request's copy is the request itself.
    if (!isOver(hold) && !isId('loan-request', hold.holdId)) raise(hold.patronId);
  }
  const faults: string[] = [];
  for (const { head, counted: counts } of heads) {
    if (counts && head.patron) raise(head.patron.patronId);
    if (counts ? !mayCount(head) : mustCount(head)) faults.push(`${head.requestId} (${head.state}) counts: ${counts}`);
  }
  for (const { pk, sk, requestId } of claims) {
    const head = heads.find((one) => one.head.requestId === requestId)?.head;
    const isOwn =
      head !== undefined && sk === `LOANREQ-FOR#${duplicateKeyOf(head)}` && pk === `PATRON#${head.patron?.patronId}`;
    if (!isOwn || !mayCount(head)) faults.push(`${String(pk)} ${String(sk)} is claimed by ${String(requestId)}`);
  }
  const counter = Object.fromEntries(
    statuses.map(({ patronId, counters }) => [String(patronId), (counters as { holds: number }).holds]),
  );
  for (const patronId of Object.keys(counter)) counted[patronId] ??= 0;
  return { counter, counted, faults };
};
