import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { bylawsSchema, usualBylaws } from '../bylaws/bylaws.ts';
import { type BallotRecord, countRecord, differences } from './ballot.ts';
import { openEnvelopes, secretVoters } from './secret-ballot.ts';
import { castEnvelope, type VoterRow } from './voter-row.ts';
import { type Choice, choices, votingRuleSchema } from './voting-rule.ts';

const hash = (text: string) => createHash('sha256').update(text).digest('hex');
const half = { of: { numerator: 1, denominator: 2 }, compare: 'more-than' };
const rule = votingRuleSchema.parse({
  quorum: { ...half, unit: 'heads', abstentionsCount: true },
  majority: { ...half, base: 'yes-and-no', unit: 'heads' },
  ...{ vetoes: [], recusalReducesBase: true },
});
const [opensAt, closesAt] = ['2026-03-05T14:00:00.000Z', '2026-03-12T13:00:00.000Z'];
const membersOf = (count: number) => Array.from({ length: count }, (_, place) => `m${String(place).padStart(2, '0')}`);
/** The record of a secret ballot of which the first members voted; here an envelope is the JSON of its vote. */
const recordOf = (
  entitled: number,
  envelopes: readonly string[],
  decrypt = (text: string) => text as string | undefined,
): BallotRecord => ({
  terms: {
    ...{ ballotId: 'b1', question: 'Who chairs?', textHash: 'a'.repeat(64), leavers: 'stand', rule, opensAt, closesAt },
    secret: { publicKey: 'AAAA', fewest: 3 },
  },
  voters: secretVoters(membersOf(entitled).map((memberId) => ({ memberId, weight: '7', chamber: 'public' }))),
  votes: [],
  secret: { ...openEnvelopes(envelopes, decrypt, undefined), cast: membersOf(envelopes.length) },
});

describe('Secret ballots', () => {
  test('the list of voters gives each member one vote and no chamber, and who is concerned stays so', () => {
    const listed = [{ memberId: 'a', weight: '40.5', chamber: 'public', recused: true as const }];
    expect(secretVoters(listed)).toEqual([{ memberId: 'a', weight: '1', recused: true }]);
  });

  test('the published votes are in the order of their content, whoever cast which', () => {
    const of = (texts: string[]) => openEnvelopes(texts, (text) => text, undefined);
    expect(of(['"yes"', '"no"', '"abstain"', '"no"'])).toEqual(of(['"no"', '"abstain"', '"no"', '"yes"']));
    expect(of(['"yes"', '"no"', '"no"']).papers).toEqual(['no', 'no', 'yes']);
  });

  test('G57 what is no vote of the ballot is invalid: other text, another shape, another method, an unreadable envelope', () => {
    const decrypt = (text: string) => (text === 'garbage' ? undefined : text);
    const envelopes = ['"yes"', 'garbage', '{', '"maybe"', '{"approves":["1"]}'];
    expect(openEnvelopes(envelopes, decrypt, undefined)).toEqual({ papers: ['yes'], invalid: 4 });
  });

  test('G54 fewer than three votes are not opened, and without the key none is', () => {
    expect(openEnvelopes(['"yes"', '"yes"'], (text) => text, undefined)).toMatchObject({
      papers: [],
      unopened: 'too-few',
    });
    expect(openEnvelopes(['"yes"', '"yes"', '"no"'], undefined, undefined)).toMatchObject({ unopened: 'key-gone' });
    expect(countRecord(recordOf(6, ['"yes"', '"yes"']), hash).result).toMatchObject({
      ...{ outcome: 'inquorate', heads: { yes: '0', no: '0', abstain: '0', entitled: '6' }, majorities: [] },
      secret: { cast: 2, invalid: 0, unopened: 'too-few' },
    });
  });

  test('the sums and the outcome are those of an open ballot with the same votes; another vote gives another seal', () => {
    const casts = fc.record({
      entitled: fc.integer({ min: 8, max: 12 }),
      cast: fc.array(fc.constantFrom<Choice>(...choices), { minLength: 3, maxLength: 8 }),
    });
    fc.assert(
      fc.property(casts, ({ entitled, cast }) => {
        const record = recordOf(
          entitled,
          cast.map((choice) => JSON.stringify(choice)),
        );
        const { secret: _, ...open } = record;
        const votes = cast.map((choice, place) => ({ memberId: membersOf(entitled)[place] ?? '', choice }));
        const [counted, named] = [countRecord(record, hash), countRecord({ ...open, votes }, hash)];
        const { secret, ...result } = counted.result;
        expect(result).toEqual(named.result);
        expect(secret).toEqual({ cast: cast.length, invalid: 0 });
        expect(differences(record, counted, hash)).toEqual([]);
        const papers = record.secret?.papers.toSpliced(0, 1, record.secret.papers[0] === 'yes' ? 'no' : 'yes') ?? [];
        const forged = { ...record, ...(record.secret && { secret: { ...record.secret, papers } }) };
        expect(differences(forged, counted, hash)).toContain('votes');
      }),
    );
  });

  test('G56 a row after several votes differs from one after a single vote in its envelope and its token alone', () => {
    const row: VoterRow = { memberId: 'a', weight: '1', opensAt, closesAt, version: 0, token: 't0' };
    const delegate = { capacity: 'delegate' } as const;
    const vote = (on: VoterRow, envelope: string, next: string): VoterRow => {
      const after = castEnvelope(on, { ...delegate, envelope, now: opensAt, token: on.token ?? '', next });
      if ('refused' in after) throw new Error(after.refused);
      return after;
    };
    const [once, twice] = [vote(row, 'e1', 't1'), vote(vote(row, 'e2', 't2'), 'e1', 't1')];
    expect(twice).toEqual(once);
    const outdated = castEnvelope(once, { ...delegate, envelope: 'e3', now: opensAt, token: 't0', next: 't3' });
    const late = castEnvelope(once, { ...delegate, envelope: 'e3', now: closesAt, token: 't1', next: 't3' });
    expect([outdated, late]).toEqual([{ refused: 'outdated' }, { refused: 'closed' }]);
    const byAlternate = castEnvelope(once, {
      capacity: 'alternate',
      envelope: 'e3',
      now: opensAt,
      token: 't1',
      next: 't3',
    });
    expect(byAlternate).toEqual({ refused: 'no-alternates' });
  });

  test('bylaws allow no secret ballot where weights or the veto of a chamber decide, and none with fewer than three voters', () => {
    const [usual] = usualBylaws.rules;
    const allows = (over: object, fewest = 5): boolean =>
      bylawsSchema.safeParse({
        ...usualBylaws,
        members: [{ memberId: 'a', weight: '2', chamber: 'public', votes: true }],
        rules: [{ ...usual, secret: { fewest }, rule: { ...usual?.rule, ...over } }],
      }).success;
    const byWeight = { majority: { ...usual?.rule.majority, unit: 'weight' } };
    const veto = { vetoes: [{ chamber: 'public', of: { numerator: 2, denominator: 3 } }] };
    expect([allows({}), allows({}, 2), allows(byWeight), allows(veto)]).toEqual([true, false, false, false]);
  });
});
