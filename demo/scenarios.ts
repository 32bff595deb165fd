import type { ScenarioInput } from '../functions/finance/domain/cost-sharing/scenario.ts';
import { consortiumCurrency } from './members.ts';

type DemoScenario = Pick<ScenarioInput, 'title' | 'year' | 'costs' | 'budget'> & { formula: object; size: object };
type Share = [title: string, percent: string, key: object];

/** The shared cost of the services that the consortium runs for its members. */
const SERVICES = 'services';

const paidByDues = { from: 'dues', cost: SERVICES } as const;

/** The yearly budget of the consortium (minor units): dues pay 60,000 dollars, a grant of the state library a part of the e-books. */
const consortiumBudget: NonNullable<ScenarioInput['budget']> = [
  { kind: 'people', title: 'Coordinator and systems librarian', amount: 3_800_000, source: paidByDues },
  { kind: 'courier', title: 'Courier, twice a week', amount: 1_200_000, source: paidByDues },
  { kind: 'e-resources', title: 'Shared e-books', amount: 450_000, source: paidByDues },
  { kind: 'training', title: 'Training of staff', amount: 155_200, source: paidByDues },
  { kind: 'cloud', title: 'Cloud services of the platform', amount: 90_000, source: paidByDues },
  { kind: 'support', title: 'Support plan of the cloud', amount: 34_800, source: paidByDues },
  { kind: 'reserve', title: 'Reserve', amount: 270_000, source: paidByDues },
  {
    ...{ kind: 'e-resources', title: 'Shared e-books, first year of new titles', amount: 900_000 },
    source: { from: 'grant', grantor: 'State library' },
  },
];

const financed = { costs: { [SERVICES]: 6_000_000 }, budget: consortiumBudget };

const scenario = (title: string, year: number, name: string, shares: readonly Share[]): DemoScenario => ({
  ...{ title, year, ...financed, size: { figure: 'population' } },
  formula: {
    ...{ name, title, source: 'Board of directors, paper 14', currency: consortiumCurrency },
    parts: shares.map(([part, percent, key]) => ({ kind: 'share', title: part, cost: SERVICES, percent, key })),
  },
});

const by = (figure: string): object => ({ by: 'figure', figure });

/** Returns the formula that the board adopted for a year: 60,000 dollars, three tenths equally, the rest by population. */
export const adoptedDues = (year: number): DemoScenario =>
  scenario(`Dues of ${year}`, year, 'alike-and-population', [
    ['Alike', '30', { by: 'equal' }],
    ['By population', '70', by('population')],
  ]);

/** Returns the alternative formula that was proposed for a year: half by branches, half by items. */
export const rivalDues = (year: number): DemoScenario =>
  scenario(`Proposed for ${year}: branches and items`, year, 'branches-and-items', [
    ['By branches', '50', by('branches')],
    ['By items', '50', by('items')],
  ]);

/**
 * Returns the alternative for small libraries that was proposed for a year: an amount for each 5,000 residents begun, and for libraries
 * of few residents and few items a fixed discount that the others bear.
 */
export const discountDues = (year: number): DemoScenario => {
  const title = `Proposed for ${year}: residents begun, small libraries less`;
  const small = [
    { figure: 'population', upTo: 5000 },
    { figure: 'items', upTo: 20_000 },
  ];
  const begun = { dividedBy: 5000, rounded: { to: 1, mode: 'up' } };
  return {
    ...{ title, year, ...financed, size: { figure: 'population' } },
    formula: {
      ...{ name: 'residents-begun', title, source: 'Board of directors, paper 15', currency: consortiumCurrency },
      parts: [
        {
          ...{ kind: 'share', title: 'Each 5,000 residents begun', cost: SERVICES },
          key: { by: 'figure', figure: 'population', ...begun },
        },
      ],
      guards: [
        {
          ...{ kind: 'discount', title: 'Small libraries', amount: 100_000, borne: { bornBy: 'others' } },
          when: { figures: { hold: 'all', of: small } },
        },
      ],
    },
  };
};
