import type { UnionFollower } from './catalogue/public/union-follower.ts';
import { followHolds } from './circulation/public/follow-holds.ts';

/**
 * How each context follows a merge or split of union records. Saved lists and requests need no entry: they resolve an old record
 * id when they are read, as permalinks do.
 */
export const unionFollowers: readonly UnionFollower[] = [followHolds];
