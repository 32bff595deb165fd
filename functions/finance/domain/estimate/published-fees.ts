import { reckonFees } from '../cost-sharing/fees.ts';
import type { MemberFigures } from '../cost-sharing/figures.ts';
import { formulaSchema } from '../cost-sharing/formula.ts';
import { publishedFormulas } from '../cost-sharing/published.ts';

/** The libraries for which a published formula is calculated: an example of a size each. */
export const publishedExamples = [
  'evergreen-300k',
  'evergreen-1m',
  'evergreen-2500k',
  'mnpals-1000',
  'mnpals-5200',
  'noble-35000',
  'noble-70000',
  'marmot-3',
  'marmot-10',
] as const;
export type PublishedExample = (typeof publishedExamples)[number];

/** What a library would pay in a year by the published fees of a consortium, in minor units of US dollars. */
export type PublishedFee = { example: PublishedExample; amount: number; currency: string; source: string };

const YEAR = 2023;

const marmot = {
  ...{ name: 'marmot-2019', title: 'Marmot, basic system and staff sessions', currency: 'USD' },
  source: 'marmot.org, schedule of fees January to December 2019',
  parts: [
    { kind: 'fixed', title: 'Basic system', amount: 337_000 },
    { kind: 'per-unit', title: 'Staff sessions', figure: 'staff-sessions', price: '2255' },
  ],
} as const;

type Case = { formula: string; figures: Readonly<Record<string, number>>; flags?: readonly string[] };

// Figures that are money are in minor units.
const cases: Record<PublishedExample, Case> = {
  'evergreen-300k': { formula: 'evergreen-indiana-marginal', figures: { 'operating-expenditure': 300_000_00 } },
  'evergreen-1m': { formula: 'evergreen-indiana-marginal', figures: { 'operating-expenditure': 1_000_000_00 } },
  'evergreen-2500k': { formula: 'evergreen-indiana-marginal', figures: { 'operating-expenditure': 2_500_000_00 } },
  'mnpals-1000': {
    ...{ formula: 'mnpals', figures: { 'carnegie-tier': 1, 'students-fye': 1000 } },
    flags: ['alma-certified-staff'],
  },
  'mnpals-5200': {
    ...{ formula: 'mnpals', figures: { 'carnegie-tier': 3, 'students-fye': 5200 } },
    flags: ['alma-certified-staff'],
  },
  'noble-35000': {
    formula: 'noble-small-libraries',
    figures: { items: 35_000, 'students-fte': 0, population: 0 },
  },
  'noble-70000': {
    formula: 'noble-small-libraries',
    figures: { items: 70_000, 'students-fte': 0, population: 0 },
  },
  'marmot-3': { formula: 'marmot-2019', figures: { 'staff-sessions': 3 } },
  'marmot-10': { formula: 'marmot-2019', figures: { 'staff-sessions': 10 } },
};

const memberOf = ({ figures, flags = [] }: Case): MemberFigures => ({
  ...{ memberId: 'example', joined: 1990, flags: [...flags], optedInto: [] },
  figures: Object.fromEntries(Object.entries(figures).map(([name, value]) => [name, { [YEAR]: value }])),
});

/** Returns what libraries of known sizes pay elsewhere, by the published formulas: figures of the year of the publication. */
export const publishedFees = (): PublishedFee[] =>
  publishedExamples.flatMap((example) => {
    const one = cases[example];
    const written = [...publishedFormulas, marmot].find(({ name }) => name === one.formula);
    if (!written) return [];
    const formula = formulaSchema.parse(written);
    const made = reckonFees({ formula, year: YEAR, members: [memberOf(one)], costs: {} });
    if ('refused' in made) return [];
    return [{ example, amount: made.total, currency: formula.currency, source: formula.source }];
  });
