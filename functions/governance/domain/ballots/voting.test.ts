import fc from 'fast-check';
import { type ConsentAnswer, mayHoldRound, roundOfConsent } from './consent.ts';
import { countVotes } from './count-votes.ts';
import { clearDays, daysLater, endOfLocalDay, hoursBetween, localMoment, resultDue, timeFaults } from './deadlines.ts';
import { isQuorate } from './presence.ts';
import { presentWithProxies, proxyFault } from './proxies.ts';
import { lastDayOfTerm, mayBeginTerm } from './seats.ts';
import { secrecyFault } from './secrecy.ts';
import { afterLeaving, castVote, type VoterRow, votesOf, withoutProxy } from './voter-row.ts';
import { votingRuleSchema } from './voting-rule.ts';
import { exactWeights } from './weights.ts';

const zone = 'America/New_York';
const half = { numerator: 1, denominator: 2 };
const rule = votingRuleSchema.parse({
  quorum: { of: half, compare: 'more-than', unit: 'heads', abstentionsCount: true },
  majority: { of: half, compare: 'more-than', base: 'yes-and-no', unit: 'heads' },
  vetoes: [],
  recusalReducesBase: true,
});

describe('Consent', () => {
  const asked = ['a', 'b', 'c', 'd', 'e', 'f'];
  const consent = (count: number) => asked.slice(0, count).map((one) => [one, { answer: 'consent' as const }] as const);
  test('G31 One objection with its reason sends the text back, and a further round needs a changed text', () => {
    const answers = new Map<string, ConsentAnswer>([
      ...consent(4),
      ['e', { answer: 'aside' }],
      ['f', { answer: 'object', reason: 'Too late for schools' }],
    ]);
    const first = roundOfConsent({ quorum: { of: half, compare: 'more-than' } }, asked, answers);
    expect(first).toEqual({
      ...{ outcome: 'objected', consent: 4, aside: 1, silent: 0 },
      objections: [{ memberId: 'f', reason: 'Too late for schools' }],
    });
    expect([mayHoldRound(['hash-1'], 'hash-1'), mayHoldRound(['hash-1'], 'hash-2')]).toEqual([false, true]);
    const second = new Map<string, ConsentAnswer>([...consent(5), ['f', { answer: 'aside' }]]);
    expect(roundOfConsent({}, asked, second).outcome).toBe('adopted');
  });
  test('G32 Silence is no answer: adoption needs a quorum of answers, unless the bylaws read silence as consent', () => {
    const answers = new Map(consent(3));
    expect(roundOfConsent({ quorum: { of: half, compare: 'more-than' } }, asked, answers).outcome).toBe('inquorate');
    expect(roundOfConsent({}, asked, answers)).toMatchObject({ outcome: 'adopted', silent: 3 });
  });
});

describe('Time', () => {
  const opens = '2026-03-05T14:00:00.000Z';
  test('G33 Seven days over the change of the clock are 167 hours, one short of 168', () => {
    const closes = daysLater(zone, opens, 7);
    expect([closes, hoursBetween(opens, closes)]).toEqual(['2026-03-12T13:00:00.000Z', 167]);
    const times = { opensAt: opens, closesAt: closes, agendas: 1 };
    expect(timeFaults(zone, { leastHours: 168 }, times)).toEqual(['too-short']);
    expect(timeFaults(zone, { leastDays: 7 }, times)).toEqual([]);
    expect(timeFaults(zone, {}, { ...times, closesAt: opens })).toEqual(['closes-before-it-opens']);
  });
  test('G36 A time that the clock skips has two offers, and one that comes twice proposes the later', () => {
    expect(localMoment(zone, '2026-03-08T02:30')).toEqual({
      ...{ kind: 'none', before: '2026-03-08T06:59:00.000Z', after: '2026-03-08T07:00:00.000Z' },
    });
    expect(localMoment(zone, '2026-11-01T01:30')).toEqual({
      ...{ kind: 'twice', earlier: '2026-11-01T05:30:00.000Z', later: '2026-11-01T06:30:00.000Z' },
    });
    expect(localMoment(zone, '2026-03-08T03:00')).toEqual({ kind: 'one', at: '2026-03-08T07:00:00.000Z' });
    expect(() => localMoment(zone, '2026-13-01T00:00')).toThrow(RangeError);
  });
  test('G37 The end of a local day is the first instant of the next, an hour earlier in Chicago', () => {
    const at = endOfLocalDay(zone, '2026-03-13');
    expect(at).toBe('2026-03-14T04:00:00.000Z');
    const shown = new Intl.DateTimeFormat('en-GB', {
      timeZone: 'America/Chicago',
      day: 'numeric',
      month: 'long',
      hour: '2-digit',
      minute: '2-digit',
    });
    expect(shown.format(new Date(at))).toBe('13 March at 23:00');
  });
  test('G38 Fourteen days are 335 or 337 hours where the clock changes', () => {
    const [spring, autumn] = ['2026-03-01T22:00:00.000Z', '2026-10-25T21:00:00.000Z'].map((from) => {
      const to = daysLater(zone, from, 14);
      return [to, hoursBetween(from, to)];
    });
    expect(spring).toEqual(['2026-03-15T21:00:00.000Z', 335]);
    expect(autumn).toEqual(['2026-11-08T22:00:00.000Z', 337]);
  });
  test('G39 Fourteen clear days after 1 May end before 16 May', () => {
    expect([clearDays('2026-05-01', '2026-05-15'), clearDays('2026-05-01', '2026-05-16')]).toEqual([13, 14]);
  });
  test('G40 A ballot opens a week after the meeting, lasts a week, and its result is due a week later', () => {
    const share = { daysAfterMeeting: 7, leastDays: 7, resultWithinDays: 7 };
    const meetingAt = '2026-05-15T18:00:00.000Z';
    const times = { meetingAt, opensAt: '2026-05-22T18:00:00.000Z', closesAt: '2026-05-29T18:00:00.000Z', agendas: 1 };
    expect(timeFaults(zone, share, times)).toEqual([]);
    expect(timeFaults(zone, share, { ...times, opensAt: '2026-05-22T17:59:59.999Z' })).toEqual(['opens-too-early']);
    expect(timeFaults(zone, share, { ...times, closesAt: '2026-05-29T17:59:59.999Z' })).toEqual(['too-short']);
    expect(resultDue(zone, share, times.closesAt)).toBe('2026-06-05T18:00:00.000Z');
    expect(resultDue(zone, {}, times.closesAt)).toBeUndefined();
  });
  test('G41 An item that was on one agenda of two cannot be voted on', () => {
    const times = { opensAt: opens, closesAt: daysLater(zone, opens, 7), agendas: 1 };
    expect(timeFaults(zone, { readings: 2 }, times)).toEqual(['needs-readings']);
    expect(timeFaults(zone, { readings: 2 }, { ...times, agendas: 2 })).toEqual([]);
  });
});

describe('Votes, proxies and members that leave', () => {
  const row = (part: Partial<VoterRow> = {}): VoterRow => ({
    ...{ memberId: 'riverton', weight: '20', version: 0 },
    ...{ opensAt: '2026-03-05T14:00:00.000Z', closesAt: '2026-03-12T13:00:00.000Z' },
    ...part,
  });
  const attempt = {
    choice: 'yes',
    by: 'director',
    capacity: 'delegate',
    now: '2026-03-06T10:00:00.000Z',
    version: 0,
  } as const;
  const cast = (given: VoterRow, part: Partial<Parameters<typeof castVote>[1]> = {}): VoterRow => {
    const after = castVote(given, { ...attempt, version: given.version, ...part });
    if ('refused' in after) throw new Error(after.refused);
    return after;
  };
  test('G34 A vote counts until the last millisecond before the close, and never in a row that is sealed', () => {
    expect(cast(row(), { now: '2026-03-12T12:59:59.999Z' }).vote?.choice).toBe('yes');
    expect(castVote(row(), { ...attempt, now: '2026-03-12T13:00:00.000Z' })).toEqual({ refused: 'closed' });
    expect(castVote(row({ sealed: true }), attempt)).toEqual({ refused: 'closed' });
    expect(castVote(row(), { ...attempt, now: '2026-03-05T13:59:59.999Z' })).toEqual({ refused: 'not-yet-open' });
    expect(castVote(row({ recused: true }), attempt)).toEqual({ refused: 'recused' });
  });
  test('G43 G45 The last of several votes of a member counts, whoever cast it, and a vote on an outdated version is refused', () => {
    const first = cast(row({ alternates: true }), { choice: 'no' });
    const second = cast(first, { choice: 'yes', by: 'deputy', capacity: 'alternate' });
    expect([votesOf([second]).get('riverton'), second.vote?.version]).toEqual(['yes', 2]);
    expect(castVote(second, { ...attempt, version: 1 })).toEqual({ refused: 'outdated' });
  });
  test('G45 Of any votes of a director and an alternate the last one counts, once, and an alternate votes only where the bylaws allow it', () => {
    const votes = fc.array(
      fc.record({
        choice: fc.constantFrom('yes' as const, 'no' as const, 'abstain' as const),
        capacity: fc.constantFrom('delegate' as const, 'alternate' as const),
      }),
      { minLength: 1, maxLength: 6 },
    );
    fc.assert(
      fc.property(votes, fc.boolean(), (all, isAllowed) => {
        let after = row(isAllowed ? { alternates: true } : {});
        const counted = all.filter(({ capacity }) => isAllowed || capacity === 'delegate');
        for (const one of all) {
          const next = castVote(after, { ...attempt, ...one, version: after.version });
          if ('refused' in next) expect([next.refused, isAllowed]).toEqual(['no-alternates', false]);
          else after = next;
        }
        const last = counted.at(-1);
        expect([after.version, after.vote?.choice, after.vote?.capacity]).toEqual([
          ...[counted.length, last?.choice, last?.capacity],
        ]);
        expect([...votesOf([after])]).toEqual(last ? [['riverton', last.choice]] : []);
      }),
    );
  });
  test('G46 A holder has no more proxies than allowed, and passes none on', () => {
    const weights = exactWeights(['a', 'b', 'c', 'd'].map((member) => [member, '1']));
    const fault = (proxies: [string, string][], from: string, to: string) =>
      proxyFault(
        { mostPerHolder: 1 },
        proxies.map(([giver, holder]) => ({ from: giver, to: holder })),
        { from, to },
        weights,
      );
    expect(fault([], 'a', 'b')).toBeUndefined();
    expect(fault([['a', 'b']], 'c', 'b')).toBe('proxy-limit');
    expect(fault([['b', 'c']], 'a', 'b')).toBe('proxy-chain');
    expect(fault([['a', 'b']], 'b', 'a')).toBe('proxy-chain');
    expect(fault([['a', 'b']], 'a', 'c')).toBe('proxy-given');
    expect(fault([], 'a', 'a')).toBe('proxy-to-itself');
  });
  test('G47 A member that votes itself replaces what its holder cast, and the holder cannot vote again', () => {
    const held = cast(row({ proxy: 'lakeshore' }), { capacity: 'proxy', holder: 'lakeshore', choice: 'no' });
    const own = cast(held, { choice: 'yes' });
    expect(own.vote).toMatchObject({ choice: 'yes', capacity: 'delegate' });
    const again = { ...attempt, capacity: 'proxy', holder: 'lakeshore', version: own.version } as const;
    expect(castVote(own, again)).toEqual({ refused: 'voted-itself' });
    expect(castVote(row({ proxy: 'lakeshore' }), { ...attempt, capacity: 'proxy', holder: 'calder' })).toEqual({
      refused: 'not-its-holder',
    });
  });
  test('G48 A proxy taken back removes the vote that its holder cast, and not a vote of the member itself', () => {
    const held = cast(row({ proxy: 'lakeshore' }), { capacity: 'proxy', holder: 'lakeshore' });
    const back = withoutProxy(held);
    expect([back.vote, back.proxy, back.version]).toEqual([undefined, undefined, 2]);
    expect(withoutProxy(cast(held, { choice: 'no' })).vote?.choice).toBe('no');
    expect(withoutProxy(row())).toEqual(row());
  });
  test('G49 Proxies make a quorum only where the bylaws count them, and never those of an absent holder', () => {
    const seats = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((memberId) => ({ memberId, weight: '1' }));
    const quorate = (proxies: { from: string; to: string }[], count: boolean) =>
      isQuorate(rule, seats, presentWithProxies(new Set(['a', 'b', 'c']), proxies, count));
    expect([quorate([{ from: 'd', to: 'a' }], false), quorate([{ from: 'd', to: 'a' }], true)]).toEqual([false, true]);
    expect(quorate([{ from: 'd', to: 'e' }], true)).toBe(false);
  });
  test('G50 A holder carries at most the allowed share of all weight', () => {
    const weights = exactWeights([
      ['lakeshore', '25'],
      ['riverton', '20'],
      ['northfield', '2'],
      ['others', '53'],
    ]);
    const asked = { mostPerHolder: 3, mostWeight: { numerator: 1, denominator: 3 } };
    expect(proxyFault(asked, [], { from: 'riverton', to: 'lakeshore' }, weights)).toBe('proxy-weight');
    expect(proxyFault(asked, [], { from: 'northfield', to: 'lakeshore' }, weights)).toBeUndefined();
  });
  test('G51 The vote of a member that leaves before the close stands, unless the bylaws strike it', () => {
    const rows = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((memberId) => row({ memberId, weight: '1' }));
    const voted = rows.map((one, place) => (place < 4 ? cast(one, { choice: place < 3 ? 'yes' : 'no' }) : one));
    const outcome = (leavers: 'stand' | 'strike') => {
      const counted = afterLeaving(voted, new Set(['a']), leavers);
      return countVotes(rule, counted, votesOf(counted)).outcome;
    };
    expect([outcome('stand'), outcome('strike')]).toEqual(['carried', 'inquorate']);
  });
});

describe('Secret ballots and seats', () => {
  const weights = (...texts: string[]) => exactWeights(texts.map((text, place) => [`m${place}`, text]));
  test('G53 A secret ballot with weights that reveal votes is refused', () => {
    expect(secrecyFault(weights('40', '25', '20', '10', '3', '2'), 5)).toBe('weights-reveal');
    expect(secrecyFault(weights('2', '2', '2', '1', '1', '1'), 5)).toBeUndefined();
    expect(secrecyFault(weights('1', '1', '1', '1', '1', '1'), 5)).toBeUndefined();
  });
  test('G54 Fewer voters than the bylaws ask, and never fewer than three, vote in no secret ballot', () => {
    expect(secrecyFault(weights('1', '1', '1', '1'), 5)).toBe('too-few-voters');
    expect(secrecyFault(weights('1', '1'), 1)).toBe('too-few-voters');
  });
  test('G74 A term of two years ends on the last day of June, and a third in a row is not allowed', () => {
    const terms = { years: 2, mostInARow: 2, partUnderHalfCounts: false };
    expect(lastDayOfTerm('2026-07-01', terms)).toBe('2028-06-30');
    const two = [
      { from: '2026-07-01', to: '2028-06-30' },
      { from: '2028-07-01', to: '2030-06-30' },
    ];
    expect(mayBeginTerm(terms, two, '2030-07-01')).toBe(false);
    expect(mayBeginTerm(terms, two, '2032-07-01')).toBe(true);
    const part = [{ from: '2026-01-01', to: '2026-06-30' }, two[0] ?? { from: '', to: '' }];
    expect([
      mayBeginTerm(terms, part, '2028-07-01'),
      mayBeginTerm({ ...terms, partUnderHalfCounts: true }, part, '2028-07-01'),
    ]).toEqual([true, false]);
  });
  test('G75 An emergency decision of 2 April that is not ratified within 60 days ends with 1 June', () => {
    const day = daysLater(zone, '2026-04-02T16:00:00.000Z', 60).slice(0, 10);
    expect([day, endOfLocalDay(zone, day)]).toEqual(['2026-06-01', '2026-06-02T04:00:00.000Z']);
  });
});
