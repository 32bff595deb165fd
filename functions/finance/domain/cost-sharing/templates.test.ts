import { type Fees, reckonFees } from './fees.ts';
import { type MemberFigures, memberFiguresSchema } from './figures.ts';
import { formulaSchema } from './formula.ts';
import { publishedFormulas } from './published.ts';
import { templates } from './templates.ts';

const fees = (name: string, members: readonly MemberFigures[], costs: Record<string, number>): Fees => {
  const formula = formulaSchema.parse(publishedFormulas.find((one) => one.name === name));
  const made = reckonFees({ formula, year: 2026, members, costs });
  if ('refused' in made) throw new Error(made.refused.map(({ detail }) => detail).join(' '));
  return made;
};
const member = (memberId: string, more: Record<string, unknown>): MemberFigures =>
  memberFiguresSchema.parse({ memberId, figures: {}, ...more });

describe('F5 Templates with our own numbers', () => {
  it('are listed among the published formulas, marked as ours', () => {
    expect(templates.map(({ name }) => name)).toEqual(['jisc-bands', 'palci-two-pools']);
    for (const template of templates) {
      expect(publishedFormulas).toContain(template);
      expect([template.title, template.source].join('\n')).toMatch(/our example[\s\S]*worked by us/);
    }
  });

  it('Jisc (our figures): the band of three years’ average income, for an institute that of its staff', () => {
    const million = 100_000_000;
    const income = (...years: number[]) => ({
      figures: {
        'total-relevant-income': Object.fromEntries(years.map((value, at) => [String(2026 - at), value * million])),
      },
    });
    const made = fees(
      'jisc-bands',
      [
        // 4 on average, band 10; 16, band 8; the fourth year back no longer counts.
        member('small', income(3, 4, 5, 900)),
        member('middle', income(14, 16, 18)),
        member('large', income(600, 600, 600)),
        member('institute', { figures: { 'science-fte': { 2026: 200 } }, flags: ['research-institute'] }),
      ],
      { deal: 274_000 },
    );
    expect(made.fees.map(({ memberId, fee }) => [memberId, fee]).toSorted()).toEqual([
      ['institute', 5000],
      ['large', 260_000],
      ['middle', 8000],
      ['small', 1000],
    ]);
  });

  it('PALCI (our figures): all pay the common services, and those who opted in the full cost of theirs', () => {
    const optedInto = ['opt-in-service'];
    const members = [member('a', { optedInto }), member('b', { optedInto }), member('c', {})];
    const made = fees('palci-two-pools', members, { 'common-services': 90_000, 'opt-in-service': 40_000 });
    expect(made.fees.map(({ fee }) => fee)).toEqual([53_000, 53_000, 30_000]);
  });
});
