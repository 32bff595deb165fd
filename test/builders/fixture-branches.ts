import { contract } from '../../functions/membership/operations/show-branch/contract.ts';

type Edited = typeof contract.example.output;
let edited: Edited = contract.example.output;

/** The branch that an administrator edits, as last written. */
export const fixtureBranch = (): Edited => edited;

/** Changes it and counts its version; undefined when the change was made from an earlier one. */
export const fixtureChangedBranch = (
  { version, ...details }: Record<string, unknown>,
  part: 'details' | 'calendar',
): Edited | undefined => {
  if (version !== edited.version) return undefined;
  const { timeZone, weekly, closures } = details as Edited['branch']['calendar'];
  const { branchId, calendar } = edited.branch;
  const branch =
    part === 'details'
      ? { ...(details as Edited['branch']), branchId, calendar }
      : { ...edited.branch, calendar: { timeZone, weekly, closures } };
  edited = { ...edited, branch, version: edited.version + 1 };
  return edited;
};
