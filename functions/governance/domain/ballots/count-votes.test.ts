import fc from 'fast-check';
import { countVotes, needsOf } from './count-votes.ts';
import { meantBy } from './fraction.ts';
import { votingPower } from './power.ts';
import { isQuorate, presentAt } from './presence.ts';
import { resultText } from './result-text.ts';
import { ruleWarnings } from './rule-warnings.ts';
import { type Choice, type Voter, type VotingRule, votingRuleSchema } from './voting-rule.ts';
import { bandOf, exactWeights, votesByFormula } from './weights.ts';

/** Six members with the weights and chambers of the demo. */
const voters: Voter[] = [
  { memberId: 'harcourt', weight: '40', chamber: 'academic' },
  { memberId: 'lakeshore', weight: '25', chamber: 'public' },
  { memberId: 'riverton', weight: '20', chamber: 'public' },
  { memberId: 'calder', weight: '10', chamber: 'academic' },
  { memberId: 'ashgrove', weight: '3', chamber: 'special' },
  { memberId: 'northfield', weight: '2', chamber: 'school' },
];
const half = { numerator: 1, denominator: 2 };
const twoThirds = { numerator: 2, denominator: 3 };
const third = { numerator: 1, denominator: 3 };

type Part = Partial<VotingRule>;
const rule = (part: Part = {}): VotingRule =>
  votingRuleSchema.parse({
    majority: { of: half, compare: 'more-than', base: 'yes-and-no', unit: 'heads' },
    vetoes: [],
    recusalReducesBase: true,
    ...part,
  });
const byWeight = (part: Partial<VotingRule['majority']> = {}): Part => ({
  majority: { of: half, compare: 'more-than', base: 'yes-and-no', unit: 'weight', ...part },
});
const quorumOf4: Part = { quorum: { of: half, compare: 'more-than', unit: 'heads', abstentionsCount: true } };

const votes = (given: Partial<Record<Choice, string[]>>): Map<string, Choice> =>
  new Map(
    (['yes', 'no', 'abstain'] as const).flatMap((choice) => (given[choice] ?? []).map((member) => [member, choice])),
  );
const [harcourt, lakeshore, riverton, calder, ashgrove, northfield] = voters.map(({ memberId }) => memberId) as [
  ...[string, string, string, string, string, string],
];
/** Members of one vote each, `yes` of them in favour and so on; as many may vote as `entitled`. */
const equal = (given: Partial<Record<Choice, number>>, entitled: number) => {
  const list = Array.from({ length: entitled }, (_, place) => ({ memberId: `m${place}`, weight: '1' }));
  const cast = (['yes', 'no', 'abstain'] as const).flatMap((choice) =>
    new Array<Choice>(given[choice] ?? 0).fill(choice),
  );
  return { list, cast: new Map(cast.map((choice, place) => [`m${place}`, choice])) };
};
const outcome = (part: Part, given: Partial<Record<Choice, number>>, entitled = 6) => {
  const { list, cast } = equal(given, entitled);
  return countVotes(rule(part), list, cast).outcome;
};

describe('Quorum and what a majority is counted of', () => {
  const rows = [
    [6, [3n, 4n, 4n, 4n]],
    [7, [4n, 4n, 5n, 5n]],
    [362, [181n, 182n, 182n, 242n]],
    [363, [182n, 182n, 183n, 242n]],
  ] as const;
  test.each(rows)(
    'G1 G2 G3 A list of %i voters needs %p for at least half, more than half, half plus one, two-thirds',
    (entitled, expected) => {
      const quorums = [
        { of: half, compare: 'at-least' },
        { of: half, compare: 'more-than' },
        { of: half, compare: 'plus-one' },
        { of: twoThirds, compare: 'at-least' },
      ] as const;
      const needs = quorums.map((quorum) =>
        needsOf(rule({ quorum: { ...quorum, unit: 'heads', abstentionsCount: true } }), entitled),
      );
      expect(needs.map(({ quorum }) => quorum)).toEqual(expected);
    },
  );

  test('G4 More than 50 of weight is not met by exactly 50', () => {
    const asked = rule({ quorum: { of: half, compare: 'more-than', unit: 'weight', abstentionsCount: true } });
    expect(countVotes(asked, voters, votes({ yes: [harcourt, calder] })).outcome).toBe('inquorate');
    expect(countVotes(asked, voters, votes({ yes: [harcourt, calder, northfield] })).quorum?.isMet).toBe(true);
  });

  test('G5 One ballot is carried of votes for and against, and lost of votes cast and of all entitled', () => {
    const given = { yes: 2, no: 1, abstain: 1 };
    const of = (base: VotingRule['majority']['base']) =>
      outcome({ ...quorumOf4, majority: { of: half, compare: 'more-than', base, unit: 'heads' } }, given);
    expect([of('yes-and-no'), of('cast'), of('entitled')]).toEqual(['carried', 'lost', 'lost']);
  });

  test('G6 Where abstentions do not count for the quorum, the ballot is inquorate and not lost', () => {
    const quorum = { of: half, compare: 'more-than', unit: 'heads', abstentionsCount: false } as const;
    expect(outcome({ quorum }, { yes: 2, no: 1, abstain: 1 })).toBe('inquorate');
  });

  test('G7 One vote in favour carries among abstentions, unless the rule has a floor; the authors are warned', () => {
    const given = { yes: 1, abstain: 5 };
    const floor = { of: { numerator: 1, denominator: 4 } };
    expect(outcome(quorumOf4, given)).toBe('carried');
    expect(outcome({ ...quorumOf4, floor }, given)).toBe('lost');
    expect(ruleWarnings(rule(quorumOf4), voters)).toEqual([{ code: 'few-can-decide' }]);
    expect(ruleWarnings(rule({ ...quorumOf4, floor }), voters)).toEqual([]);
  });

  test('G8 Nothing is carried without a vote in favour', () => {
    expect(
      outcome({ majority: { of: twoThirds, compare: 'at-least', base: 'yes-and-no', unit: 'heads' } }, { abstain: 6 }),
    ).toBe('lost');
  });

  test('G9 A recused member leaves the base of all entitled only where the rule says so', () => {
    const { list, cast } = equal({ yes: 3, no: 2 }, 6);
    const some = list.map((voter, place) => (place === 5 ? { ...voter, recused: true as const } : voter));
    const of = (recusalReducesBase: boolean) =>
      countVotes(
        rule({ recusalReducesBase, majority: { of: half, compare: 'more-than', base: 'entitled', unit: 'heads' } }),
        some,
        cast,
      ).outcome;
    expect([of(true), of(false)]).toEqual(['carried', 'lost']);
    expect(countVotes(rule(), some, new Map([['m5', 'yes']])).heads.yes).toBe(0n);
  });

  test('G10 A ballot does not open two minutes after the member left that made the quorum', () => {
    const attendance = [harcourt, lakeshore, riverton].map((memberId) => ({
      memberId,
      from: '2026-03-05T14:00:00.000Z',
    }));
    const all = [...attendance, { memberId: calder, from: '2026-03-05T14:00:00.000Z', to: '2026-03-05T15:10:00.000Z' }];
    const quorate = (at: string) => isQuorate(rule(quorumOf4), voters, presentAt(all, at));
    expect([quorate('2026-03-05T14:30:00.000Z'), quorate('2026-03-05T15:12:00.000Z')]).toEqual([true, false]);
    const heavy = rule({ quorum: { of: half, compare: 'more-than', unit: 'weight', abstentionsCount: true } });
    expect(isQuorate(heavy, voters, new Set([harcourt, calder]))).toBe(false);
    expect(isQuorate(heavy, voters, new Set([harcourt, lakeshore]))).toBe(true);
    expect(isQuorate(rule(), voters, new Set())).toBe(false);
  });
});

describe('Majorities', () => {
  const atLeastTwoThirds: Part = {
    majority: { of: twoThirds, compare: 'at-least', base: 'yes-and-no', unit: 'heads' },
  };
  test.each([
    [2, 1, 'carried'],
    [33, 17, 'lost'],
    [34, 17, 'carried'],
    [66, 34, 'lost'],
    [67, 33, 'carried'],
    [20, 11, 'lost'],
    [200, 100, 'carried'],
  ])('G11 At least two-thirds of %i to %i is %s', (yes, no, expected) => {
    expect(outcome(atLeastTwoThirds, { yes, no }, yes + no)).toBe(expected);
  });

  test('G11 A percentage near two-thirds is offered as two-thirds', () => {
    expect(['66', '66.6', '66.67', '67', '33.3', '75', '60'].map(meantBy)).toEqual([
      ...[twoThirds, twoThirds, twoThirds, twoThirds, third, undefined, undefined],
    ]);
  });

  test('G12 Four to two is at least two-thirds, and not more than two-thirds', () => {
    expect(outcome(atLeastTwoThirds, { yes: 4, no: 2 })).toBe('carried');
    const more: Part = { majority: { of: twoThirds, compare: 'more-than', base: 'yes-and-no', unit: 'heads' } };
    expect(outcome(more, { yes: 4, no: 2 })).toBe('lost');
  });

  test('G13 A majority of at least half is refused: a motion and its opposite would both be carried', () => {
    const refused = votingRuleSchema.safeParse({
      ...rule(),
      majority: { of: half, compare: 'at-least', base: 'yes-and-no', unit: 'heads' },
    });
    expect(refused.error?.issues.map(({ path }) => path.join('/'))).toEqual(['majority/compare']);
  });

  test('G14 Weights of 65 to 20 with 10 abstaining carry two-thirds of votes cast, and lose it of all entitled', () => {
    const given = votes({ yes: [harcourt, lakeshore], no: [riverton], abstain: [calder] });
    const of = (base: VotingRule['majority']['base']) =>
      countVotes(rule(byWeight({ of: twoThirds, compare: 'at-least', base })), voters, given).outcome;
    expect([of('yes-and-no'), of('cast'), of('entitled')]).toEqual(['carried', 'carried', 'lost']);
  });

  const g15 = votes({ yes: [harcourt, calder, northfield], no: [lakeshore, riverton, ashgrove] });
  test('G15 A rule of both units is lost by heads, and the result says so', () => {
    const result = countVotes(rule(byWeight({ unit: 'both' })), voters, g15);
    expect(result.outcome).toBe('lost');
    expect(result.majorities.map(({ unit, isMet }) => ({ unit, isMet }))).toEqual([
      { unit: 'heads', isMet: false },
      { unit: 'weight', isMet: true },
    ]);
  });

  test('G16 A limit of 30 % of the limited total turns 52 to 48 into 264 sevenths to 48', () => {
    const cap = { numerator: 3, denominator: 10 };
    const { outcome: limited, weight } = countVotes(rule({ ...byWeight(), cap }), voters, g15);
    expect(limited).toBe('lost');
    expect(resultText(countVotes(rule({ ...byWeight(), cap }), voters, g15)).weight).toMatchObject({
      yes: '264/7',
      no: '48',
    });
    expect([weight.yes * 7n, weight.no * 7n, weight.entitled * 7n]).toEqual(
      [264n, 336n, 600n].map((n) => n * weight.one),
    );
    expect(countVotes(rule(byWeight()), voters, g15).outcome).toBe('carried');
  });

  test('G16 Where a limit leaves nobody unlimited, all weigh the same', () => {
    const two = voters.slice(0, 2);
    const result = countVotes(rule({ ...byWeight(), cap: third }), two, votes({ yes: [harcourt], no: [lakeshore] }));
    expect([result.weight.yes, result.weight.no]).toEqual([1n, 1n]);
  });

  test('G17 Weights of 0.1 and 0.2 against 0.3 are a tie', () => {
    const three = ['0.1', '0.2', '0.3'].map((weight, place) => ({ memberId: `m${place}`, weight }));
    expect(countVotes(rule(byWeight()), three, votes({ yes: ['m0', 'm1'], no: ['m2'] })).outcome).toBe('tied');
  });

  test('G18 66.7 of 100 carries two-thirds of all entitled, 66.6 does not', () => {
    const three = ['33.3', '33.3', '33.4'].map((weight, place) => ({ memberId: `m${place}`, weight }));
    const of = (yes: string[]) =>
      countVotes(rule(byWeight({ of: twoThirds, compare: 'at-least', base: 'entitled' })), three, votes({ yes }))
        .outcome;
    expect([of(['m1', 'm2']), of(['m0', 'm1'])]).toEqual(['carried', 'lost']);
  });

  test('G19 One vote and one more per full 10,000, at most 5', () => {
    const formula = { figure: 'population', base: 1, per: 10_000, most: 5 };
    expect([9_999, 10_000, 39_999, 40_000, 460_000].map((figure) => votesByFormula(formula, figure))).toEqual([
      1, 2, 4, 5, 5,
    ]);
  });

  test('G20 The power of each member is shown, and a member that decides alone is a warning', () => {
    const powerOf = (weights: number[]) => [
      ...(votingPower(exactWeights(weights.map((weight, place) => [`m${place}`, String(weight)]))) ?? []).values(),
    ];
    expect(powerOf([40, 25, 20, 10, 3, 2])).toEqual([23n, 9n, 9n, 7n, 1n, 1n]);
    expect(powerOf([51, 25, 24])).toEqual([4n, 0n, 0n]);
    expect(powerOf([50, 49, 1])).toEqual([3n, 1n, 1n]);
    const three = [51, 25, 24].map((weight, place) => ({ memberId: `m${place}`, weight: String(weight) }));
    expect(ruleWarnings(rule(byWeight({ base: 'entitled' })), three)).toEqual([
      { code: 'one-decides', memberId: 'm0' },
    ]);
    const four = [50, 49, 48, 1].map((weight, place) => ({ memberId: `m${place}`, weight: String(weight) }));
    expect(ruleWarnings(rule(byWeight({ base: 'entitled' })), four)).toEqual([
      { code: 'never-decides', memberId: 'm3' },
    ]);
  });

  test('G20 The power of 362 members with one vote each is equal, and weights without a common unit have no table', () => {
    const many = exactWeights(Array.from({ length: 362 }, (_, place) => [`m${place}`, '1']));
    expect(new Set(votingPower(many)?.values()).size).toBe(1);
    expect(
      votingPower(
        exactWeights([
          ['a', '123456.123457'],
          ['b', '99999.999999'],
        ]),
      ),
    ).toBeUndefined();
  });

  test('G21 Both members of a chamber stop what all others carried; one of them does not', () => {
    const vetoing = rule({ ...byWeight(), vetoes: [{ chamber: 'public', of: twoThirds }] });
    const others = [harcourt, calder, ashgrove, northfield];
    const stopped = countVotes(vetoing, voters, votes({ yes: others, no: [lakeshore, riverton] }));
    expect([stopped.outcome, stopped.majorities[0]?.isMet]).toEqual(['vetoed', true]);
    expect(countVotes(vetoing, voters, votes({ yes: [...others, lakeshore], no: [riverton] })).outcome).toBe('carried');
    const alone = rule({
      majority: { of: half, compare: 'more-than', base: 'entitled', unit: 'heads' },
      vetoes: [{ chamber: 'school', of: half }],
    });
    expect(ruleWarnings(alone, voters)).toEqual([{ code: 'veto-by-one', chamber: 'school', memberId: northfield }]);
  });

  test('G22 The vote of a member outside the list of voters does not count', () => {
    const cataloguing = voters.filter(({ memberId }) => [harcourt, lakeshore, calder].includes(memberId));
    const result = countVotes(rule(), cataloguing, votes({ yes: [harcourt], no: [riverton] }));
    expect([result.outcome, result.heads.no, result.heads.entitled]).toEqual(['carried', 0n, 3n]);
  });

  test('G23 An admission is refused by more than one-third against, and by nothing less', () => {
    const refusedBy = { of: third, compare: 'more-than' } as const;
    expect([outcome({ refusedBy }, { yes: 4, no: 2 }), outcome({ refusedBy }, { yes: 3, no: 3 })]).toEqual([
      'carried',
      'lost',
    ]);
  });

  test('G24 The edges of population bands are those of the rule', () => {
    const bands = [{ name: 'small', upTo: 9_999 }, { name: 'middle', upTo: 50_000 }, { name: 'large' }];
    expect([9_999, 10_000, 50_000, 50_001].map((figure) => bandOf(bands, figure)?.name)).toEqual([
      ...['small', 'middle', 'middle', 'large'],
    ]);
  });
});

describe('Properties', () => {
  const ballot = fc.record({
    weights: fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 8 }),
    cast: fc.array(fc.constantFrom<Choice | 'none'>('yes', 'no', 'abstain', 'none'), { minLength: 8, maxLength: 8 }),
    of: fc.constantFrom(half, twoThirds, { numerator: 3, denominator: 4 }, { numerator: 1, denominator: 1 }),
    base: fc.constantFrom('yes-and-no' as const, 'cast' as const, 'entitled' as const),
  });
  const listOf = (weights: number[]) =>
    weights.map((weight, place) => ({ memberId: `m${place}`, weight: String(weight) }));
  const castOf = (cast: readonly (Choice | 'none')[], count: number) =>
    new Map(
      cast.slice(0, count).flatMap((choice, place) => (choice === 'none' ? [] : [[`m${place}`, choice] as const])),
    );

  test('A result by weight equals that of whole-number arithmetic, and never changes with the order of the list', () => {
    fc.assert(
      fc.property(ballot, ({ weights, cast, of, base }) => {
        const sumOf = (choice: Choice) =>
          weights.reduce((sum, weight, place) => (cast[place] === choice ? sum + weight : sum), 0);
        const [yes, no, abstain, all] = [
          sumOf('yes'),
          sumOf('no'),
          sumOf('abstain'),
          weights.reduce((a, b) => a + b, 0),
        ];
        const total = { 'yes-and-no': yes + no, cast: yes + no + abstain, entitled: all }[base];
        const isCarried =
          yes > 0 &&
          yes * of.denominator >= total * of.numerator &&
          !(2 * of.numerator === of.denominator && 2 * yes === total);
        const asked = rule(
          byWeight({ of, compare: 2 * of.numerator === of.denominator ? 'more-than' : 'at-least', base }),
        );
        const list = listOf(weights);
        const given = castOf(cast, weights.length);
        const result = countVotes(asked, list, given);
        expect(result.outcome === 'carried').toBe(isCarried);
        expect(countVotes(asked, list.toReversed(), given)).toEqual(result);
      }),
    );
  });

  test('A motion and its opposite are never both carried', () => {
    const opposite = { yes: 'no', no: 'yes', abstain: 'abstain', none: 'none' } as const;
    fc.assert(
      fc.property(ballot, ({ weights, cast, of, base }) => {
        const asked = rule(
          byWeight({ of, compare: 2 * of.numerator === of.denominator ? 'more-than' : 'at-least', base }),
        );
        const both = [cast, cast.map((choice) => opposite[choice])].map(
          (some) => countVotes(asked, listOf(weights), castOf(some, weights.length)).outcome,
        );
        expect(both.filter((one) => one === 'carried').length).toBeLessThan(2);
      }),
    );
  });

  test('A limit leaves nobody above it, keeps the order, and sums to the total', () => {
    const caps = fc.record({
      weights: fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 2, maxLength: 9 }),
      percent: fc.integer({ min: 15, max: 100 }),
    });
    fc.assert(
      fc.property(caps, ({ weights, percent }) => {
        const cap = { numerator: percent, denominator: 100 };
        const list = listOf(weights);
        const result = countVotes(rule({ ...byWeight(), cap }), list, new Map());
        const one = (place: number) =>
          countVotes(rule({ ...byWeight(), cap }), list, new Map([[`m${place}`, 'yes']])).weight.yes;
        const limited = weights.map((_, place) => one(place));
        const total = limited.reduce((sum, weight) => sum + weight, 0n);
        expect(total).toBe(result.weight.entitled);
        const isPossible = weights.length * percent >= 100;
        if (isPossible) for (const weight of limited) expect(weight * 100n <= total * BigInt(percent)).toBe(true);
        const isOrdered = weights.every((a, i) =>
          weights.every((b, j) => a < b || (limited[i] ?? 0n) >= (limited[j] ?? 0n)),
        );
        expect(isOrdered).toBe(true);
      }),
    );
  });
});
