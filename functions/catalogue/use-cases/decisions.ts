import { memberOfBranch } from '../../../layers/kernel/identity/roles.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
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
} from '../domain/decision.ts';
import { viewerOf } from '../domain/viewer.ts';
import type { Decided, Deciding } from './deciding.ts';

/** A merge, as the contracts of the operations on decisions show it. */
export const exampleDecision: DecisionView = {
  decisionId: 'dcs_01kb0000000000000000000000',
  did: 'merge',
  before: ['rec_01kb0000000000000000000000', 'rec_01kc0000000000000000000000'],
  after: ['rec_01kb0000000000000000000000'],
  one: [{ sourceId: 'riverton:b1000', memberId: 'riverton' }],
  two: [{ sourceId: 'lakeshore:77', memberId: 'lakeshore' }],
  at: '2026-11-24T10:00:00.000Z',
  by: 'staff:stf_01kb0000000000000000000000',
  reason: 'The same printing: compared in the hand.',
  because: ['same ISBN', 'same title', 'pages differ by 2'],
};

/** The refusals that every decision on union records has. */
export const decisionRefusals = {
  'unknown-record': { status: 404, meaning: 'There is no such record, or the caller may not see it.' },
  'not-yours': { status: 403, meaning: 'No member for which the caller catalogues has a part in these records.' },
  'too-many-records': {
    status: 422,
    meaning: `More than ${MOST_DECIDED} source records would be ruled on at once: decide in steps.`,
  },
} as const;

/** The members for which somebody catalogues: where he or she holds the role, at a branch or the whole. */
export const cataloguedBy = (actor: Actor | undefined): string[] => {
  const members = staffOf(actor).grants.flatMap((grant) => {
    if (grant.role !== 'cataloguer' || grant.scope === 'consortium') return [];
    return [grant.scope === 'member' ? grant.member : memberOfBranch(grant.branch)];
  });
  return [...new Set(members)];
};

const deciderOf = (actor: Actor | undefined): Decider => ({ viewer: viewerOf(actor), members: cataloguedBy(actor) });

/** The decision as the caller may read it. */
export const shownTo =
  (actor: Actor | undefined) =>
  ({ decision, sources }: Decided): DecisionView =>
    decisionView(decision, sources, viewerOf(actor));

/** What a decision needs of a request: who decides, why, when, and the answer that is kept with it. */
export const decidingOf = (
  table: Table,
  ids: Ids,
  {
    actor,
    now,
    body,
    keep,
  }: { actor: Actor | undefined; now: number; body: { reason: string }; keep: Keep<DecisionView> },
): Deciding => ({
  ...{ table, ids, now, reason: body.reason },
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

/** Answers why a decision is refused, in a sentence. */
export const refuseDecision = <R extends DecisionRefusal | MergeRefusal | SplitRefusal>(why: R) =>
  refuse(why, meanings[why]);
