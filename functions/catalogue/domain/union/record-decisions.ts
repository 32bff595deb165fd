import * as z from 'zod';

/**
 * A ruling of staff on a source record and another: they are separate, or together, whatever the matcher decides. It is stored with both,
 * by their ids, so that it survives loads; `decisionId` sorts by the time of the decision.
 */
export const rulingSchema = z.object({
  other: z.string(),
  is: z.enum(['apart', 'together']),
  decisionId: z.string(),
});
export type Ruling = z.infer<typeof rulingSchema>;

type Ruled = { rulings?: readonly Ruling[] | undefined };

/** Returns the ruling in force between a source record and another: the newest. */
export const rulingOn = ({ rulings = [] }: Ruled, other: string): Ruling | undefined => {
  let newest: Ruling | undefined;
  for (const one of rulings)
    if (one.other === other && (newest === undefined || one.decisionId > newest.decisionId)) newest = one;
  return newest;
};

/** Returns whether staff ruled on a source record. */
export const isRuled = ({ rulings = [] }: Ruled): boolean => rulings.length > 0;

/** Returns a source record's rulings without those of an undone decision: older ones on the same pair are in force again. */
export const withoutDecision = ({ rulings = [] }: Ruled, decisionId: string): Ruling[] =>
  rulings.filter((one) => one.decisionId !== decisionId);
