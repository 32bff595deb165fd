import { decisionFactSchema } from '../functions/circulation/domain/decisions/decision-fact.ts';
import { members } from './members.ts';
import { demoSeed, loansIn, monthsOf } from './past.ts';
import { pastFacts } from './past-facts.ts';

const window = { before: '2026-11', months: 12, seed: demoSeed };
const facts = pastFacts(window);
const loans = facts.filter(({ decision, outcome }) => decision === 'checkout' && outcome === 'allowed');

test('the demo’s archive has one of two hundred simulated loans of each member and month, and nothing after the window', () => {
  for (const member of members)
    for (const month of monthsOf(window)) {
      const counted = loans.filter((one) => one.member === member.memberId && one.localDay.startsWith(month)).length;
      expect(counted).toBe(Math.round(loansIn(demoSeed, member, month) / 200));
    }
  expect(facts.every(({ localDay }) => localDay >= '2025-11-01' && localDay < '2026-11-01')).toBe(true);
  expect(facts.length).toBeLessThan(20_000);
});

test('its facts are those of the schema, each with an id of its own, the same for the same seed', () => {
  for (const fact of facts.slice(0, 200)) expect(decisionFactSchema.parse(fact)).toEqual(fact);
  expect(new Set(facts.map(({ eventId }) => eventId)).size).toBe(facts.length);
  expect(pastFacts(window).slice(0, 50)).toEqual(facts.slice(0, 50));
});

test('a member has fewer borrowers than loans in a month, and its year fewer than the sum of its months', () => {
  const at = facts.filter(({ member, decision }) => member === 'riverton' && decision !== 'return');
  const months = at.filter(({ monthsSinceLoanHere: since }) => since === null || since > 0).length;
  const year = at.filter(({ monthsSinceLoanHere: since }) => since === null).length;
  expect(year).toBeGreaterThan(50);
  expect(months).toBeGreaterThan(year);
  expect(at.length).toBeGreaterThan(months);
});
