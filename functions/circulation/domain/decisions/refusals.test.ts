import { circulationRefusals, type RefusalCode, refusalParams, refusalsOf } from './refusals.ts';

const codes = Object.keys(circulationRefusals) as RefusalCode[];

test('every refusal is explained in a sentence', () => {
  const explained = codes.filter((code) => /^[A-Z][^.]{10,}.*\.$/s.test(circulationRefusals[code].meaning));
  expect(explained).toEqual(codes);
});

test('C65 a supervisor overrides what the rules and the patron’s account refuse, never what contradicts the record of the item', () => {
  expect(codes.filter((code) => circulationRefusals[code].overridable)).toEqual([
    ...['card-expired', 'patron-blocked', 'subscription-unpaid', 'owed-over-limit', 'dependants-owe', 'proxy-blocked'],
    ...['too-many-loans', 'too-many-in-group', 'too-many-overdue', 'item-paged-for-another', 'others-wait'],
    ...['item-not-ready', 'not-lendable', 'loan-recalled', 'renewals-used-up', 'hold-waiting', 'transit-just-sent'],
  ]);
});

test('each decision refuses by codes that exist, each named once, and each code belongs to a decision', () => {
  const lists: [string, readonly string[]][] = Object.entries(refusalsOf);
  for (const [decision, list] of lists) {
    expect([decision, list.filter((code) => !Object.hasOwn(circulationRefusals, code))]).toEqual([decision, []]);
    expect([decision, list.length, new Set(list).size]).toEqual([decision, list.length, list.length || 1]);
  }
  const used = new Set(lists.flatMap(([, list]) => list));
  expect(codes.filter((code) => !used.has(code))).toEqual([]);
  // A hold that is placed or restored, a loan and a renewal all look at the patron's account.
  const account = ['card-expired', 'patron-blocked', 'subscription-unpaid', 'erasure-asked', 'owed-over-limit'];
  for (const list of [refusalsOf.checkout, refusalsOf.renewal, refusalsOf.placeHold, refusalsOf.restoreHold])
    expect(list).toEqual(expect.arrayContaining(account));
  expect(refusalsOf.restoreHold).toEqual(
    expect.arrayContaining(['too-many-holds', 'no-holdable-copy', 'out-of-reach']),
  );
});

test('each figure of a refusal is explained for clients', () => {
  for (const [code, figures] of Object.entries(refusalParams)) {
    const texts: string[] = Object.values(figures);
    expect([code, texts.length > 0, texts.every((text) => text.length > 5)]).toEqual([code, true, true]);
  }
});
