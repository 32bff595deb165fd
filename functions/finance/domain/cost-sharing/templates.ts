import type * as z from 'zod';
import type { formulaSchema } from './formula.ts';

type Written = z.input<typeof formulaSchema>;

const POUND = 100;
const MILLION = 1_000_000 * POUND;

/** Our own example: upper bounds in millions of pounds, and the midpoint of each band over that of band 10. */
const bandsOfIncome = [
  ['10', 5, 1],
  ['9', 15, 4],
  ['8', 25, 8],
  ['7', 50, 15],
  ['6', 75, 25],
  ['5B', 125, 40],
  ['5A', 175, 60],
  ['4', 250, 85],
  ['3', 350, 120],
  ['2', 550, 180],
  ['1', undefined, 260],
] as const;
const bandsOfStaff = [{ upTo: 50, weight: 1 }, { upTo: 200, weight: 5 }, { upTo: 500, weight: 14 }, { weight: 30 }];

/**
 * Formulas of which a consortium has published the rule but not the numbers: bounds, weights and rates are our example, to be replaced,
 * as `source` says.
 */
export const templates: readonly Written[] = [
  {
    name: 'jisc-bands',
    title: 'Jisc, bands 10 to 1: universities by income, research institutes by staff in science (bands: our example)',
    source:
      'subscriptionsmanager.jisc.ac.uk/about/banding-methodology: total relevant income, average of three years; weights are midpoints of bands as multiples of band 10’s. Bounds and weights are an example worked by us: put in those of your agreement',
    currency: 'GBP',
    parts: [
      {
        ...{ kind: 'share', title: 'By band', cost: 'deal' },
        key: {
          by: 'cases',
          cases: [
            {
              when: { flags: ['research-institute'] },
              key: { by: 'bands', figure: 'science-fte', bands: bandsOfStaff },
            },
            {
              key: {
                ...{ by: 'bands', figure: 'total-relevant-income', take: 'average', years: 3 },
                bands: bandsOfIncome.map(([, millions, weight]) => ({
                  ...(millions !== undefined && { upTo: millions * MILLION }),
                  weight,
                })),
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
        ...{ kind: 'share', title: 'Opted into, with 10 % overhead and 5 % contingency', cost: 'opt-in-service' },
        ...{ addPercent: '15', onlyOptedInto: 'opt-in-service', key: { by: 'equal' } },
      },
    ],
  },
];
