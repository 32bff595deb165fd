import * as z from 'zod';
import { chunks } from '../../../layers/kernel/collections/chunks.ts';
import { absent, and, equals, lacks, unchanged } from '../../../layers/platform/dynamodb/condition.ts';
import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import { type AuditLine, auditWrite } from '../../../layers/records/audit/data/audit.ts';
import { ballotStates, ballotTermsSchema, type Counted } from '../domain/ballots/ballot.ts';
import { voteChoiceSchema } from '../domain/ballots/method.ts';
import { proxyRuleSchema } from '../domain/ballots/proxies.ts';
import { openedVotesSchema } from '../domain/ballots/secret-ballot.ts';
import type { VoteEmail } from '../domain/ballots/vote-email.ts';
import { capacities, type VoterRow } from '../domain/ballots/voter-row.ts';
import { voterSchema } from '../domain/ballots/voting-rule.ts';
import { key } from './keys.ts';

/** How many rows of voters one transaction writes. */
const AT_ONCE = 50;

/** A ballot as stored: its terms, its state, and what was counted. `v` counts its changes. */
const storedBallotSchema = ballotTermsSchema.extend({
  state: z.enum(ballotStates),
  proposalId: z.string().exactOptional(),
  /** The name of the rule, and whether votes are shown before the ballot is counted, by the bylaws of its opening. */
  ruleName: z.string().exactOptional(),
  votesShown: z.enum(['at-once', 'after-close']).exactOptional(),
  /** Which proxies members may give, by the bylaws of its opening. */
  proxies: proxyRuleSchema.exactOptional(),
  /** The seed of the lot. Nobody reads it before the count. */
  lotSeed: z.string().exactOptional(),
  /** Of the terms and the list of voters. */
  seal: z.string(),
  counted: z.custom<Counted>((value) => typeof value === 'object' && value !== null).exactOptional(),
  countedAt: z.iso.datetime().exactOptional(),
  /** What was opened of a secret ballot, in the write of the result. */
  opened: openedVotesSchema.exactOptional(),
  /** The members that left before the close and were struck from the list, where the rule strikes them. */
  struck: z.array(z.string()).exactOptional(),
  cancelled: z.strictObject({ by: z.string(), at: z.iso.datetime(), reason: z.string() }).exactOptional(),
  v: z.int(),
});
export type StoredBallot = z.infer<typeof storedBallotSchema>;

const storedVoterSchema = voterSchema.extend({
  ballotId: z.string(),
  opensAt: z.iso.datetime(),
  closesAt: z.iso.datetime(),
  sealed: z.literal(true).exactOptional(),
  ...{ proxy: z.string().exactOptional(), held: z.int().min(0).exactOptional() },
  vote: z
    .strictObject({
      ...{ choice: voteChoiceSchema, by: z.string(), capacity: z.enum(capacities) },
      ...{ at: z.iso.datetime(), version: z.int() },
    })
    .exactOptional(),
  alternates: z.literal(true).exactOptional(),
  version: z.int(),
  ...{
    token: z.string().exactOptional(),
    voted: z.literal(true).exactOptional(),
    envelope: z.string().exactOptional(),
  },
  v: z.int(),
});
/** A member's row in a ballot as stored; sealing it is a change as well. */
export type StoredVoter = z.infer<typeof storedVoterSchema>;

const noteSchema = z.strictObject({ ballotId: z.string(), at: z.iso.datetime(), v: z.int() });

/** An e-mail about a ballot to the administrators of a member. */
type EmailClaim = { ballotId: string; memberId: string; which: VoteEmail };

/**
 * Stores open ballots: one item for the terms, and one for each voter. A vote changes the voter's own item only, so that votes at the same
 * time never conflict.
 */
export type BallotStore = {
  /** A strong read. */
  get(ballotId: string): Promise<StoredBallot | undefined>;
  /** A strong read of one voter's row. */
  voter(ballotId: string, memberId: string): Promise<StoredVoter | undefined>;
  /** Reads rows of voters as they were a moment ago: for lists. */
  rowsOf(voters: readonly { ballotId: string; memberId: string }[]): Promise<StoredVoter[]>;
  /** Reads all rows of voters, strongly. */
  voters(ballotId: string): Promise<StoredVoter[]>;
  /**
   * Writes the terms, the rows of all voters, and then the state `open`, with the writes beside it. A repeated call continues where an earlier one
   * stopped. False when a condition of the writes beside it failed.
   */
  open(
    ballot: StoredBallot,
    voters: readonly VoterRow[],
    audit: AuditLine,
    beside?: readonly Write[],
  ): Promise<boolean>;
  /**
   * Writes a row with an envelope while it has the token that was read and is not sealed; otherwise false. `v` stays, so that no row says how often
   * a vote was changed. Only the first vote has an audit line.
   */
  putEnvelope(before: StoredVoter, after: VoterRow, audit: AuditLine): Promise<boolean>;
  /** Writes a row with its next vote or proxy; false when the row was changed or sealed since it was read. */
  put(voter: StoredVoter, audit: AuditLine): Promise<boolean>;
  /** Writes the rows of a member and of the holder of its proxy together; false when one was changed or sealed since it was read. */
  putBoth(rows: readonly [StoredVoter, StoredVoter], audit: AuditLine): Promise<boolean>;
  /** Claims the sending of an e-mail to a member; false when it is claimed already. */
  claimEmail(claim: EmailClaim, at: string): Promise<boolean>;
  /** Gives back a claim whose e-mail was not sent. */
  releaseEmail(claim: EmailClaim): Promise<void>;
  /** Returns the members whose e-mail of this kind is claimed. */
  emailsOf(ballotId: string, which: VoteEmail): Promise<Set<string>>;
  /** Seals all rows: a vote that was read before and is written after fails. Repeatable. */
  seal(ballotId: string): Promise<void>;
  /** Writes what was counted, if nothing was, with the writes beside it; false otherwise. */
  count(
    ballot: StoredBallot,
    counted: { counted: Counted; countedAt: string; struck: readonly string[]; opened?: StoredBallot['opened'] },
    audit: AuditLine,
    beside?: readonly Write[],
  ): Promise<boolean>;
  /** Deletes the envelopes of a secret ballot; who voted stays. Repeatable. */
  deleteEnvelopes(ballotId: string): Promise<void>;
  /** Notes that a ballot has a private key, before it is made. */
  noteKey(ballotId: string, at: string): Promise<void>;
  /** Returns the ballots whose private key is not destroyed, with the time of the note. */
  keysNoted(): Promise<{ ballotId: string; at: string }[]>;
  /** Deletes the note of a key that was destroyed. */
  forgetKey(ballotId: string): Promise<void>;
  /** Cancels a ballot that was not counted, with the writes beside it; its rows and the reason stay. */
  cancel(
    ballot: StoredBallot,
    cancelled: NonNullable<StoredBallot['cancelled']>,
    audit: AuditLine,
    beside?: readonly Write[],
  ): Promise<boolean>;
};

const plain = ({ pk: _p, sk: _s, entity: _e, schema: _c, ...rest }: Record<string, unknown>): unknown => rest;
const readVoter = (row: Record<string, unknown>): StoredVoter => storedVoterSchema.parse(plain(row));

const voterItem = (voter: StoredVoter) => ({
  ...key('ballotVoter', voter),
  ...stamp('ballotVoter', voter.v),
  ...voter,
});

/** Stores ballots in the table. */
export const ballotStore = (table: Table): BallotStore => {
  const voters: BallotStore['voters'] = async (ballotId) => {
    const { pk: partition } = key('ballotVoter', { ballotId, memberId: '-' });
    return (await table.queryAll({ partition, begins: 'VOTER#', strong: true })).map(readVoter);
  };
  const get: BallotStore['get'] = async (ballotId) => {
    const found = await table.get(key('ballot', { ballotId }), { strong: true });
    return found && storedBallotSchema.parse(plain(found));
  };
  const step = async (
    ballot: StoredBallot,
    set: Record<string, unknown>,
    audit: AuditLine,
    beside: readonly Write[] = [],
  ): Promise<boolean> =>
    (await table.write([
      { update: key('ballot', ballot), set, when: and(unchanged(ballot.v), equals('state', ballot.state)) },
      auditWrite(audit),
      ...beside,
    ])) === undefined;
  return {
    ...{ get, voters },
    voter: async (ballotId, memberId) => {
      const found = await table.get(key('ballotVoter', { ballotId, memberId }), { strong: true });
      return found && readVoter(found);
    },
    rowsOf: async (wanted) => {
      const found = await table.getMany(wanted.map((one) => key('ballotVoter', one)));
      return found.flatMap((row) => (row ? [readVoter(row)] : []));
    },
    open: async (ballot, rows, audit, beside) => {
      const first = { ...ballot, state: 'opening' as const, v: 1 };
      await table.write([{ put: { ...key('ballot', first), ...stamp('ballot', 1), ...first }, when: absent() }]);
      const missingRows = async () => {
        const written = new Set((await voters(ballot.ballotId)).map(({ memberId }) => memberId));
        return rows.filter(({ memberId }) => !written.has(memberId));
      };
      // A part that another attempt wrote meanwhile is refused as a whole, and read as written in the next turn.
      for (let missing = await missingRows(); missing.length > 0; missing = await missingRows()) {
        for (const part of chunks(missing, AT_ONCE)) {
          const puts = part.map((row) => voterItem({ ...row, ballotId: ballot.ballotId, v: 1 }));
          await table.write(puts.map((put) => ({ put, when: absent() })));
        }
      }
      const now = await get(ballot.ballotId);
      if (now?.seal !== ballot.seal) return false;
      return now.state !== 'opening' || (await step(now, { state: 'open' }, audit, beside));
    },
    putEnvelope: async (before, after, audit) => {
      const put = voterItem({ ...after, ballotId: before.ballotId, v: before.v });
      const when = and(equals('token', before.token), lacks('sealed'));
      return (await table.write([{ put, when }, ...(before.voted ? [] : [auditWrite(audit)])])) === undefined;
    },
    put: async (voter, audit) =>
      (await table.write([{ put: voterItem(voter), when: unchanged(voter.v - 1) }, auditWrite(audit)])) === undefined,
    putBoth: async (rows, audit) => {
      const puts = rows.map((row) => ({ put: voterItem(row), when: unchanged(row.v - 1) }));
      return (await table.write([...puts, auditWrite(audit)])) === undefined;
    },
    claimEmail: async (claim, at) => {
      const put = { ...key('ballotEmail', claim), ...stamp('ballotEmail', 1), ...claim, at };
      return (await table.write([{ put, when: absent() }])) === undefined;
    },
    releaseEmail: async (claim) => {
      await table.write([{ delete: key('ballotEmail', claim) }]);
    },
    emailsOf: async (ballotId, which) => {
      const { pk: partition } = key('ballotEmail', { ballotId, which, memberId: '-' });
      const rows = await table.queryAll({ partition, begins: `EMAIL#${which}#` });
      return new Set(rows.map(({ memberId }) => String(memberId)));
    },
    seal: async (ballotId) => {
      for (let left = await voters(ballotId); left.some(({ sealed }) => !sealed); left = await voters(ballotId)) {
        for (const { memberId, sealed } of left) {
          if (!sealed)
            await table.write([{ update: key('ballotVoter', { ballotId, memberId }), set: { sealed: true } }]);
        }
      }
    },
    count: (ballot, counted, audit, beside) => step(ballot, { state: 'counted', ...counted }, audit, beside),
    deleteEnvelopes: async (ballotId) => {
      for (const { memberId, envelope } of await voters(ballotId)) {
        if (envelope !== undefined)
          await table.write([{ update: key('ballotVoter', { ballotId, memberId }), remove: ['envelope'] }]);
      }
    },
    noteKey: async (ballotId, at) => {
      const put = { ...key('ballotKey', { ballotId }), ...stamp('ballotKey', 1), ballotId, at };
      await table.write([{ put, when: absent() }]);
    },
    keysNoted: async () => {
      const { pk: partition } = key('ballotKey', { ballotId: '-' });
      return (await table.queryAll({ partition, strong: true })).map((row) => noteSchema.parse(plain(row)));
    },
    forgetKey: async (ballotId) => {
      await table.write([{ delete: key('ballotKey', { ballotId }) }]);
    },
    cancel: (ballot, cancelled, audit, beside) => step(ballot, { state: 'cancelled', cancelled }, audit, beside),
  };
};
