import * as z from 'zod';
import { haveNames, membersSettingSchema, ownNames } from './own-values.ts';
import { policyKind } from './policy-kind.ts';

/** The block codes that prevent an act; `all` is every block. */
const stopping = z.union([z.literal('all'), z.array(z.string().min(1).max(40)).max(50)]);

/** The acts on a hold that a patron's blocks can prevent: placing it, capturing a copy for it, and its pickup (C27). */
export const blockedActs = ['hold', 'capture', 'fulfil'] as const;
export type BlockedAct = (typeof blockedActs)[number];

/** The action of a desk for a copy that a patron wants to borrow and a hold of another patron could use. */
export const othersWaitRules = ['refuse', 'ask', 'ignore'] as const;
export type OthersWaitRule = (typeof othersWaitRules)[number];

/** How holds are placed, changed and ended: adopted by the consortium like every policy. The defaults apply without an adopted policy. */
export const holdsSchema = z
  .strictObject({
    maxDuplicates: z
      .int()
      .min(1)
      .max(20)
      .default(1)
      .describe('Maximum number of open holds and loans of a patron for one title (C28)'),
    /** Two settings for a copy on a shelf of the pickup branch: a warning, or a refusal of the hold (C29). */
    localCopyAlert: z.boolean().default(false),
    localCopyBlock: z.boolean().default(false),
    /** Which blocks prevent which act. A block that only prevents new holds does not affect existing ones (C27). */
    blocks: z
      .strictObject({
        hold: stopping.default('all'),
        capture: stopping.default([]),
        fulfil: stopping.default('all'),
      })
      .prefault({}),
    maxOverdue: z
      .int()
      .min(1)
      .max(1000)
      .nullable()
      .default(null)
      .describe('Number of overdue loans from which no hold may be placed; null: no limit (C35)'),
    othersWait: z
      .enum(othersWaitRules)
      .default('ask')
      .describe(
        'A checkout of a copy that another patron’s hold could use: refused (refuse), refused without an override (ask), or permitted (ignore)',
      ),
    restoredGoesLast: z
      .boolean()
      .default(false)
      .describe('Whether a restored hold gets a new place instead of its old one (C64)'),
    maxSuspendedDays: z.int().min(1).max(3650).default(366).describe('Maximum days until the end of a suspension'),
    /** What members set for their own patrons. */
    members: membersSettingSchema.exactOptional(),
  })
  .refine(haveNames(ownNames.holds), 'no member sets such a value');
export type HoldsPolicy = z.infer<typeof holdsSchema>;

/** The default until the consortium adopts a policy. */
export const defaultHolds: HoldsPolicy = holdsSchema.parse({});

export const holdsKind = policyKind('holds', holdsSchema);
