import { memberOfBranch } from '../../../layers/kernel/identity/roles.ts';
import { type Actor, actorName, staffOf } from '../../../layers/platform/http/actor.ts';
import type { Keep } from '../../../layers/platform/http/handle.ts';
import { refuse } from '../../../layers/platform/http/outcome.ts';
import type { Ids } from '../../../layers/platform/runtime/ids.ts';
import {
  type Decider,
  type DecisionRefusal,
  type DecisionView,
  decisionView,
  type MergeRefusal,
  MOST_DECIDED,
  type SplitRefusal,
} from '../domain/union/decision.ts';
import type { Decided, Deciding } from './save-decision.ts';
import { viewerOf } from './viewer.ts';

/** Returns the members for which a staff user catalogues: by a role at a branch or for the whole member. */
export const cataloguedBy = (actor: Actor | undefined): string[] => {
  const members = staffOf(actor).grants.flatMap((grant) => {
    if (grant.role !== 'cataloguer' || grant.scope === 'consortium') return [];
    return [grant.scope === 'member' ? grant.member : memberOfBranch(grant.branch)];
  });
  return [...new Set(members)];
};

const deciderOf = (actor: Actor | undefined): Decider => ({ viewer: viewerOf(actor), members: cataloguedBy(actor) });

/** Returns the decision as the caller may read it. */
export const shownTo =
  (actor: Actor | undefined) =>
  ({ decision, sources }: Decided): DecisionView =>
    decisionView(decision, sources, viewerOf(actor));

/** Returns what a decision needs of a request: who decides, why, when, and the response that is stored with it. */
export const decidingOf = (
  { table, followers, rulesAt, ids }: Pick<Deciding, 'table' | 'followers' | 'rulesAt'> & { ids: Ids },
  {
    actor,
    now,
    body,
    keep,
  }: { actor: Actor | undefined; now: number; body: { reason: string }; keep: Keep<DecisionView> },
): Deciding => ({
  ...{ table, followers, rulesAt, ids, now, reason: body.reason },
  ...{ decider: deciderOf(actor), by: actorName(actor) },
  keep: (decided) => keep(shownTo(actor)(decided)),
});

const meanings: Record<DecisionRefusal | MergeRefusal | SplitRefusal, string> = {
  'unknown-record': 'There is no such record.',
  'same-record': 'These are one record already.',
  'not-in-record': 'One of these source records is not in this record now.',
  'nothing-left': 'A split leaves at least one source record where it is.',
  'not-yours': 'You catalogue for no member that has a part in these records.',
  'too-many-records': `One decision rules on at most ${MOST_DECIDED} source records.`,
};

/** Returns the error with the reason why a decision is refused. */
export const refuseDecision = <R extends DecisionRefusal | MergeRefusal | SplitRefusal>(why: R) =>
  refuse(why, meanings[why]);
