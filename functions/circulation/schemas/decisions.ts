import * as z from 'zod';
import { paramsSchema } from '../../../layers/kernel/params.ts';
import { someLines } from '../../../layers/kernel/text/typed-text.ts';
import type { Permission, Refusal } from '../../../layers/platform/http/contract.ts';
import type { RefusalCode } from '../domain/decisions/refusals.ts';
import { circulationRefusals, refusalParams } from '../domain/decisions/refusals.ts';

/** A supervisor's override with its reason; `due` when the rules give no suitable due date (C65). */
export const overrideSchema = z.strictObject({
  comment: someLines(500, 3),
  due: z.iso.datetime().optional(),
});

export const checkSchema = z.strictObject({
  check: z.string(),
  passed: z.boolean(),
  detail: z.string(),
  params: paramsSchema.optional(),
});

/** The explanation of a decision: the winning loan rule, value by value, with the alternatives. */
export const explainSchema = z.strictObject({
  checks: z.array(checkSchema),
  policyVersion: z.number().int().optional(),
  due: z.strictObject({ due: z.string(), moved: z.array(z.string()) }).optional(),
  values: z
    .array(
      z.strictObject({
        value: z.string(),
        ruleId: z.string(),
        decider: z.string(),
        considered: z.array(z.strictObject({ ruleId: z.string(), specificity: z.number(), outcome: z.string() })),
        /** The consortium's limit that changed the value; `from` is null when the rule sets no limit. */
        held: z.strictObject({ by: z.string(), from: z.number().nullable(), to: z.number() }).optional(),
        /** The exception of a member, `ruleId`, that sets the value until its last day instead of all rules. */
        exception: z.strictObject({ memberId: z.string(), untilDay: z.string() }).optional(),
      }),
    )
    .optional(),
});

/** Desk staff and their supervisors at the branch that the request names. */
export const atDesk: Permission = {
  who: 'staff',
  roles: ['desk', 'desk-supervisor'],
  at: { branch: 'body.branchId' },
};

/** A self-check machine, bound to the branch that the request names. */
export const atSelfCheck: Permission = { who: 'machine', scope: 'self-check', at: { branch: 'body.branchId' } };

/** Returns the domain's refusals as those of an operation, with status 409: a refusal by a rule is a conflict with the current state. */
export const ruled = <C extends RefusalCode>(codes: readonly C[]): Record<C, Refusal> =>
  Object.fromEntries(
    codes.map((code) => {
      const params: Record<string, string> | undefined = Object.entries(refusalParams).find(
        ([one]) => one === code,
      )?.[1];
      return [code, { status: 409, meaning: circulationRefusals[code].meaning, ...(params && { params }) }];
    }),
  ) as Record<C, Refusal>;

export const placeRefusals = {
  'unknown-branch': { status: 422, meaning: 'There is no such branch.' },
  'no-policies': { status: 409, meaning: 'The consortium has not adopted loan rules and block thresholds yet.' },
} as const satisfies Record<string, Refusal>;

export const changedRefusal = {
  'changed-meanwhile': { status: 409, meaning: 'Others changed the same records again and again: try again.' },
} as const satisfies Record<string, Refusal>;

export const overrideRefusal = {
  'not-a-supervisor': { status: 403, meaning: 'Only a desk supervisor of this branch may let a refusal through.' },
} as const satisfies Record<string, Refusal>;

/** When a desk without a network did it, by its own clock; by staff only, and not longer ago than the limits allow (C87). */
export const madeAtSchema = z.iso.datetime();

export const offlineRefusals = {
  'outside-offline-days': {
    status: 422,
    meaning: 'Its time is in the future, or further back than the consortium allows.',
  },
  'newer-status': {
    status: 409,
    meaning: 'The item was scanned again later: the newer status remains.',
    params: { at: 'when it was scanned last' },
  },
  'staff-only': {
    status: 403,
    meaning:
      'Only staff (and self-checks that were off line) date a transaction back; only staff say how a claim ends.',
  },
} as const satisfies Record<string, Refusal>;
