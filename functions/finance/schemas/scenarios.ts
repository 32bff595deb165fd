import * as z from 'zod';
import { isId } from '../../../layers/kernel/identity/id.ts';
import type { Permission, Refusal } from '../../../layers/platform/http/contract.ts';
import { feesSchema } from '../domain/cost-sharing/fees.ts';
import { monthsClosedSchema } from '../domain/cost-sharing/months-closed.ts';
import { formulaRefusalSchema } from '../domain/cost-sharing/reckoning.ts';
import {
  checkSchema,
  concernSchema,
  type reportedFiguresSchema,
  scenarioSchema,
} from '../domain/cost-sharing/scenario.ts';

/** The roles that prepare formulas and figures for all members. */
export const preparers: Permission = { who: 'staff', roles: ['finance-preparer'], at: 'consortium' };

export const scenarioIdSchema = z
  .string()
  .refine((text) => isId('scenario', text), 'A scenario’s id begins with scn_.');
export const scenarioParams = z.strictObject({ scenarioId: scenarioIdSchema });

/** The version of a row as read, for a change: 0 when there is none yet. */
export const versionSchema = z.int().min(0).max(1e9);

/** A scenario with its outcome. */
export const scenarioViewSchema = z.strictObject({
  scenario: scenarioSchema,
  /** Absent when a draft lacks something. A member's finance staff get only their own fee. */
  outcome: z
    .strictObject({
      fees: feesSchema.shape.fees,
      total: z.number().int(),
      payers: feesSchema.shape.payers,
      ...checkSchema.shape,
      /** SHA-256 over everything that is, or would be, frozen: an approver adopts the content displayed with it. */
      seal: z.string(),
      /** Whether the frozen data still gives the seal of its adoption; only for readers of the whole. */
      intact: z.boolean().optional(),
    })
    .optional(),
  /** The warnings that an approver must acknowledge to adopt it unchanged, without replacements; for a draft, and readers of the whole. */
  concerns: z.array(concernSchema),
  /** The other scenarios in force for its year: each is either replaced by it, or billed as well. */
  besides: z.array(z.strictObject({ scenarioId: z.string(), title: z.string(), formula: z.string() })),
  /** For a draft: months of its year with written statements, for which its fees are too late, and their part of the fees. */
  monthsClosed: monthsClosedSchema.optional(),
  lacking: z.array(formulaRefusalSchema),
  /** Members of the consortium without figures, and so without a part in a draft. */
  withoutFigures: z.array(z.string()),
});

export const unknownScenario = {
  'unknown-scenario': {
    status: 404,
    meaning: 'There is no such scenario, or it is not adopted and therefore not visible to you.',
  },
} as const satisfies Record<string, Refusal>;

export const changedScenario = {
  'not-draft': { status: 409, meaning: 'The scenario was adopted: nothing changes it any more.' },
  'changed-meanwhile': { status: 409, meaning: 'Others changed it since you read it: look again.' },
} as const satisfies Record<string, Refusal>;

export const budgetRefusal = {
  'budget-differs': {
    status: 422,
    meaning: 'The lines of the budget that dues pay do not sum to the shared cost of the same name.',
  },
} as const satisfies Record<string, Refusal>;

export const notReckonableRefusal = {
  'not-reckonable': {
    status: 409,
    meaning: 'A figure or a cost is missing, or a limit of the formula cannot be met: errors[] names each.',
  },
} as const satisfies Record<string, Refusal>;

export const exampleFigures: z.input<typeof reportedFiguresSchema> = {
  memberId: 'riverton',
  joined: 2012,
  figures: { population: { '2025': 18_200, '2026': 18_450 }, 'operating-expenditure': { '2026': 250_000_000 } },
  flags: ['rural'],
  optedInto: [],
  feeBefore: 1_700_000,
  takesPart: true,
  changed: { at: '2026-11-24T10:00:00.000Z', by: 'staff:stf_01kb0000000000000000000000' },
  v: 1,
};

export const exampleScenarioInput = {
  title: 'Marginal tiers, 2027',
  year: 2027,
  formula: {
    ...{
      name: 'tiers-2027',
      title: 'Marginal tiers on operating expenditure',
      source: 'Worked by us',
      currency: 'USD',
    },
    parts: [
      {
        ...{ kind: 'tiers' as const, title: 'Operating expenditure', figure: 'operating-expenditure' },
        method: 'marginal' as const,
        tiers: [{ upTo: 5_000_000, percent: '0' }, { percent: '0.7' }],
      },
    ],
  },
  costs: {},
  size: { figure: 'population' },
};

export const exampleScenario: z.input<typeof scenarioSchema> = {
  scenarioId: 'scn_01kb0000000000000000000000',
  ...exampleScenarioInput,
  state: 'draft',
  made: { at: '2026-11-24T10:00:00.000Z', by: 'staff:stf_01kb0000000000000000000000' },
  preparers: ['staff:stf_01kb0000000000000000000000'],
  v: 1,
};

export const exampleSeal = '5feceb66ffc86f38d952786c6d696c79c2dbc239dd4e91b46729d73a27fb57e9';

export const exampleOutcome = {
  fees: [
    {
      memberId: 'riverton',
      fee: 1_715_000,
      lines: [
        {
          ...{ title: 'Operating expenditure', of: 'part' as const, amount: 1_715_000 },
          basis: { figure: 'operating-expenditure', value: '250000000', rule: 'marginal 0.7 %' },
        },
      ],
    },
  ],
  total: 1_715_000,
  payers: [],
  checkedBy: ['population'],
  warnings: [],
  seal: exampleSeal,
};
