import { createHash } from 'node:crypto';
import { ballotStore, type StoredBallot } from '../../../functions/governance/data/ballot-store.ts';
import { type BallotTerms, countRecord, sealOf } from '../../../functions/governance/domain/ballots/ballot.ts';
import type { VoterRow } from '../../../functions/governance/domain/ballots/voter-row.ts';
import { type Choice, votingRuleSchema } from '../../../functions/governance/domain/ballots/voting-rule.ts';
import { castVote } from '../../../functions/governance/use-cases/cast-vote.ts';
import { closeBallot, recordOf } from '../../../functions/governance/use-cases/close-ballot.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { staffOf } from '../../../layers/platform/http/actor.ts';
import { countingIds } from '../../../layers/platform/runtime/ids.ts';
import type { AuditLine } from '../../../layers/records/audit/data/audit.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { staffAt } from '../../builders/people.ts';

const hash = (text: string) => createHash('sha256').update(text).digest('hex');
const [opensAt, during, closesAt] = [
  '2026-03-05T14:00:00.000Z',
  '2026-03-08T10:00:00.000Z',
  '2026-03-12T13:00:00.000Z',
];
const terms: BallotTerms = {
  ...{ ballotId: 'b1', question: 'Limit of 20 holds?', textHash: 'a'.repeat(64), leavers: 'stand', opensAt, closesAt },
  rule: votingRuleSchema.parse({
    majority: { of: { numerator: 1, denominator: 2 }, compare: 'more-than', base: 'yes-and-no', unit: 'heads' },
    ...{ vetoes: [], recusalReducesBase: true },
  }),
};
const members = Array.from({ length: 120 }, (_, place) => `m${String(place).padStart(3, '0')}`);
const rowOf = (memberId: string): VoterRow => ({ memberId, weight: '1', opensAt, closesAt, version: 0 });

const ids = countingIds();
let lines = 0;
const line = (did: string, at: string): AuditLine => {
  lines += 1;
  return { subject: 'ballot:b1', at, auditId: `aud_${lines}`, by: 'staff:stf_1', did, detail: {} };
};
const open = async (table: Table, voters = members): Promise<void> => {
  const list = voters.map((memberId) => ({ memberId, weight: '1' }));
  const ballot: StoredBallot = { ...terms, state: 'opening', seal: sealOf(terms, list, hash), v: 1 };
  await ballotStore(table).open(ballot, voters.map(rowOf), line('ballot-opened', opensAt));
};
type Part = { choice?: Choice; version?: number; now?: string };
const vote = (table: Table, memberId: string, { choice = 'yes', version = 0, now = during }: Part = {}) =>
  castVote(table, {
    ...{ ballotId: 'b1', memberId, choice, version, actor: staffOf(staffAt(memberId, 'member-admin')) },
    ...{ clock: { now: () => Date.parse(now) }, ids },
  });
const close = (table: Table, now = closesAt) =>
  closeBallot(table, { ballotId: 'b1', now, hasLeft: () => false, hash, audit: line('ballot-counted', now) });
const refusal = (outcome: object) =>
  'refused' in outcome && Array.isArray(outcome.refused) ? (outcome.refused as { code: string }[])[0]?.code : undefined;

describe('Open ballots on DynamoDB Local', () => {
  test('G44 Of 40 votes of one member on the same version one counts, and all others read the stored version', async () => {
    const table = await aTable();
    await open(table, members.slice(0, 6));
    const outcomes = await Promise.all(
      Array.from({ length: 40 }, (_, place) => vote(table, 'm000', { choice: place % 2 === 0 ? 'yes' : 'no' })),
    );
    expect(outcomes.filter((one) => refusal(one) === undefined)).toHaveLength(1);
    expect(outcomes.filter((one) => refusal(one) === 'outdated')).toHaveLength(39);
    expect((await ballotStore(table).voter('b1', 'm000'))?.version).toBe(1);
  });

  test('120 members vote at the same time, and each is counted once; a recount of the download agrees', async () => {
    const table = await aTable();
    await Promise.all([open(table), open(table)]);
    const choices = members.map((_, place): Choice => (place % 3 === 0 ? 'no' : 'yes'));
    await Promise.all(
      members.map((member, place) => vote(table, member, { ...(choices[place] && { choice: choices[place] }) })),
    );
    // Some change their vote, and some outsiders try.
    await Promise.all(members.slice(0, 20).map((member) => vote(table, member, { choice: 'abstain', version: 1 })));
    expect(refusal(await vote(table, 'outsider'))).toBe('not-on-list');
    const [first, second] = await Promise.all([close(table), close(table)]);
    expect(first).toEqual(second);
    const heads = { yes: '67', no: '33', abstain: '20', entitled: '120' };
    expect(first).toMatchObject({ ok: { result: { outcome: 'carried', heads } } });
    const store = ballotStore(table);
    const ballot = await store.get('b1');
    if (!ballot) throw new Error('The ballot is gone.');
    expect(countRecord(recordOf(ballot, await store.voters('b1')), hash)).toEqual(ballot.counted);
    expect(ballot.counted?.seal).toBe(ballot.seal);
  });

  test('G34 A vote is refused at the close, and a vote written after its row was sealed never counts', async () => {
    const table = await aTable();
    await open(table, members.slice(0, 6));
    const store = ballotStore(table);
    await vote(table, 'm000', { now: '2026-03-12T12:59:59.999Z' });
    expect(refusal(await vote(table, 'm000', { choice: 'no', version: 1, now: closesAt }))).toBe('closed');
    expect(refusal(await close(table, '2026-03-12T12:59:59.999Z'))).toBe('still-open');
    // This writer read its row and its clock before the close.
    const late = await store.voter('b1', 'm001');
    await close(table);
    if (!late) throw new Error('The voter is gone.');
    const cast = { choice: 'no' as const, by: 'stf_m001', capacity: 'delegate' as const, at: during, version: 1 };
    expect(await store.put({ ...late, vote: cast, version: 1, v: late.v + 1 }, line('voted', during))).toBe(false);
    expect(refusal(await vote(table, 'm001', { now: '2026-03-12T12:59:59.990Z' }))).toBe('closed');
    expect(await close(table)).toMatchObject({ ok: { result: { heads: { yes: '1', no: '0' } } } });
  });

  test('A cancelled ballot takes no votes, is not counted, and shows its reason', async () => {
    const table = await aTable();
    await open(table, members.slice(0, 3));
    const store = ballotStore(table);
    const ballot = await store.get('b1');
    if (!ballot) throw new Error('The ballot is gone.');
    const cancelled = { by: 'stf_1', at: during, reason: 'The text had an error.' };
    expect(await store.cancel(ballot, cancelled, line('ballot-cancelled', during))).toBe(true);
    expect([refusal(await vote(table, 'm000')), refusal(await close(table))]).toEqual(['cancelled', 'cancelled']);
    expect((await store.get('b1'))?.cancelled).toEqual(cancelled);
  });

  test('An opening that stopped halfway continues with the same list, and takes no votes before', async () => {
    const table = await aTable();
    const failing: Table = {
      ...table,
      write: async (writes) => {
        if (writes.length > 1) throw new Error('interrupted');
        return table.write(writes);
      },
    };
    await expect(open(failing, members.slice(0, 60))).rejects.toThrow('interrupted');
    expect(refusal(await vote(table, 'm000'))).toBe('ballot-unknown');
    await open(table, members.slice(0, 60));
    expect(await ballotStore(table).voters('b1')).toHaveLength(60);
    expect(refusal(await vote(table, 'm000'))).toBeUndefined();
  });
});
