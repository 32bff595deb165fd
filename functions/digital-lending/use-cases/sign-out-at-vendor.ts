import { answer } from '../../../layers/platform/http/outcome.ts';
import type { PatronDeps } from '../deps.ts';

/** Deletes a patron's sign-in at a vendor; one that is missing is no error. */
export const signOutAtVendor = async (
  { accounts }: Pick<PatronDeps, 'accounts'>,
  patronId: string,
  collectionId: string,
) => {
  await accounts.remove(patronId, collectionId);
  return answer({ collectionId });
};
