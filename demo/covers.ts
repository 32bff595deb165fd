import { holdings } from './holdings.ts';
import { homeContents } from './home-content.ts';
import type { Work } from './works/work.ts';

/** The titles that libraries recommend and have: each library uploads a cover for its first ones. */
const COVERS_EACH = 2;

/** The covers that libraries of the demo uploaded: of works that they have, drawn by `draw-cover.ts`. */
export const demoCovers: readonly { memberId: string; work: string }[] = homeContents.flatMap(({ memberId, picks }) =>
  picks
    .filter(({ work }) => holdings.some((one) => one.member === memberId && one.workId === work))
    .slice(0, COVERS_EACH)
    .map(({ work }) => ({ memberId, work })),
);

/** Returns the title of a work as on its cover: without its subtitle. */
export const titleOf = ({ title }: Work): string => title.romanised.split(' : ')[0] ?? '';
