import { isWaiting } from '../domain/circulation/hold-queue.ts';
import { circulationPolicies } from '../domain/circulation/policies.ts';
import { decideTargetHold } from '../domain/circulation/target-hold.ts';
import type { PolicyDocument } from '../domain/policy/document.ts';
import { iso } from '../runtime/clock.ts';
import { saveDecision } from './circulation-writes.ts';
import { holdStore } from './hold-store.ts';
import { policyStore } from './policy-store.ts';
import type { Table } from './table.ts';
import { unionsOf } from './union-of.ts';

const TRIES = 4;

const policiesAt = async (table: Table, now: number) => {
  const policies = policyStore(table);
  const kinds = ['loan-rules', 'blocks', 'floors'] as const;
  const found = await Promise.all(kinds.map((kind) => policies.inForce(kind, now)));
  return circulationPolicies(
    found.flatMap((document): PolicyDocument[] => (document ? [document] : [])),
    iso(now),
  );
};

/**
 * Pages copies on their shelves for the waiting holds of a record, the first in the queue first (C36, C38). Takes any id
 * of the record and the time (epoch ms); gives how many were paged. Safe to repeat: what is paged already stays so.
 */
export const targetHolds = async (table: Table, recordId: string, now: number): Promise<number> => {
  const policies = await policiesAt(table, now);
  const unions = unionsOf(table);
  let paged = 0;
  for (let attempt = 0; policies && attempt < TRIES; attempt += 1) {
    const union = await unions.find(recordId, { strong: true });
    if (!union) return paged;
    const waiting = (await holdStore(table).queue(union.recordIds, { strong: true })).filter(
      (hold) => isWaiting(hold) && hold.state === 'placed',
    );
    if (waiting.length === 0) return paged;
    let copies = await unions.copies(union, { strong: true });
    let lost = false;
    for (const hold of waiting) {
      const decision = decideTargetHold(hold, copies, policies, iso(now));
      if ('refused' in decision) continue;
      const page = decision.changes.item?.after;
      const item = copies.find(({ itemId }) => itemId === page?.itemId);
      if ((await saveDecision(table, decision, { item, holds: [hold] })) !== 'saved') {
        lost = true;
        break;
      }
      paged += 1;
      copies = copies.filter(({ itemId }) => itemId !== page?.itemId);
    }
    if (!lost) return paged;
  }
  return paged;
};
