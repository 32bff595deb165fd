import { createHash } from 'node:crypto';
import { type BallotRecord, countRecord, differences } from './ballot.ts';
import { type BallotMethod, choiceFits, openedMethod, type VoteChoice } from './method.ts';
import { votingRuleSchema } from './voting-rule.ts';

const hash = (text: string) => createHash('sha256').update(text).digest('hex');
const rule = (over: object = {}) =>
  votingRuleSchema.parse({
    majority: { of: { numerator: 1, denominator: 2 }, compare: 'more-than', base: 'yes-and-no', unit: 'heads' },
    ...{ vetoes: [], recusalReducesBase: true, ...over },
  });
const quorum = { of: { numerator: 1, denominator: 2 }, compare: 'more-than', unit: 'heads', abstentionsCount: true };
const seed = 'a1b2';
const letters = (text: string): string[] => [...text].map((one) => String('ABCD'.indexOf(one) + 1));
const election = (
  by: Exclude<BallotMethod['by'], 'consent'>,
  names: string,
  seats = 1,
  most?: number,
): BallotMethod => ({
  ...{
    by,
    seats,
    lot: hash(seed),
    options: letters(names).map((optionId, place) => ({ optionId, name: names[place] ?? '' })),
  },
  ...(most !== undefined && { most }),
});

/** The record of a ballot with papers such as `8 ABCD`, each by a member of its own. */
const papersOf = (method: BallotMethod, texts: readonly string[], over: object = {}, absent = 0): BallotRecord => {
  const papers = texts.flatMap((text) => {
    const [count, order = ''] = text.split(' ');
    return Array.from({ length: Number(count) }, () => letters(order));
  });
  const members = Array.from({ length: papers.length + absent }, (_, place) => `m${String(place).padStart(2, '0')}`);
  return {
    terms: {
      ...{ ballotId: 'b1', question: 'Which?', textHash: 'a'.repeat(64), leavers: 'stand', rule: rule(over), method },
      ...{ opensAt: '2026-03-05T14:00:00.000Z', closesAt: '2026-03-12T13:00:00.000Z' },
    },
    voters: members.map((memberId) => ({ memberId, weight: '1' })),
    votes: papers.map((marks, place) => ({
      memberId: members[place] ?? '',
      choice: method.by === 'approval' ? { approves: marks } : { ranking: marks },
    })),
    lot: seed,
  };
};
const counted = (record: BallotRecord) => countRecord(record, hash).result;
const g25 = ['8 ABCD', '5 BCDA', '4 CDBA', '4 DCBA'];

describe('Ballots among options', () => {
  test('G25 The same papers elect by Schulze the option that beats all, and by run-off what the lot decides, with both outcomes', () => {
    const schulze = counted(papersOf(election('schulze', 'ABCD'), g25));
    expect(schulze).toMatchObject({ outcome: 'elected', election: { elected: ['2'], papers: 21, rounds: [] } });
    expect(schulze.election?.pairs?.['2']).toEqual({ 1: 13, 3: 13, 4: 13 });
    const { election: runoff } = counted(papersOf(election('instant-runoff', 'ABCD'), g25));
    expect(runoff?.tied).toEqual(['3', '4']);
    expect(runoff?.ifLeft).toEqual({ 3: ['4'], 4: ['3'] });
    const [first] = ['3', '4'].sort((a, b) => (hash(`${seed} ${a}`) < hash(`${seed} ${b}`) ? -1 : 1));
    expect(runoff?.elected).toEqual([first === '3' ? '4' : '3']);
  });
  test('G27 A bylaws rule of all votes cast elects nobody without a majority of all papers', () => {
    const papers = ['6 A', '4 B', '3 CB', '2 C'];
    const result = counted(papersOf(election('instant-runoff', 'ABC'), papers));
    expect(result.election).toMatchObject({ elected: ['1'], papers: 15, rounds: [{ left: '2' }, { exhausted: '4' }] });
    const majority = { of: { numerator: 1, denominator: 2 }, compare: 'more-than', base: 'cast', unit: 'heads' };
    const strict = counted(papersOf(election('instant-runoff', 'ABC'), papers, { majority }));
    expect([strict.outcome, strict.election?.elected]).toEqual(['lost', []]);
  });
  test('G28 A surplus is published as an exact fraction', () => {
    const { election: result } = counted(
      papersOf(election('transferable-vote', 'ABCD', 2), ['3 ABC', '2 ACB', '2 DB', '1 BD'], {}, 0),
    );
    expect(result?.rounds[0]).toMatchObject({ elected: ['1'] });
    expect(result?.rounds[1]?.counts['2']).toBe('11/5');
  });
  test('G29 Of equal approvals the lot chooses by the seed whose checksum was sealed at the opening', () => {
    const record = papersOf(election('approval', 'ABC', 1, 1), ['9 A', '9 B', '7 C']);
    const result = counted(record);
    const [first] = ['1', '2'].sort((a, b) => (hash(`${seed} ${a}`) < hash(`${seed} ${b}`) ? -1 : 1));
    expect(result.election).toMatchObject({ elected: [first], tied: [first, first === '1' ? '2' : '1'] });
    const published = countRecord(record, hash);
    expect(differences(record, published, hash)).toEqual([]);
    expect(differences({ ...record, lot: 'another' }, published, hash)).toContain('terms');
  });
  test('G30 A paper with more marks than allowed, an option twice, or one that does not exist is no vote of the ballot', () => {
    const approval = election('approval', 'ABCD', 1, 2);
    const fits = (choice: VoteChoice, method: BallotMethod | undefined = approval) => choiceFits(method, choice);
    expect([fits({ approves: ['1', '2'] }), fits({ approves: [] })]).toEqual([true, true]);
    expect([
      fits({ approves: ['1', '2', '3'] }),
      ...[fits({ approves: ['1', '1'] }), fits({ approves: ['9'] }), fits({ ranking: ['1'] }), fits('yes')],
      ...[fits({ answer: 'consent' }), choiceFits(undefined, { answer: 'consent' })],
      fits('yes', { by: 'consent', reviewOn: '2027-03-01' }),
    ]).toEqual(Array.from({ length: 8 }, () => false));
  });
  test('Abstentions take part, and too few papers choose nothing', () => {
    const method = election('approval', 'AB');
    const papers = papersOf(method, ['2 A', '1 '], { quorum }, 3);
    expect(counted(papers)).toMatchObject({
      ...{ outcome: 'inquorate', heads: { yes: '2', abstain: '1', entitled: '6' } },
      election: { elected: [] },
    });
    expect(counted(papersOf(method, ['1 A', '3 '], { quorum }, 2))).toMatchObject({
      ...{ outcome: 'elected', election: { elected: ['1'], papers: 1 } },
    });
    expect(counted(papersOf(method, ['4 '], { quorum }))).toMatchObject({ outcome: 'lost' });
  });
  test('G80 The record of each method is counted again in any order of its rows, and one changed paper is noticed', () => {
    for (const by of ['approval', 'instant-runoff', 'schulze', 'transferable-vote'] as const) {
      const record = papersOf(election(by, 'ABCD', by === 'transferable-vote' ? 2 : 1), g25);
      const published = countRecord(record, hash);
      const shuffled = { ...record, voters: record.voters.toReversed(), votes: record.votes.toReversed() };
      expect(differences(shuffled, published, hash)).toEqual([]);
      const [first, ...others] = record.votes;
      const turned = {
        memberId: first?.memberId ?? '',
        choice: by === 'approval' ? { approves: ['4'] } : { ranking: ['4'] },
      };
      expect(differences({ ...record, votes: [turned, ...others] }, published, hash)).toEqual(['votes', 'result']);
    }
  });
});

describe('Rounds of consent', () => {
  const record = (answers: Record<string, VoteChoice>, over: object = { quorum }): BallotRecord => ({
    ...papersOf({ by: 'consent', reviewOn: '2027-03-01' }, [], over),
    voters: [...'abcdef'].map((memberId) => ({ memberId, weight: '1' })),
    votes: Object.entries(answers).map(([memberId, choice]) => ({ memberId, choice })),
  });
  const consent: VoteChoice = { answer: 'consent' };
  test('G31 One objection among four consents asks for another text; five consents and one aside adopt', () => {
    const objects: VoteChoice = { answer: 'object', reason: 'No staff for it.' };
    const four = { a: consent, b: consent, c: consent, d: consent };
    const aside: VoteChoice = { answer: 'aside' };
    expect(counted(record({ ...four, e: aside, f: objects }))).toMatchObject({
      ...{ outcome: 'objected', objections: ['f'], heads: { yes: '4', abstain: '1', no: '1', entitled: '6' } },
    });
    expect(counted(record({ ...four, e: consent, f: aside }))).toMatchObject({ outcome: 'carried', objections: [] });
  });
  test('G32 Silence is no answer where the bylaws ask for a quorum of answers, and consent where they do not', () => {
    expect(counted(record({ a: consent, b: consent, c: consent }))).toMatchObject({
      ...{ outcome: 'inquorate', quorum: { count: '3', base: '6', isMet: false } },
    });
    expect(counted(record({ a: consent, b: { answer: 'aside' }, c: consent, d: consent })).outcome).toBe('carried');
    expect(counted(record({ a: consent }, {})).outcome).toBe('carried');
  });
  test('A member that is concerned neither consents nor objects', () => {
    const concerned = record({ a: consent, f: { answer: 'object', reason: 'No.' } }, {});
    const voters = concerned.voters.map((one) => (one.memberId === 'f' ? { ...one, recused: true as const } : one));
    expect(counted({ ...concerned, voters })).toMatchObject({ outcome: 'carried', heads: { no: '0', entitled: '5' } });
  });
});

describe('The method of a ballot', () => {
  const opening = { allowed: ['consent', 'approval', 'schulze'] as const, lastDay: '2026-12-08', lot: 'f'.repeat(64) };
  const opened = (wanted: Parameters<typeof openedMethod>[0]['wanted'], options: string[] = []) =>
    openedMethod({ ...opening, wanted, options });
  test('is one that the bylaws allow and that fits the text', () => {
    expect(opened(undefined)).toBeUndefined();
    expect(opened({ by: 'consent', reviewOn: '2027-06-01' })).toMatchObject({ by: 'consent' });
    expect(opened({ by: 'approval', seats: 1, most: 9 }, ['x', 'y'])).toMatchObject({
      ...{
        most: 2,
        options: [
          { optionId: '1', name: 'x' },
          { optionId: '2', name: 'y' },
        ],
      },
    });
    expect(opened({ by: 'instant-runoff', seats: 1 }, ['x', 'y'])).toBe('method-not-allowed');
    expect([
      opened(undefined, ['x', 'y']),
      opened({ by: 'consent', reviewOn: '2027-06-01' }, ['x', 'y']),
      opened({ by: 'consent', reviewOn: '2026-12-08' }),
      ...[opened({ by: 'schulze', seats: 1 }), opened({ by: 'schulze', seats: 2 }, ['x', 'y', 'z'])],
      opened({ by: 'approval', seats: 2 }, ['x', 'y']),
    ]).toEqual(Array.from({ length: 6 }, () => 'method-does-not-fit'));
  });
});
