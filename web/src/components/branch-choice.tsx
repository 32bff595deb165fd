import type { Branch } from '../api/directory.ts';
import { BranchSpine } from './spine.tsx';

/** The branch for which a page works. It is selected in the navigation of the staff pages. */
export const BranchChoice = ({ branch }: { branch: Branch }) => (
  <p className="branch-name">
    <BranchSpine branchId={branch.branchId} />
  </p>
);
