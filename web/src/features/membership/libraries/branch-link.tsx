import { Link } from '@tanstack/react-router';
import type { Branch } from '../../../api/directory.ts';

/**
 * A link to the page of a branch, with its name. The two parts of the id (`member.branch`) are two parts of the address, because the
 * origin answers an address with a dot as a file.
 */
export const BranchLink = ({ branch: { branchId, name } }: { branch: Pick<Branch, 'branchId' | 'name'> }) => {
  const [memberId = '', branch = ''] = branchId.split('.');
  return (
    <Link to="/libraries/$memberId/$branch" params={{ memberId, branch }}>
      {name}
    </Link>
  );
};
