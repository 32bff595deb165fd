import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { actorName, type StaffActor } from '../../../layers/platform/http/actor.ts';
import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import { type Clock, iso } from '../../../layers/platform/runtime/clock.ts';
import type { Ids } from '../../../layers/platform/runtime/ids.ts';
import type { AuditLine } from '../../../layers/records/audit/data/audit.ts';
import { type BallotStore, ballotStore } from '../data/ballot-store.ts';
import { choiceFits, type VoteChoice } from '../domain/ballots/method.ts';
import { type Capacity, castVote as cast, type VoteFault } from '../domain/ballots/voter-row.ts';
import { capacityFor, speaksFor } from '../domain/consortium-proposals/who-acts.ts';

type Vote = {
  ballotId: string;
  memberId: string;
  choice: VoteChoice;
  /** The version of the member's row that the voter saw; 0 before its first vote. */
  version: number;
  /** The member that holds the proxy, for a vote by proxy. */
  holder?: string | undefined;
  actor: StaffActor;
  /** Read before each attempt. */
  clock: Clock;
  ids: Ids;
};

/** The reasons why a vote is refused, for those who cast it. */
export const voteRefusalReasons: Record<VoteFault, string> = {
  'not-yet-open': 'The ballot is not open yet.',
  closed: 'The ballot is closed. An earlier vote stands.',
  recused: 'The member is concerned and does not vote.',
  'no-alternates': 'The bylaws of this ballot let only administrators of a member vote.',
  outdated: 'The member voted meanwhile: read the vote and decide again.',
  'not-its-holder': 'The member gave you no proxy.',
  'voted-itself': 'The member voted itself.',
};

/** Returns a ballot that opened with the row of a member in it, or why the member cannot vote in it. */
export const voterOn = async (store: BallotStore, ballotId: string, memberId: string) => {
  const [ballot, row] = await Promise.all([store.get(ballotId), store.voter(ballotId, memberId)]);
  if (!ballot || ballot.state === 'opening')
    return refuse('ballot-unknown', 'There is no such ballot.', '/path/ballotId');
  if (ballot.state === 'cancelled') return refuse('cancelled', 'The ballot was cancelled.');
  if (!row) return refuse('not-on-list', 'The member was not on the list of voters when the ballot opened.');
  return { ballot, row };
};

/**
 * Casts or replaces a member's vote in an open ballot. The clock is read before the row, and the row is written only as it was read: a vote
 * whose row was sealed at the close is refused, however early its clock was.
 */
export const castVote = async (table: Table, vote: Vote) => {
  const { ballotId, memberId, choice, actor, version, holder } = vote;
  if (holder !== undefined && !speaksFor(actor, holder))
    return refuse('not-its-holder', 'You vote by proxy for a member that you administer.', '/body/holder');
  const by = actorName(actor);
  const capacity: Capacity = holder === undefined ? capacityFor(actor, memberId) : 'proxy';
  const store = ballotStore(table);
  for (;;) {
    const at = vote.clock.now();
    const now = iso(at);
    const found = await voterOn(store, ballotId, memberId);
    if ('refused' in found) return found;
    const { ballot, row } = found;
    if (ballot.secret || !choiceFits(ballot.method, choice))
      return refuse('vote-does-not-fit', 'The ballot asks for a vote of another shape.', '/body/choice');
    const after = cast(row, { choice, by, capacity, now, version, ...(holder !== undefined && { holder }) });
    if ('refused' in after) return refuse(after.refused, voteRefusalReasons[after.refused]);
    const audit: AuditLine = {
      ...{ subject: `ballot:${ballotId}`, at: now, auditId: vote.ids.next('audit', at), by, did: 'vote' },
      detail: { memberId, version: after.version, ...(capacity === 'alternate' && { isAlternate: true }) },
    };
    if (await store.put({ ...row, ...after, v: row.v + 1 }, audit))
      return answer({ memberId, choice, version: after.version, closesAt: row.closesAt });
  }
};
