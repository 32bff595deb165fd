import type { SVGProps } from 'react';
import { useMemberColour } from '../../../components/spine.tsx';

/** A part of a bar in the colour of a member. */
export const MemberBar = ({ member, ...place }: { member: string } & SVGProps<SVGRectElement>) => (
  <rect className={`trend-member trend-m${useMemberColour(member)}`} {...place} />
);
