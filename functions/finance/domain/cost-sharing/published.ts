import type * as z from 'zod';
import type { formulaSchema } from './formula.ts';
import { templates } from './templates.ts';

type Written = z.input<typeof formulaSchema>;

// Bounds are in cents: figures that are money are in minor units.
const evergreenTiers = (rates: readonly string[]) =>
  [50_000, 300_000, 1_000_000, 5_000_000, 10_000_000, 50_000_000].map((upTo, at) => ({
    upTo: upTo * 100,
    percent: rates[at] ?? '0',
  }));
const rates = ['0', '0.700', '0.725', '0.750', '0.800', '1.000'];
const evaluated = { figure: 'operating-expenditure', take: 'least-of-last-and-average', years: 5 } as const;

const evergreen = (method: 'marginal' | 'flat'): Written => ({
  name: `evergreen-indiana-${method}`,
  title: `Evergreen Indiana, membership, ${method} tiers`,
  source: 'evergreenindiana.org/?p=5728, February 2023; the page names no method, its columns suggest marginal tiers',
  currency: 'USD',
  parts: [
    { kind: 'tiers', title: 'Operating expenditure, evaluated', ...evaluated, method, tiers: evergreenTiers(rates) },
  ],
  guards: [
    {
      kind: 'phase-in',
      title: 'New members: nothing in the first year, half in the second',
      percents: ['0', '50'],
      borne: { bornBy: 'payer', payer: 'subsidy' },
    },
  ],
});

/**
 * Formulas as published by consortia, as a starting point for own formulas. Data that a source does not give, a rate or a method, is not
 * invented: costs are given with the figures, and bands end where the published table ends. When a rule was published without its
 * numbers, the template says that they are ours.
 */
export const publishedFormulas: readonly Written[] = [
  evergreen('marginal'),
  evergreen('flat'),
  {
    name: 'evergreen-indiana-implementation',
    title: 'Evergreen Indiana, implementation fee of those who join from 2024 on',
    source:
      'evergreenindiana.org/?p=5728, February 2023: a quarter of each rate; read as due once, in the year of joining',
    currency: 'USD',
    parts: [
      {
        ...{ kind: 'tiers', title: 'Operating expenditure, evaluated', ...evaluated, method: 'marginal' },
        when: { joinedFrom: 2024 },
        once: 'joining',
        tiers: evergreenTiers(['0', '0.175', '0.18125', '0.1875', '0.2', '0.25']),
      },
    ],
  },
  {
    name: 'mnpals',
    title: 'MnPALS, consortium services',
    source: 'mnpals.org, funding formula, fiscal year 2021',
    currency: 'USD',
    parts: [
      { kind: 'fixed', title: 'Base', amount: 300_000 },
      { kind: 'per-unit', title: 'Carnegie tier', figure: 'carnegie-tier', price: '2000' },
      { kind: 'per-unit', title: 'Full-year equivalents', figure: 'students-fye', price: '3' },
      {
        kind: 'flag',
        title: 'No staff with an Alma certificate',
        flag: 'alma-certified-staff',
        is: false,
        amount: 500_000,
      },
    ],
  },
  {
    name: 'nc-cardinal',
    title: 'NC Cardinal, half by branches, half alike',
    source: 'NC Cardinal, fiscal year 2020-21 (Lee County document 614953, page 25): the state pays years one and two',
    currency: 'USD',
    parts: [
      { kind: 'share', title: 'Branches', cost: 'ils', percent: '50', key: { by: 'figure', figure: 'branches' } },
      { kind: 'share', title: 'Shared system', cost: 'ils', percent: '50', key: { by: 'equal' } },
    ],
    guards: [
      {
        kind: 'phase-in',
        title: 'The first two years are the state’s',
        percents: ['0', '0'],
        borne: { bornBy: 'payer', payer: 'state' },
      },
    ],
  },
  {
    name: 'sig-four-keys',
    title: 'Half alike, the rest by items, circulation and patrons',
    source: 'SirsiDynix interest group (slideplayer 5979): 50 % equal, 15 % items, 15 % circulation, 20 % patrons',
    currency: 'USD',
    parts: [
      { kind: 'share', title: 'Alike', cost: 'ils', percent: '50', key: { by: 'equal' } },
      { kind: 'share', title: 'Items', cost: 'ils', percent: '15', key: { by: 'figure', figure: 'items' } },
      { kind: 'share', title: 'Circulation', cost: 'ils', percent: '15', key: { by: 'figure', figure: 'circulation' } },
      {
        ...{ kind: 'share', title: 'Patrons beyond the first 3,000', cost: 'ils', percent: '20' },
        key: { by: 'figure', figure: 'patrons', lessFirst: 3000 },
      },
    ],
  },
  {
    name: 'sig-three-keys',
    title: 'Two fifths alike, the rest by five years of circulation and by workstations',
    source: 'SirsiDynix interest group (slideplayer 5979): 40 % equal, 30 % five-year circulation, 30 % workstations',
    currency: 'USD',
    parts: [
      { kind: 'share', title: 'Alike', cost: 'ils', percent: '40', key: { by: 'equal' } },
      {
        ...{ kind: 'share', title: 'Circulation, average of five years', cost: 'ils', percent: '30' },
        key: { by: 'figure', figure: 'circulation', take: 'average', years: 5 },
      },
      {
        kind: 'share',
        title: 'Workstations',
        cost: 'ils',
        percent: '30',
        key: { by: 'figure', figure: 'workstations' },
      },
    ],
  },
  {
    name: 'noble-small-libraries',
    title: 'NOBLE, small libraries',
    source:
      'noblenet.org: up to 70,000 items, 500 students or 7,000 inhabitants; 20,000 dollars, prorated. Larger libraries pay by another',
    currency: 'USD',
    parts: [
      {
        ...{ kind: 'prorated', title: 'Prorated by the nearest limit', amount: 2_000_000 },
        limits: [
          { figure: 'items', full: 70_000 },
          { figure: 'students-fte', full: 500 },
          { figure: 'population', full: 7000 },
        ],
        beyond: 'refused',
      },
    ],
  },
  ...templates,
];
