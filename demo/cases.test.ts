import { branchIds } from './branches.ts';
import type { Step } from './case-steps.ts';
import { caseById, cases } from './cases.ts';
import { dayWork } from './day-work.ts';
import { everydayLoans } from './everyday.ts';
import { copies } from './holdings.ts';
import { loanDays } from './loan-days.ts';
import { patrons } from './patrons.ts';
import { works } from './works/works.ts';

const byBarcode = new Map(copies.map((copy) => [copy.barcode, copy]));
const byCard = new Map(patrons.map((patron) => [patron.card, patron]));
const checkouts = (steps: readonly Step[]) => steps.filter((step) => step.do === 'checkout');

const termOf = (step: Extract<Step, { do: 'checkout' }>): number => {
  const [patron, copy] = [byCard.get(step.card), byBarcode.get(step.barcode)];
  if (patron === undefined || copy === undefined) throw new Error('a loan of nobody or nothing');
  return loanDays(patron, copy, step.branch);
};

describe('the named cases', () => {
  it('are complete', () => {
    expect(cases.map(({ id }) => id)).toEqual([
      'twelve-holds',
      'overdue',
      'overdue-fined',
      'lost-then-returned',
      'claimed-returned',
      'debt-elsewhere',
      'minor-loan',
      'expired-card',
      'borrow-there-return-elsewhere',
      'hold-from-elsewhere',
      'consortium-loan',
      'all-lent',
      'to-fetch',
      'shelf-to-clear',
      'not-found',
      'school-to-fetch',
      'school-shelf-to-clear',
      'school-not-found',
      'school-coming-in',
    ]);
    expect(() => caseById('flood')).toThrow('the demo has no case flood');
  });

  it('refer to patrons, copies, works and branches that exist, in order of time', () => {
    const known = new Set(works.map(({ id }) => id));
    for (const { steps } of [...cases, ...dayWork]) {
      const days = steps.map(({ daysAgo }) => daysAgo);
      expect(days.slice(1).every((day, at) => day <= Math.max(...days.slice(0, at + 1)))).toBe(true);
      for (const step of steps) {
        if ('card' in step) expect(byCard.has(step.card)).toBe(true);
        if ('barcode' in step) expect(byBarcode.has(step.barcode)).toBe(true);
        if ('workId' in step) expect(known.has(step.workId)).toBe(true);
        expect(branchIds).toContain('pickup' in step ? step.pickup : step.branch);
      }
    }
  });

  it('lend each copy once, for the period that the loan rules of the demo set', () => {
    const loans = checkouts(cases.flatMap(({ steps }) => steps));
    expect(new Set(loans.map(({ barcode }) => barcode)).size).toBe(loans.length);
    for (const loan of loans) expect(loan.daysAgo - loan.dueDaysAgo).toBe(termOf(loan));
  });

  it('let twelve patrons of four members wait for two copies, one a day', () => {
    const { steps } = caseById('twelve-holds');
    const holds = steps.filter((step) => step.do === 'place-hold');
    expect(new Set(holds.map(({ card }) => card)).size).toBe(12);
    expect(new Set(holds.map(({ card }) => byCard.get(card)?.member)).size).toBe(4);
    expect(holds.map(({ daysAgo }) => daysAgo)).toEqual([12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1]);
    expect(checkouts(steps)).toHaveLength(2);
  });

  it('put equal lateness before a fine-free and a fining library', () => {
    const late = ['overdue', 'overdue-fined'].map((id) => checkouts(caseById(id).steps)[0]);
    expect(late.map((loan) => [loan?.branch, loan?.dueDaysAgo])).toEqual([
      ['riverton.main', 19],
      ['harcourt.science', 19],
    ]);
  });
});

describe('everyday loans', () => {
  it('are the same for the same seed and others for another', () => {
    expect(everydayLoans(1)).toEqual(everydayLoans(1));
    expect(everydayLoans(1)).not.toEqual(everydayLoans(2));
  });

  it('lend copies that no case needs, once each, not yet due', () => {
    const loans = checkouts(everydayLoans(7));
    const taken = new Set(
      cases.flatMap(({ steps }) => steps.flatMap((step) => ('barcode' in step ? [step.barcode] : []))),
    );
    expect(loans.length).toBeGreaterThan(30);
    expect(new Set(loans.map(({ barcode }) => barcode)).size).toBe(loans.length);
    for (const loan of loans) {
      expect(taken.has(loan.barcode)).toBe(false);
      expect(loan.daysAgo - loan.dueDaysAgo).toBe(termOf(loan));
      expect(loan.dueDaysAgo).toBeLessThan(0);
    }
  });
});
