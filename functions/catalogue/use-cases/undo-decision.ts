import { retryOnConflict } from '../../../layers/platform/dynamodb/retry-on-conflict.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import { getDecision } from '../data/decision-store.ts';
import { type DecisionRefusal, refuseSides } from '../domain/union/decision.ts';
import { planUndoing } from '../domain/union/plan-decision.ts';
import { followDecision } from './follow-decision.ts';
import { planned } from './load-group.ts';
import { type Decided, type Deciding, pendingOf, readSides, save, seenIn } from './save-decision.ts';

/** The reason why a decision is not undone. */
export type UndoRefusal = 'unknown-decision' | Exclude<DecisionRefusal, 'unknown-record'>;

const attemptUndoing = async (deciding: Deciding, decisionId: string): Promise<Decided | UndoRefusal | undefined> => {
  const { table, followers, ids, now, decider, by, reason } = deciding;
  const decision = await getDecision(table, decisionId);
  if (!decision) return 'unknown-decision';
  if (decision.pending) await followDecision(table, followers, decision);
  const { sides } = decision;
  const reading = await readSides(deciding, sides);
  const refused = refuseSides([seenIn(reading.cache, sides[0]), seenIn(reading.cache, sides[1])], decider);
  if (refused) return refused === 'unknown-record' ? 'unknown-decision' : refused;
  const sources = seenIn(reading.cache, sides.flat());
  if (decision.undone) return { decision, sources };
  const ruled = await planned(reading, () => planUndoing(reading.cache, decision, () => ids.next('record', now)));
  const v = decision.pending ? decision.v + 1 : decision.v;
  const { pending: _, ...rest } = decision;
  const recordIds = [...new Set([...rest.after, ...ruled.after])].sort();
  const undone = { ...rest, v, after: recordIds, undone: { at: iso(now), by, reason }, ...pendingOf(ruled) };
  return save(deciding, ruled, { decision: undone, sources });
};

/**
 * Undoes a decision: the union is as if it had never been made, including everything loaded and decided since; each hold returns to the
 * record on which it was placed. Undoing it again changes nothing. Returns the decision, or why it cannot be undone.
 */
export const undoDecision = (deciding: Deciding, decisionId: string): Promise<Decided | UndoRefusal> =>
  retryOnConflict('a union record', () => attemptUndoing(deciding, decisionId));
