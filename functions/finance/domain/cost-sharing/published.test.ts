import { formulaSchema } from './formula.ts';
import { publishedFormulas } from './published.ts';

/** Each formula with its words, source, rates and bounds, as its consortium published them. */
const expected = [
  {
    name: 'evergreen-indiana-marginal',
    title: 'Evergreen Indiana, membership, marginal tiers',
    source: 'evergreenindiana.org/?p=5728, February 2023; the page names no method, its columns suggest marginal tiers',
    currency: 'USD',
    parts: [
      {
        kind: 'tiers',
        title: 'Operating expenditure, evaluated',
        figure: 'operating-expenditure',
        take: 'least-of-last-and-average',
        years: 5,
        method: 'marginal',
        tiers: [
          { upTo: 5000000, percent: '0' },
          { upTo: 30000000, percent: '0.700' },
          { upTo: 100000000, percent: '0.725' },
          { upTo: 500000000, percent: '0.750' },
          { upTo: 1000000000, percent: '0.800' },
          { upTo: 5000000000, percent: '1.000' },
        ],
      },
    ],
    guards: [
      {
        kind: 'phase-in',
        title: 'New members: nothing in the first year, half in the second',
        percents: ['0', '50'],
        borne: { bornBy: 'payer', payer: 'subsidy' },
      },
    ],
  },
  {
    name: 'evergreen-indiana-flat',
    title: 'Evergreen Indiana, membership, flat tiers',
    source: 'evergreenindiana.org/?p=5728, February 2023; the page names no method, its columns suggest marginal tiers',
    currency: 'USD',
    parts: [
      {
        kind: 'tiers',
        title: 'Operating expenditure, evaluated',
        figure: 'operating-expenditure',
        take: 'least-of-last-and-average',
        years: 5,
        method: 'flat',
        tiers: [
          { upTo: 5000000, percent: '0' },
          { upTo: 30000000, percent: '0.700' },
          { upTo: 100000000, percent: '0.725' },
          { upTo: 500000000, percent: '0.750' },
          { upTo: 1000000000, percent: '0.800' },
          { upTo: 5000000000, percent: '1.000' },
        ],
      },
    ],
    guards: [
      {
        kind: 'phase-in',
        title: 'New members: nothing in the first year, half in the second',
        percents: ['0', '50'],
        borne: { bornBy: 'payer', payer: 'subsidy' },
      },
    ],
  },
  {
    name: 'evergreen-indiana-implementation',
    title: 'Evergreen Indiana, implementation fee of those who join from 2024 on',
    source:
      'evergreenindiana.org/?p=5728, February 2023: a quarter of each rate; read as due once, in the year of joining',
    currency: 'USD',
    parts: [
      {
        kind: 'tiers',
        title: 'Operating expenditure, evaluated',
        figure: 'operating-expenditure',
        take: 'least-of-last-and-average',
        years: 5,
        method: 'marginal',
        when: { joinedFrom: 2024 },
        once: 'joining',
        tiers: [
          { upTo: 5000000, percent: '0' },
          { upTo: 30000000, percent: '0.175' },
          { upTo: 100000000, percent: '0.18125' },
          { upTo: 500000000, percent: '0.1875' },
          { upTo: 1000000000, percent: '0.2' },
          { upTo: 5000000000, percent: '0.25' },
        ],
      },
    ],
  },
  {
    name: 'mnpals',
    title: 'MnPALS, consortium services',
    source: 'mnpals.org, funding formula, fiscal year 2021',
    currency: 'USD',
    parts: [
      { kind: 'fixed', title: 'Base', amount: 300000 },
      { kind: 'per-unit', title: 'Carnegie tier', figure: 'carnegie-tier', price: '2000' },
      { kind: 'per-unit', title: 'Full-year equivalents', figure: 'students-fye', price: '3' },
      {
        kind: 'flag',
        title: 'No staff with an Alma certificate',
        flag: 'alma-certified-staff',
        is: false,
        amount: 500000,
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
        kind: 'share',
        title: 'Patrons beyond the first 3,000',
        cost: 'ils',
        percent: '20',
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
        kind: 'share',
        title: 'Circulation, average of five years',
        cost: 'ils',
        percent: '30',
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
        kind: 'prorated',
        title: 'Prorated by the nearest limit',
        amount: 2000000,
        limits: [
          { figure: 'items', full: 70000 },
          { figure: 'students-fte', full: 500 },
          { figure: 'population', full: 7000 },
        ],
        beyond: 'refused',
      },
    ],
  },
  {
    name: 'jisc-bands',
    title: 'Jisc, bands 10 to 1: universities by income, research institutes by staff in science (bands: our example)',
    source:
      'subscriptionsmanager.jisc.ac.uk/about/banding-methodology: total relevant income, average of three years; weights are midpoints of bands as multiples of band 10’s. Bounds and weights are an example worked by us: put in those of your agreement',
    currency: 'GBP',
    parts: [
      {
        kind: 'share',
        title: 'By band',
        cost: 'deal',
        key: {
          by: 'cases',
          cases: [
            {
              when: { flags: ['research-institute'] },
              key: {
                by: 'bands',
                figure: 'science-fte',
                bands: [{ upTo: 50, weight: 1 }, { upTo: 200, weight: 5 }, { upTo: 500, weight: 14 }, { weight: 30 }],
              },
            },
            {
              key: {
                by: 'bands',
                figure: 'total-relevant-income',
                take: 'average',
                years: 3,
                bands: [
                  { upTo: 500000000, weight: 1 },
                  { upTo: 1500000000, weight: 4 },
                  { upTo: 2500000000, weight: 8 },
                  { upTo: 5000000000, weight: 15 },
                  { upTo: 7500000000, weight: 25 },
                  { upTo: 12500000000, weight: 40 },
                  { upTo: 17500000000, weight: 60 },
                  { upTo: 25000000000, weight: 85 },
                  { upTo: 35000000000, weight: 120 },
                  { upTo: 55000000000, weight: 180 },
                  { weight: 260 },
                ],
              },
            },
          ],
        },
      },
    ],
  },
  {
    name: 'palci-two-pools',
    title: 'PALCI, common services in the dues, others at full cost for those who opt in (rates: our example)',
    source:
      'palci.org, service framework: all pay for common services, used or not; who opts in pays the full cost with overhead and contingency. The equal key and the 10 and 5 percent are an example worked by us: put in your own',
    currency: 'USD',
    parts: [
      { kind: 'share', title: 'Common services', cost: 'common-services', key: { by: 'equal' } },
      {
        kind: 'share',
        title: 'Opted into, with 10 % overhead and 5 % contingency',
        cost: 'opt-in-service',
        addPercent: '15',
        onlyOptedInto: 'opt-in-service',
        key: { by: 'equal' },
      },
    ],
  },
];

test('a published formula has the words, rates and bounds of its source, and is a formula', () => {
  expect(publishedFormulas).toEqual(expected);
  for (const formula of publishedFormulas) expect(formulaSchema.parse(formula)).toMatchObject(formula);
});
