import * as z from 'zod';
import { ruleEffectSchema } from '../../../circulation/public/rule-effect-schema.ts';

/** The kinds of policy whose changes are simulated with logged decisions. A ballot on one of them needs a simulation of its text. */
export const simulatedKinds = ['loan-rules', 'blocks', 'floors', 'exceptions'] as const;
export type SimulatedKind = (typeof simulatedKinds)[number];

/** Returns whether changes of a kind of policy are simulated. */
export const isSimulated = (kind: string | undefined): kind is SimulatedKind =>
  simulatedKinds.some((one) => one === kind);

/**
 * What a simulation covers: the year before it was made, the time since the proposal was opened, or the first 30 or 90 days after the rules
 * began.
 */
export const effectParts = ['simulation', 'since-opened', 'after-30', 'after-90'] as const;
export type EffectPart = (typeof effectParts)[number];

/** What the log had between two instants, and what other rules would have made of it. */
export const replayedSchema = z.strictObject({
  from: z.iso.datetime(),
  /** Not included. */
  to: z.iso.datetime(),
  /** The first and the last local day with a logged decision; absent where there was none. */
  ...{ firstDay: z.iso.date().exactOptional(), lastDay: z.iso.date().exactOptional() },
  /** Whether all months were read: of a very large log only the last ones are. */
  isWhole: z.boolean(),
  effect: ruleEffectSchema,
});
export type Replayed = z.infer<typeof replayedSchema>;

/** A stored simulation of one text of a proposal, with its SHA-256. */
export const proposalEffectSchema = replayedSchema.extend({
  part: z.enum(effectParts),
  number: z.int().min(1).describe('The number of the text'),
  at: z.iso.datetime(),
  hash: z.string(),
});
export type ProposalEffect = z.infer<typeof proposalEffectSchema>;

const DAY = 86_400_000;

/** Returns the reports that are due after rules began (epoch ms), and are not among those that exist. */
export const effectsDue = (
  began: number,
  now: number,
  exist: readonly { part: EffectPart }[],
): { part: 'after-30' | 'after-90'; days: number }[] =>
  ([30, 90] as const).flatMap((days) => {
    const part = `after-${days}` as const;
    return now < began + days * DAY || exist.some((one) => one.part === part) ? [] : [{ part, days }];
  });

type Simulable = { kind?: string; text: { number: number }; simulation?: { number: number } };

/** Returns whether the last text of a proposal has rules that are simulated, and no simulation. */
export const lacksSimulation = ({ kind, text, simulation }: Simulable): boolean =>
  isSimulated(kind) && simulation?.number !== text.number;
