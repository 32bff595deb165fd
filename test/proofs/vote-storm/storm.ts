import { randomFrom } from '../../../demo/random.ts';
import { ballotKeys } from '../../../functions/governance/data/ballot-key-store.ts';
import { ballotStore, type StoredBallot } from '../../../functions/governance/data/ballot-store.ts';
import {
  type BallotTerms,
  type Counted,
  countRecord,
  differences,
  sealOf,
} from '../../../functions/governance/domain/ballots/ballot.ts';
import { hasVoted } from '../../../functions/governance/domain/ballots/voter-row.ts';
import { type Choice, choices, votingRuleSchema } from '../../../functions/governance/domain/ballots/voting-rule.ts';
import { sealVote } from '../../../functions/governance/public/seal-vote.ts';
import { castSecretVote } from '../../../functions/governance/use-cases/cast-secret-vote.ts';
import { castVote } from '../../../functions/governance/use-cases/cast-vote.ts';
import { closeBallot, recordOf } from '../../../functions/governance/use-cases/close-ballot.ts';
import { destroyKeys } from '../../../functions/governance/use-cases/voting/secret-opening.ts';
import { canonicalJson } from '../../../layers/kernel/text/canonical-json.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { staffOf } from '../../../layers/platform/http/actor.ts';
import { sha256 } from '../../../layers/platform/objects/sha-256.ts';
import { readEnvironment } from '../../../layers/platform/runtime/environment.ts';
import { countingIds, systemIds } from '../../../layers/platform/runtime/ids.ts';
import { staffAt } from '../../builders/people.ts';
import { parametersInMemory } from '../../builders/secret-parameters.ts';
import { CallFailed, faultyTable } from './faulty-table.ts';

const opensAt = '2026-03-05T14:00:00.000Z';
const during = Date.parse('2026-03-08T10:00:00.000Z');
const closesAt = '2026-03-12T13:00:00.000Z';
const rule = votingRuleSchema.parse({
  majority: { of: { numerator: 1, denominator: 2 }, compare: 'more-than', base: 'yes-and-no', unit: 'heads' },
  ...{ vetoes: [], recusalReducesBase: true },
});

type Wanted = { voters: number; isSecret: boolean; seed: number; failsIn: number };

/** What a storm found; every number of `broken` is a fault. */
export type Storm = {
  votes: number;
  attempts: number;
  calls: number;
  /** At how many calls of the count a counter stopped. */
  stops: number;
  broken: { lost: number; twice: number; result: number; recount: number; changed: number };
};

/**
 * Lets all members of a ballot vote at the same time, each until its vote is confirmed, while calls of the table fail before or after they are
 * carried out. A third of the members change their vote in the same way, and for another third two persons vote at once. Then the ballot is counted by workers of which each stops at a later call
 * than the one before, until one is done.
 */
export const voteStorm = async (table: Table, { voters, isSecret, seed, failsIn }: Wanted): Promise<Storm> => {
  const random = randomFrom(seed);
  const ids = { ...countingIds(), secret: systemIds.secret };
  const parameters = parametersInMemory();
  const keys = ballotKeys({ environment: readEnvironment({ BALLOT_KEYS: '/storm' }) }, parameters);
  const store = ballotStore(table);
  const ballotId = isSecret ? 'secret' : 'open';
  const members = Array.from({ length: voters }, (_, place) => `m${String(place).padStart(4, '0')}`);
  const list = members.map((memberId) => ({ memberId, weight: '1' }));
  if (isSecret) await store.noteKey(ballotId, opensAt);
  const publicKey = isSecret ? await keys.make(ballotId) : '';
  const terms: BallotTerms = {
    ...{ ballotId, question: 'A storm of votes?', textHash: 'a'.repeat(64), leavers: 'stand', opensAt, closesAt, rule },
    ...(isSecret && { secret: { publicKey, fewest: 5 } }),
  };
  const audit = (did: string) => ({
    ...{
      subject: `ballot:${ballotId}`,
      at: opensAt,
      auditId: ids.next('audit', during),
      by: 'schedule',
      did,
      detail: {},
    },
  });
  const rows = list.map((voter) => ({
    ...{ ...voter, opensAt, closesAt, version: 0 },
    ...(isSecret && { token: ids.secret() }),
  }));
  const opening: StoredBallot = { ...terms, state: 'opening', seal: sealOf(terms, list, sha256), v: 1 };
  await store.open(opening, rows, audit('open-ballot'));

  let attempts = 0;
  const faulty = faultyTable(table, () => (random() * failsIn < 1 ? (random() < 0.5 ? 'before' : 'after') : undefined));
  /** Tries until the vote is confirmed, as a person does who sees an error: reads the own row again, and votes again. */
  const until = async (memberId: string, choice: Choice): Promise<number> => {
    const actor = staffOf(staffAt(memberId, 'member-admin'));
    const clock = { now: () => during };
    const envelope = isSecret ? await sealVote(publicKey, choice) : '';
    for (;;) {
      attempts += 1;
      try {
        const row = await ballotStore(faulty.table).voter(ballotId, memberId);
        if (!row) throw new Error(`There is no row of ${memberId}.`);
        const of = { ballotId, memberId, actor, clock, ids };
        const outcome = isSecret
          ? await castSecretVote(faulty.table, { ...of, envelope, token: row.token ?? '' })
          : await castVote(faulty.table, { ...of, choice, version: row.version });
        if ('ok' in outcome) return 'version' in outcome.ok ? outcome.ok.version : 0;
      } catch (error) {
        if (!(error instanceof CallFailed)) throw error;
      }
    }
  };
  const drawn = (): Choice => choices[Math.floor(random() * choices.length)] ?? 'yes';
  const last = new Map<string, { choice: Choice; version: number }>();
  let sameVersion = 0;
  const voteOf = async (memberId: string, place: number): Promise<void> => {
    // A member changes its vote; another one has two persons who vote at the same time.
    const turns = place % 3 === 0 ? 2 : 1;
    for (let turn = 0; turn < turns; turn += 1) {
      const first = drawn();
      // A secret row does not say which of two votes came later: both persons vote the same.
      const given = place % 3 === 1 ? [first, isSecret ? first : drawn()] : [first];
      const versions = await Promise.all(given.map((choice) => until(memberId, choice)));
      const [version, other] = versions;
      if (!isSecret && version === other) sameVersion += 1;
      const at = versions.indexOf(Math.max(...versions));
      last.set(memberId, { choice: given[at] ?? first, version: versions[at] ?? 0 });
    }
  };
  await Promise.all(members.map(voteOf));

  const counting = (from: Table) =>
    closeBallot(from, {
      ...{ ballotId, now: closesAt, hasLeft: () => false, hash: sha256, keys, audit: audit('count-ballot') },
    });
  const found: Counted[] = [];
  const countOnce = async (failing: Parameters<typeof faultyTable>[1]): Promise<boolean> => {
    const worker = faultyTable(table, failing);
    try {
      const outcome = await counting(worker.table);
      if ('ok' in outcome) found.push(outcome.ok);
      await destroyKeys({ keys, ballots: ballotStore(worker.table) }, Date.parse(closesAt));
      return true;
    } catch (error) {
      if (!(error instanceof CallFailed)) throw error;
      return false;
    } finally {
      // What was counted is read past the faults: a later worker must not change it.
      const counted = (await store.get(ballotId))?.counted;
      if (counted) found.push(counted);
    }
  };
  let stops = 0;
  for (let done = false; !done; ) {
    const at = stops + 1;
    let call = 0;
    done = await countOnce(() => {
      call += 1;
      // The worker stops for good: all its later calls fail too.
      return call < at ? undefined : call === at ? 'after' : 'before';
    });
    if (!done) stops += 1;
  }
  await Promise.all([counting(table), counting(table)]).then((both) => {
    for (const one of both) if ('ok' in one) found.push(one.ok);
  });

  const ballot = await store.get(ballotId);
  const after = await store.voters(ballotId);
  const result = ballot?.counted;
  if (!(ballot && result)) throw new Error('The ballot was not counted.');
  const record = recordOf(ballot, after);
  const sum = (choice: Choice): string => String([...last.values()].filter((one) => one.choice === choice).length);
  const heads = { yes: sum('yes'), no: sum('no'), abstain: sum('abstain'), entitled: String(voters) };
  const named = new Set(isSecret ? record.secret?.cast : record.votes.map(({ memberId }) => memberId));
  const cast = isSecret ? (record.secret?.papers.length ?? 0) : record.votes.length;
  const isSame = (one: Counted): boolean => canonicalJson(one) === canonicalJson(result);
  const wrong = record.votes.filter(({ memberId, choice }) => last.get(memberId)?.choice !== choice).length;
  return {
    ...{ votes: last.size, attempts, calls: faulty.calls(), stops },
    broken: {
      lost: voters - named.size + after.filter((row) => !hasVoted(row)).length + wrong,
      twice: Math.max(0, cast - voters) + sameVersion,
      result: canonicalJson(result.result.heads) === canonicalJson(heads) ? 0 : 1,
      recount:
        differences(record, countRecord(record, sha256), sha256).length + differences(record, result, sha256).length,
      changed: found.filter((one) => !isSame(one)).length + parameters.stored.size,
    },
  };
};
