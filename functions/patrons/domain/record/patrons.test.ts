import { borrowingReasons } from '../../../circulation/domain/loans/borrowing-reasons.ts';
import { deskView, deskViewSchema } from '../access/desk-view.ts';
import { cardNumberSchema } from '../cards/card.ts';
import { fullName, isMinorOn, nameKey, namePrefix, postalLines } from '../identity/person.ts';
import type { PatronStatus } from './patron-status.ts';

const calendar = { timeZone: 'America/New_York', weekly: {}, closures: [] };
const thresholds = { maxLoans: 3, maxHolds: 5, owedLimit: 1000, perGroup: {} };
const person = { name: { family: 'Okafor', given: 'Amara' }, birthDate: '1987-03-14', email: 'a@example.org' };
const limits = { thresholds, currency: 'USD' };
const desk = (branchId: string, at = '2026-06-01T12:00:00Z') => ({ branchId, calendar, at });

const aPatronStatus = (more: Partial<PatronStatus> = {}): PatronStatus => ({
  patronId: 'pat_1',
  homeMember: 'riverton',
  homeBranch: 'riverton.main',
  category: 'adult',
  expiresOn: '2026-06-01',
  minor: false,
  blocks: [],
  counters: { loans: 0, holds: 0, owed: 0, perGroup: {} },
  v: 1,
  ...more,
});
const seen = (status: PatronStatus, at = desk('riverton.eastside')) =>
  deskView(
    { status, person, card: '21', version: 1 },
    { branchId: at.branchId, day: at.at.slice(0, 10) },
    {
      reasons: borrowingReasons(status, at, limits),
      currency: limits.currency,
    },
  );

describe('a desk', () => {
  test('at home sees all, at any branch of the member', () => {
    const view = seen(aPatronStatus());
    expect(deskViewSchema.parse(view)).toEqual(view);
    expect(view).toMatchObject({ at: 'home', card: '21', person, mayBorrow: true, reasons: [] });
  });

  test('elsewhere sees name, card state, whether they may borrow, and the amount owed, and nothing more', () => {
    const view = seen(aPatronStatus(), desk('lakeshore.main'));
    expect(view).toEqual({
      at: 'elsewhere',
      patronId: 'pat_1',
      name: person.name,
      homeMember: 'riverton',
      cardState: 'good',
      mayBorrow: true,
      owed: 0,
      currency: 'USD',
      notes: [],
      blocks: [],
    });
  });

  test('elsewhere sees the blocks that its own member set, and no others', () => {
    const block = (scope: string) => ({ code: 'conduct', scope, since: '2026-01-01T00:00:00.000Z', by: 'staff:1' });
    const blocks = ['lakeshore', 'riverton', 'consortium', 'harcourt'].map(block);
    const ended = { ...block('lakeshore'), code: 'card-misuse', until: '2026-01-02' };
    const status = aPatronStatus({ blocks: [...blocks, ended] });
    expect(seen(status, desk('lakeshore.main'))).toMatchObject({ at: 'elsewhere', blocks: [block('lakeshore')] });
    expect(seen(status).blocks).toEqual(blocks);
  });

  test.each<[string, Partial<PatronStatus>, string[]]>([
    ['owing up to the limit', { counters: { loans: 0, holds: 0, owed: 1000, perGroup: {} } }, []],
    ['owing more', { counters: { loans: 0, holds: 0, owed: 1001, perGroup: {} } }, ['owed-over-limit']],
    ['with all loans used', { counters: { loans: 3, holds: 0, owed: 0, perGroup: {} } }, ['too-many-loans']],
    ['blocked at another member', { blocks: [{ code: 'conduct', scope: 'lakeshore', since: '', by: '' }] }, []],
    ['blocked here', { blocks: [{ code: 'conduct', scope: 'riverton', since: '', by: '' }] }, ['patron-blocked']],
    [
      'blocked everywhere',
      { blocks: [{ code: 'conduct', scope: 'consortium', since: '', by: '' }] },
      ['patron-blocked'],
    ],
  ])('shows why a patron may not borrow: %s', (_what, more, codes) => {
    const view = seen(aPatronStatus(more));
    expect(view.at === 'home' && view.reasons.map(({ code }) => code)).toEqual(codes);
    expect(view.mayBorrow).toBe(codes.length === 0);
  });

  test('uses its own time zone: the last valid day ends at its midnight', () => {
    expect(seen(aPatronStatus(), desk('lakeshore.main', '2026-06-02T03:59:59Z'))).toMatchObject({ cardState: 'good' });
    expect(seen(aPatronStatus(), desk('lakeshore.main', '2026-06-02T04:00:00Z'))).toMatchObject({
      cardState: 'expired',
    });
  });
});

test('a desk calls a patron by the used name; at home it sees the legal one too', () => {
  const called = { ...person, usedName: { family: 'Okafor', given: 'Amir' } };
  const at = (branchId: string) =>
    deskView(
      { status: aPatronStatus(), person: called, card: '21', version: 1 },
      { branchId, day: '2026-06-01' },
      { reasons: [] },
    );
  expect(at('lakeshore.main').name).toEqual(called.usedName);
  expect(JSON.stringify(at('lakeshore.main'))).not.toContain('Amara');
  expect(at('riverton.main')).toMatchObject({ name: called.usedName, person: { name: person.name } });
});

test.each([
  [
    { lines: ['12 Mill Street'], locality: 'Riverton', region: 'NY', postalCode: '12345' },
    ['12 Mill Street', 'Riverton, NY 12345'],
  ],
  [{ lines: ['Mühlenstraße 4'], locality: 'Berlin', postalCode: '10115' }, ['Mühlenstraße 4', '10115 Berlin']],
  [
    { lines: ['Rue 1', 'Bât. B'], locality: 'Lyon', postalCode: '69001', country: 'FR' },
    ['Rue 1', 'Bât. B', '69001 Lyon', 'FRANCE'],
  ],
  [{ lines: ['3 Birch Lane, Cedar, NY 12345'] }, ['3 Birch Lane, Cedar, NY 12345']],
])('the postal lines of %j', (address, lines) => {
  expect(postalLines(address)).toEqual(lines);
});

describe('a name', () => {
  test.each([
    ['Åkesson', 'Örjan', 'akesson, orjan'],
    ['de   la  Cruz', 'José', 'de la cruz, jose'],
    ["O'Neill #1%", 'Fiona', "o'neill 1 , fiona"],
    ['Suharto', undefined, 'suharto'],
  ])('%s, %s is sorted as %s', (family, given, key) => {
    expect(nameKey(given === undefined ? { family } : { family, given })).toBe(key);
  });

  test('is found by what is typed, and always fits a sort key', () => {
    expect(nameKey({ family: 'Åkesson' }).startsWith(namePrefix('ÅKE'))).toBe(true);
    expect(Buffer.byteLength(nameKey({ family: 'ﷺ'.repeat(200), given: '漢'.repeat(200) }))).toBeLessThanOrEqual(750);
  });

  test('is displayed with the given name first', () => {
    expect([fullName({ family: 'Okafor', given: 'Amara' }), fullName({ family: 'Suharto' })]).toEqual([
      'Amara Okafor',
      'Suharto',
    ]);
  });
});

test.each([
  ['2008-06-02', true],
  ['2008-06-01', false],
  ['1950-12-31', false],
  [undefined, false],
])('a person born on %s is under age on 2026-06-01: %s', (born, minor) => {
  expect(isMinorOn(born, '2026-06-01')).toBe(minor);
});

test.each([
  ['21101000000016', true],
  [' 2110 1000-000016\r\n', true],
  ['', false],
  [' \u200b ', false],
  ['ﷺ'.repeat(64), false],
])('%j is a card number: %s', (raw, is) => {
  expect(cardNumberSchema.safeParse(raw).success).toBe(is);
});
