import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { actorName, type StaffActor } from '../../../layers/platform/http/actor.ts';
import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import { type Clock, iso } from '../../../layers/platform/runtime/clock.ts';
import type { Ids } from '../../../layers/platform/runtime/ids.ts';
import type { AuditLine } from '../../../layers/records/audit/data/audit.ts';
import { ballotStore } from '../data/ballot-store.ts';
import { castEnvelope } from '../domain/ballots/voter-row.ts';
import { capacityFor } from '../domain/consortium-proposals/who-acts.ts';
import { voteRefusalReasons, voterOn } from './cast-vote.ts';

type SecretVote = {
  ballotId: string;
  memberId: string;
  /** The vote, encrypted by the caller. */
  envelope: string;
  /** The token of the member's row that the voter saw. */
  token: string;
  actor: StaffActor;
  /** Read before each attempt. */
  clock: Clock;
  ids: Ids;
};

/**
 * Casts or replaces a member's vote in a secret ballot, as `castVote` does in an open one. A repeated call has the envelope that is stored: it
 * needs no record of its own, which would count the changes of a vote.
 */
export const castSecretVote = async (table: Table, { ballotId, memberId, envelope, token, ...vote }: SecretVote) => {
  const store = ballotStore(table);
  const [by, capacity] = [actorName(vote.actor), capacityFor(vote.actor, memberId)];
  for (;;) {
    const at = vote.clock.now();
    const now = iso(at);
    const found = await voterOn(store, ballotId, memberId);
    if ('refused' in found) return found;
    const { ballot, row } = found;
    if (!ballot.secret) return refuse('vote-does-not-fit', 'The ballot is not secret.', '/body/envelope');
    const { closesAt } = row;
    if (row.envelope === envelope && row.token !== undefined) return answer({ memberId, token: row.token, closesAt });
    const after = castEnvelope(row, { envelope, now, capacity, token, next: vote.ids.secret() });
    if ('refused' in after) return refuse(after.refused, voteRefusalReasons[after.refused]);
    const audit: AuditLine = {
      ...{ subject: `ballot:${ballotId}`, at: now, auditId: vote.ids.next('audit', at), by, did: 'vote' },
      detail: { memberId, ...(capacity === 'alternate' && { isAlternate: true }) },
    };
    if (await store.putEnvelope(row, after, audit)) return answer({ memberId, token: after.token ?? '', closesAt });
  }
};
