import * as z from 'zod';
import type { Citation } from '../../../layers/kernel/citation/citation.ts';
import { citationInputSchema } from '../../../layers/kernel/citation/citation-input.ts';
import { moneySchema } from '../../../layers/kernel/money/money.ts';
import type { Refusal } from '../../../layers/platform/http/contract.ts';
import type { Service } from '../domain/requests/request.ts';
import type { ServiceLevel } from '../domain/workflow/timers.ts';

export const serviceSchema = z.enum(['loan', 'copy', 'copy-or-loan']);
export const serviceLevelSchema = z.enum(['normal', 'rush', 'express']);
/** A way in which the consortium itself fills a request that would go to a partner. */
export const localWays = ['hold', 'consortium-loan'] as const;
export type LocalWay = (typeof localWays)[number];
/** The maximum cost, in minor units. */
export const costSchema = z.strictObject({ ...moneySchema.shape, amount: z.int().min(0).max(100_000_000) });

/**
 * The requested item by a union record or a citation (of a part of the record, both), its service, dates and maximum
 * cost.
 */
export const requestInputFields = {
  recordId: z.string().min(1).max(64).optional(),
  citation: citationInputSchema.optional(),
  /** The item itself or a copy; by default a copy of a part, and a loan of anything else. */
  service: serviceSchema.optional(),
  /** The instant after which the item is of no use. */
  needBy: z.iso.datetime().optional(),
  /** Without it nothing is paid to partners. */
  maxCost: costSchema.optional(),
};

const MOST_RULED_OUT = 50;
/** The records that are not what a citation means, as stated by a person who has examined them. */
export const ruledOutSchema = z.array(z.string().min(1).max(64)).max(MOST_RULED_OUT);
/** The list as a query parameter, separated by commas. */
export const ruledOutQuery = z
  .string()
  .max(65 * MOST_RULED_OUT)
  .transform((text) => text.split(','))
  .pipe(ruledOutSchema);

/** The input of a request as the use cases receive it. Unconfirmed, a duplicate of an open request is refused. */
export type LoanRequestInput = {
  recordId?: string | undefined;
  citation?: Citation | undefined;
  service?: Service | undefined;
  pickupBranch: string;
  needBy?: string | undefined;
  serviceLevel: ServiceLevel;
  maxCost?: z.output<typeof costSchema> | undefined;
  /** Whether partners may be asked when no member can supply. */
  outside: boolean;
  confirmedDuplicate?: boolean | undefined;
  /** The records that are not what is cited, as stated by a person who has examined them. */
  notThese?: readonly string[] | undefined;
};

/** The reasons why an input is invalid. */
export const requestInputRefusals = {
  'unknown-record': { status: 404, meaning: 'There is no such record.' },
  'unknown-branch': { status: 422, meaning: 'There is no such pickup branch, or items cannot be collected there.' },
  'need-by-passed': { status: 422, meaning: 'The day by which the item is needed has passed.' },
  'cost-in-other-currency': {
    status: 422,
    meaning: 'The maximum cost and payments must be in the currency of the consortium.',
  },
  'no-policies': { status: 409, meaning: 'The consortium has not adopted loan rules and block thresholds yet.' },
} as const satisfies Record<string, Refusal>;

/** The reasons why no supplier is asked. */
export const sourceRefusals = {
  'no-supplier': {
    status: 409,
    meaning: 'No library that may be asked can supply this; `errors` says why for each.',
    params: { member: 'the id of the member, or of the partner outside', why: 'why it cannot' },
  },
  'only-outside': {
    status: 409,
    meaning: 'Only libraries outside the consortium can supply it: check date and cost, then set `outside`.',
  },
  'hold-instead': { status: 409, meaning: 'A copy that is free now can fill a hold: place a hold instead.' },
  'held-in-consortium': {
    status: 409,
    meaning: 'The consortium holds it, and a hold would be filled in time: place a hold instead of an outside request.',
  },
  'may-be-held': {
    status: 409,
    meaning:
      'The catalogue has records that may be what is cited: request one of them, or name them in `notThese` and ask outside.',
    params: { recordId: 'a record that may be meant', title: 'its title' },
  },
  'held-by-own-library': {
    status: 409,
    meaning:
      'The library itself has what is to be copied on its shelf: use it there, or confirm that it is to be sent.',
  },
} as const satisfies Record<string, Refusal>;
