import { memberSchema } from '../functions/membership/domain/member.ts';
import { refusePin } from '../functions/patrons/domain/cards/pin.ts';
import { branchCalendarSchema } from '../layers/kernel/calendar/branch-calendar.ts';
import { isOpen } from '../layers/kernel/calendar/opening.ts';
import { classifyScan } from '../layers/kernel/identity/card-number.ts';
import { isBranchId } from '../layers/kernel/identity/id.ts';
import { refuseScope, roles } from '../layers/kernel/identity/roles.ts';
import { defaultPatrons } from '../layers/records/policies/domain/patrons.ts';
import { nthWeekday } from './closures.ts';
import { demoConsortium } from './consortium.ts';
import { fineFree } from './members.ts';
import { demoPin, patronByKey } from './patrons.ts';

const consortium = demoConsortium([2025, 2026, 2027]);
const { members, branches, staff, patrons, machines } = consortium;
const unique = (values: readonly unknown[]): boolean => new Set(values).size === values.length;

describe('the demo consortium', () => {
  it('has six members of all four types, two of which lend on request', () => {
    expect(members.map(({ type }) => type).toSorted()).toEqual([
      'academic',
      'academic',
      'public',
      'public',
      'school',
      'special',
    ]);
    expect(members.filter(({ lendsOnRequest }) => lendsOnRequest).map(({ type }) => type)).toEqual([
      'special',
      'school',
    ]);
    expect(new Set(members.map(({ fiscalYearStartsIn }) => fiscalYearStartsIn))).toEqual(new Set([1, 7]));
    for (const member of members) expect(memberSchema.parse(member)).toEqual(member);
  });

  it('puts a fining university beside a fine-free public library', () => {
    const zoneOf = (member: string) => branches.find((branch) => branch.member === member)?.calendar.timeZone;
    expect(zoneOf(fineFree.fineFreeMember)).toBe(zoneOf(fineFree.finingNeighbour));
  });

  it('gives each member two to four branches, in two time zones, with valid calendars', () => {
    for (const { memberId } of members) {
      const own = branches.filter(({ member }) => member === memberId);
      expect(own.length).toBeGreaterThanOrEqual(2);
      expect(own.length).toBeLessThanOrEqual(4);
    }
    expect(unique(branches.map(({ branchId }) => branchId))).toBe(true);
    expect(new Set(branches.map(({ calendar }) => calendar.timeZone)).size).toBe(2);
    for (const { branchId, calendar } of branches) {
      expect(isBranchId(branchId)).toBe(true);
      expect(branchCalendarSchema.parse(calendar)).toEqual(calendar);
    }
  });

  it('closes for Thanksgiving and opens the next day by local time', () => {
    const main = branches.find(({ branchId }) => branchId === 'riverton.main')?.calendar;
    if (main === undefined) throw new Error('no main library');
    expect(nthWeekday(2026, 11, 4, 4)).toBe('2026-11-26');
    expect(isOpen(main, '2026-11-26T18:00:00Z')).toBe(false);
    expect(isOpen(main, '2026-11-27T13:59:00Z')).toBe(false);
    expect(isOpen(main, '2026-11-27T14:00:00Z')).toBe(true);
  });
});

describe('the staff and machines of the demo', () => {
  it('hold every role, each at a place where it may be given', () => {
    const granted = new Set(staff.flatMap(({ grants }) => grants.map(({ role }) => role)));
    expect([...roles].filter((role) => !granted.has(role))).toEqual([]);
    for (const grant of staff.flatMap(({ grants }) => grants)) expect(refuseScope(grant)).toBeUndefined();
  });

  it('cover every member role at every member, even where few people work', () => {
    const memberRoles = roles.slice(0, roles.indexOf('admin'));
    for (const { memberId } of members) {
      const held = new Set(
        staff.filter(({ member }) => member === memberId).flatMap(({ grants }) => grants.map(({ role }) => role)),
      );
      expect(memberRoles.filter((role) => !held.has(role))).toEqual([]);
    }
  });

  it('are one person with one account at the school', () => {
    const [librarian, ...others] = staff.filter(({ member }) => member === 'northfield');
    expect([librarian?.account, others]).toEqual(['northfield-librarian', []]);
  });

  it('have separate accounts and e-mail addresses', () => {
    expect(unique([...staff, ...machines].map(({ account }) => account))).toBe(true);
    const emails = [...staff, ...patrons].flatMap(({ email }) => (email === undefined ? [] : [email]));
    expect(unique(emails)).toBe(true);
    for (const email of emails) expect(email).toMatch(/^[a-z.-]+@example\.org$/);
  });

  it('include a self-check bound to a branch and an integration of a member', () => {
    expect(machines.map(({ kind, branch }) => [kind, branch])).toEqual([
      ['self-check', 'riverton.main'],
      ['integration', undefined],
    ]);
  });
});

describe('the patrons of the demo', () => {
  it('are sixty, with unique cards that have the right check digit', () => {
    expect(patrons).toHaveLength(60);
    expect(unique(patrons.map(({ key }) => key))).toBe(true);
    expect(unique(patrons.map(({ card }) => card))).toBe(true);
    for (const { card } of patrons)
      expect(classifyScan(card)).toEqual({ number: card, kind: 'card', checkDigit: 'right' });
  });

  it('are registered at a branch that exists', () => {
    const known = new Set(branches.map(({ branchId }) => branchId));
    expect(patrons.filter(({ branch }) => !known.has(branch))).toEqual([]);
  });

  it('sign in with the demo PIN only where they are named for it, and the PIN is accepted', () => {
    const named = patrons.filter(({ pin }) => pin !== undefined);
    expect(named.length).toBeGreaterThanOrEqual(10);
    expect(named.length).toBeLessThan(patrons.length / 2);
    for (const { card, pin, birthDate } of named) {
      expect(pin).toBe(demoPin);
      expect(refusePin(demoPin, { ...defaultPatrons.pins, card, birthDate })).toEqual([]);
    }
  });

  it('under age have a guarantor of age at the same member', () => {
    const minors = patrons.filter(({ guarantor }) => guarantor !== undefined);
    expect(minors.length).toBeGreaterThanOrEqual(5);
    for (const minor of minors) {
      const guarantor = patronByKey(minor.guarantor ?? '');
      expect(guarantor.member).toBe(minor.member);
      expect(guarantor.birthDate < '2000').toBe(true);
      expect(minor.birthDate > '2009').toBe(true);
    }
  });

  it('include exactly one patron with an expired card', () => {
    expect(patrons.filter(({ expires }) => expires < '2026').map(({ key }) => key)).toEqual(['reyes-marisol']);
  });

  it('are of every category', () => {
    expect(new Set(patrons.map(({ category }) => category)).size).toBe(11);
  });
});
