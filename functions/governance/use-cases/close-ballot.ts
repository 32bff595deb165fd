import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import type { AuditLine } from '../../../layers/records/audit/data/audit.ts';
import type { BallotKeys } from '../data/ballot-key-store.ts';
import { ballotStore, type StoredBallot, type StoredVoter } from '../data/ballot-store.ts';
import { type BallotRecord, ballotTermsSchema, type Counted, countRecord } from '../domain/ballots/ballot.ts';
import { openEnvelopes } from '../domain/ballots/secret-ballot.ts';
import { afterLeaving } from '../domain/ballots/voter-row.ts';
import { voterSchema } from '../domain/ballots/voting-rule.ts';

type Hash = (text: string) => string;

const termsOf = (ballot: StoredBallot) => ballotTermsSchema.strip().parse(ballot);

/** Returns the record that anybody entitled downloads and counts again. */
export const recordOf = (ballot: StoredBallot, rows: readonly StoredVoter[]): BallotRecord => {
  const voters = afterLeaving(rows, new Set(ballot.struck), ballot.leavers);
  return {
    terms: termsOf(ballot),
    voters: voters.map((voter) => voterSchema.strip().parse(voter)),
    votes: voters.flatMap(({ memberId, vote }) => (vote ? [{ memberId, choice: vote.choice }] : [])),
    ...(ballot.lotSeed !== undefined && { lot: ballot.lotSeed }),
    ...(ballot.opened && {
      secret: { ...ballot.opened, cast: voters.filter(({ voted }) => voted).map(({ memberId }) => memberId) },
    }),
  };
};

type Close = {
  ballotId: string;
  now: string;
  /** Returns whether a member left the consortium. */
  hasLeft: (memberId: string) => boolean;
  hash: Hash;
  /** Reads the private key of a secret ballot; absent where the caller may not. */
  keys?: BallotKeys | undefined;
  audit: AuditLine;
  /** Returns what is written together with the result. */
  beside?: (counted: Counted, method: StoredBallot['method']) => readonly Write[];
};

/** Opens the envelopes of a secret ballot in memory; undefined for an open ballot. */
const openedOf = async ({ ballotId, secret, method }: StoredBallot, rows: readonly StoredVoter[], keys: BallotKeys) =>
  secret && {
    opened: openEnvelopes(
      rows.flatMap(({ envelope }) => envelope ?? []),
      await keys.opener(ballotId),
      method,
    ),
  };

/**
 * Closes a ballot whose time is over: seals all rows, counts what is in them, and writes the result once. A call that was interrupted is
 * repeated; it counts the same rows and writes the same result.
 */
export const closeBallot = async (table: Table, { ballotId, now, hasLeft, hash, keys, audit, beside }: Close) => {
  const store = ballotStore(table);
  const ballot = await store.get(ballotId);
  if (!ballot || ballot.state === 'opening')
    return refuse('ballot-unknown', 'There is no such ballot.', '/path/ballotId');
  if (ballot.counted) return answer(ballot.counted);
  if (ballot.state !== 'open') return refuse('cancelled', 'The ballot was cancelled.');
  if (now < ballot.closesAt) return refuse('still-open', 'Members can still vote.');
  if (ballot.secret && !keys) return refuse('counted-by-schedule', 'A secret ballot is counted by the schedule alone.');
  await store.seal(ballotId);
  const rows = await store.voters(ballotId);
  const struck = ballot.leavers === 'strike' ? rows.map(({ memberId }) => memberId).filter(hasLeft) : [];
  const opened = keys && (await openedOf(ballot, rows, keys));
  const counted = countRecord(recordOf({ ...ballot, struck, ...opened }, rows), hash);
  if (
    await store.count(ballot, { counted, countedAt: now, struck, ...opened }, audit, beside?.(counted, ballot.method))
  )
    return answer(counted);
  const other = await store.get(ballotId);
  return other?.counted ? answer(other.counted) : refuse('cancelled', 'The ballot was cancelled.');
};
