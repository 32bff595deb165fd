import type { ReactNode } from 'react';
import { memberOf, useDirectory } from '../api/directory.ts';
import './spine.css';

const COLOURS = 9;

/** Returns the number of a member's colour: by its place in the directory, 0 for the consortium, 10 (a pattern) after nine members. */
export const useMemberColour = (memberId: string): number => {
  const { members } = useDirectory();
  const place = members.findIndex((member) => member.memberId === memberId);
  return Math.min(place, COLOURS) + 1;
};

/** The bar in the colour of a member, always with a name: the member's, unless others are given. */
export const Spine = ({ memberId, children }: { memberId: string; children?: ReactNode }) => {
  const { memberName } = useDirectory();
  const colour = useMemberColour(memberId);
  return (
    <span className={`spine spine-${colour}`}>
      <span>{children ?? memberName(memberId)}</span>
    </span>
  );
};

/** The name of a branch with the bar of its member. */
export const BranchSpine = ({ branchId }: { branchId: string }) => {
  const { branchName } = useDirectory();
  return <Spine memberId={memberOf(branchId)}>{branchName(branchId)}</Spine>;
};
