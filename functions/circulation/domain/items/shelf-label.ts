import type { HoldClaim } from '../../../items/public/hold-claim.ts';
import type { HoldSlipChoice } from '../../../membership/public/branch.ts';

/** The choice of a branch that has made none: a stranger at the shelf reads no name. */
export const defaultHoldSlip: HoldSlipChoice = 'card';

/** The label of a copy on the hold shelf: its patron in the form that the branch chose, and the last day. */
export type ShelfLabel = { kind: HoldSlipChoice; label: string; until?: string };

type Person = { name: { family: string; given?: string | undefined }; card: string };

const SHOWN = 4;

const labelOf = (kind: HoldSlipChoice, { name: { family, given }, card }: Person, holdId: string): string => {
  if (kind === 'name') return given === undefined ? family : `${family}, ${given}`;
  return (kind === 'card' ? card : holdId.toUpperCase()).slice(-SHOWN);
};

/** Returns the label of a copy on the hold shelf. */
export const shelfLabel = (
  kind: HoldSlipChoice,
  person: Person,
  { holdId, shelfExpiresAt }: Pick<HoldClaim, 'holdId' | 'shelfExpiresAt'>,
): ShelfLabel => ({
  kind,
  label: labelOf(kind, person, holdId),
  ...(shelfExpiresAt !== undefined && { until: shelfExpiresAt }),
});
