import { api, take } from '../../../api/client.ts';
import type { Answered } from '../../../api/current-user.ts';
import { useWholeList } from '../../../api/use-whole-list.ts';
import type { MessageKey } from '../../../i18n/translate.ts';

/** A copy on a list of a branch. The shelf to clear also says where each goes next. */
export type ListedCopy = Answered<'circulation-list-shelf-to-clear'>['items'][number];

const paths = {
  pull: '/v1/circulation/branches/{branchId}/pull-list',
  shelf: '/v1/circulation/branches/{branchId}/hold-shelf',
  clear: '/v1/circulation/branches/{branchId}/shelf-to-clear',
  coming: '/v1/circulation/branches/{branchId}/transits',
  late: '/v1/circulation/branches/{branchId}/late-transits',
  missing: '/v1/circulation/branches/{branchId}/missing',
} as const;

/** The lists of copies of a branch. */
export type CopyList = keyof typeof paths;

/** The texts of a list: its title, what it is for, and its text when nothing is on it. */
export const listTexts: Record<CopyList, { title: MessageKey; meaning: MessageKey; none: MessageKey }> = {
  pull: { title: 'holds.pull', meaning: 'holds.pull-meaning', none: 'holds.pull-none' },
  shelf: { title: 'holds.shelf', meaning: 'holds.shelf-meaning', none: 'holds.shelf-none' },
  clear: { title: 'holds.clear', meaning: 'holds.clear-meaning', none: 'holds.clear-none' },
  coming: { title: 'holds.coming', meaning: 'holds.coming-meaning', none: 'holds.coming-none' },
  late: { title: 'holds.late', meaning: 'holds.late-meaning', none: 'holds.late-none' },
  missing: { title: 'holds.missing', meaning: 'holds.missing-meaning', none: 'holds.missing-none' },
};

export const isCopyList = (text: string): text is CopyList => text in paths;

/** Loads a whole list of copies of a branch. */
export const useCopyList = (list: CopyList, branchId: string) =>
  useWholeList(['branch-list', branchId, list], (after) =>
    take(
      // Each list has the rows of the shelf to clear, without where they go next.
      api.GET(paths[list] as typeof paths.clear, {
        params: { path: { branchId }, query: { limit: 100, ...(after && { after }) } },
      }),
    ),
  );

const byText = (one = '', other = ''): number => (one < other ? -1 : Number(one > other));

/** Sorts a pull list or what is missing in the order of a walk along the shelves: by location, then by call number. */
export const inShelfOrder = (rows: readonly ListedCopy[]): ListedCopy[] =>
  rows.toSorted(
    (one, other) =>
      one.location.localeCompare(other.location) ||
      Number(one.shelfKey === undefined) - Number(other.shelfKey === undefined) ||
      byText(one.shelfKey, other.shelfKey) ||
      byText(one.title, other.title),
  );
