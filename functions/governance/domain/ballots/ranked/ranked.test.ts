import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { countApprovals } from './approval.ts';
import { instantRunoff } from './instant-runoff.ts';
import { bordaPoints, firstPreferences, pairwise, type Ranking } from './ranking.ts';
import { plus, rational } from './rational.ts';
import { schulze } from './schulze.ts';
import { transferableVote } from './transferable-vote.ts';

/** Ballots from texts such as `8 ABCD`. */
const ballots = (...texts: string[]): Ranking[] =>
  texts.flatMap((text) => {
    const [count, order = ''] = text.split(' ');
    return Array.from({ length: Number(count) }, () => [...order]);
  });
const hash = (text: string) => createHash('sha256').update(text).digest('hex');
const continuing = (lot: string) => ({ lot: [...lot], majorityOf: 'continuing' as const });

describe('Ranked ballots', () => {
  const g25 = ballots('8 ABCD', '5 BCDA', '4 CDBA', '4 DCBA');
  const four = [...'ABCD'];
  test('G25 The methods differ: plurality elects A, Schulze and Borda elect B', () => {
    expect(Object.fromEntries(firstPreferences(four, g25))).toEqual({ A: 8, B: 5, C: 4, D: 4 });
    const { winners, preferred } = schulze(four, g25);
    expect(winners).toEqual(['B']);
    expect(['A', 'C', 'D'].map((other) => preferred.get('B')?.get(other))).toEqual([13, 13, 13]);
    expect(Object.fromEntries(bordaPoints(four, g25))).toEqual({ A: 24, B: 39, C: 38, D: 25 });
  });
  test('G25 A tie at the bottom that decides an instant run-off is reported with both outcomes, and the lot decides', () => {
    const result = instantRunoff(four, g25, continuing('CDAB'));
    expect(result.tie).toEqual({ round: 1, between: ['C', 'D'], winners: { C: ['D'], D: ['C'] } });
    expect(result.winner).toBe('D');
    expect(instantRunoff(four, g25, continuing('DCAB')).winner).toBe('C');
    expect(Object.fromEntries(result.rounds.at(-1)?.counts ?? [])).toEqual({ A: 8, D: 13 });
  });
  test('G26 A cycle is decided by the strongest paths', () => {
    const { winners, preferred, strengths } = schulze([...'ABC'], ballots('7 ABC', '6 BCA', '5 CAB'));
    expect([preferred.get('A')?.get('B'), preferred.get('B')?.get('C'), preferred.get('C')?.get('A')]).toEqual([
      12, 13, 11,
    ]);
    expect([winners, strengths.get('A')?.get('C'), strengths.get('C')?.get('A')]).toEqual([['A'], 12, 11]);
  });
  test('G27 Exhausted ballots are shown, and a majority of all ballots may elect nobody', () => {
    const given = ballots('6 A', '4 B', '3 CB', '2 C');
    const result = instantRunoff([...'ABC'], given, continuing('ABC'));
    expect(result.winner).toBe('A');
    expect(result.rounds.map(({ counts, exhausted, left }) => [Object.fromEntries(counts), exhausted, left])).toEqual([
      [{ A: 6, B: 4, C: 5 }, 0, 'B'],
      [{ A: 6, C: 5 }, 4, undefined],
    ]);
    expect(instantRunoff([...'ABC'], given, { lot: [...'ABC'], majorityOf: 'all' }).winner).toBeUndefined();
  });
  test('G28 A surplus moves as an exact fraction, and the sums stay those of all ballots', () => {
    const { quota, elected, steps } = transferableVote([...'ABCD'], ballots('8 AB', '3 C', '2 DB'), {
      seats: 2,
      lot: [...'ABCD'],
    });
    expect([quota, elected]).toEqual([5n, ['A', 'B']]);
    expect(steps[1]?.counts.get('B')).toEqual(rational(3n));
    expect(steps[2]?.counts.get('B')).toEqual(rational(5n));
    for (const { counts, exhausted } of steps)
      expect([...counts.values()].reduce(plus, exhausted)).toEqual(rational(13n));
  });
  test('G29 Equal approvals are ordered by a lot that anyone draws again from the published seed', () => {
    const papers = [...ballots('9 A', '9 B', '7 C')];
    const rule = { seats: 1, most: 1, seed: 'a1b2', hash };
    const result = countApprovals([...'ABC'], papers, rule);
    const [first] = ['A', 'B'].sort((a, b) => (hash(`a1b2 ${a}`) < hash(`a1b2 ${b}`) ? -1 : 1));
    expect([result.elected, result.tied?.toSorted()]).toEqual([[first], ['A', 'B']]);
    expect(countApprovals([...'CBA'], papers.toReversed(), rule).elected).toEqual(result.elected);
  });
  test('G30 A paper with three marks of two is cast and invalid', () => {
    const result = countApprovals([...'ABCD'], ballots('2 AB', '1 ABC', '1 AA'), { seats: 1, most: 2, seed: '', hash });
    expect([result.invalid, result.approvals.get('A'), result.approvals.get('C')]).toEqual([2, 2, 0]);
  });
});

describe('Properties of ranked methods', () => {
  const candidates = [...'ABCDE'];
  const given = fc.array(fc.shuffledSubarray(candidates, { minLength: 1 }), { minLength: 1, maxLength: 25 });
  test('A candidate that beats each other one wins by Schulze, alone', () => {
    fc.assert(
      fc.property(given, (some) => {
        const table = pairwise(candidates, some);
        const beats = (a: string, b: string) => (table.get(a)?.get(b) ?? 0) > (table.get(b)?.get(a) ?? 0);
        const champion = candidates.find((one) => candidates.every((other) => one === other || beats(one, other)));
        const { winners } = schulze(candidates, some);
        expect(winners.length).toBeGreaterThan(0);
        if (champion !== undefined) expect(winners).toEqual([champion]);
      }),
    );
  });
  test('A transferable vote fills all seats, and no vote is lost or made', () => {
    fc.assert(
      fc.property(given, fc.integer({ min: 1, max: 4 }), (some, seats) => {
        const { elected, steps } = transferableVote(candidates, some, { seats, lot: candidates });
        expect(new Set(elected).size).toBe(seats);
        for (const { counts, exhausted } of steps)
          expect([...counts.values()].reduce(plus, exhausted)).toEqual(rational(BigInt(some.length)));
      }),
    );
  });
  test('For one seat, a candidate first on more than half of the ballots wins by every elimination', () => {
    fc.assert(
      fc.property(given, (some) => {
        const first = firstPreferences(candidates, some);
        const leader = candidates.find((one) => 2 * (first.get(one) ?? 0) > some.length);
        if (leader === undefined) return;
        expect(instantRunoff(candidates, some, continuing('ABCDE')).winner).toBe(leader);
        expect(transferableVote(candidates, some, { seats: 1, lot: candidates }).elected).toEqual([leader]);
      }),
    );
  });
});
