import { deweyCallNumber, lcCallNumber } from './call-numbers.ts';
import { collects } from './collecting.ts';
import { type NamedHolding, namedHoldings } from './holdings-named.ts';
import { type ItemCategory, itemCategoryOf } from './item-categories.ts';
import { memberById, members } from './members.ts';
import { itemBarcode } from './numbers.ts';
import type { Work } from './works/work.ts';
import { works } from './works/works.ts';

/** A copy of a work. The barcode is unique in the consortium; `location` is a shelving location within the branch. */
export type DemoCopy = {
  workId: string;
  member: string;
  branch: string;
  barcode: string;
  callNumber: string;
  category: ItemCategory;
  location: string;
  copy: number;
};

/** A member's record of a work (001 is `localId`) with its copies, if any. */
export type DemoHolding = { workId: string; member: string; localId: string; copies: DemoCopy[] };

const shelfOf = (work: Work, branch: string, category: ItemCategory): string => {
  if (branch === 'ashgrove.vault') return 'vault';
  if (branch === 'harcourt.special') return 'rare';
  if (category === 'short-loan') return 'reserve';
  return work.audience === 'juvenile' ? 'children' : 'stacks';
};

const placesOf = (work: Work): NamedHolding[] => {
  const named = namedHoldings[work.id];
  if (named !== undefined) return [...named];
  return members.map(({ memberId }) => ({ member: memberId, branches: collects(work, memberId) }));
};

const usesLc = (member: string): boolean => ['academic', 'special'].includes(memberById(member).type);

function copiesOf(work: Work, { member, branches }: NamedHolding, firstNumber: number): DemoCopy[] {
  const callNumber = usesLc(member) ? lcCallNumber(work) : deweyCallNumber(work);
  return branches.map((branch, at) => {
    const category = itemCategoryOf(work, branch, at);
    return {
      workId: work.id,
      member,
      branch,
      barcode: itemBarcode(member, firstNumber + at),
      callNumber,
      category,
      location: shelfOf(work, branch, category),
      copy: at + 1,
    };
  });
}

function spread(): DemoHolding[] {
  const records = new Map<string, number>();
  const items = new Map<string, number>();
  return works.flatMap((work) =>
    placesOf(work)
      .filter(({ branches }) => branches.length > 0 || namedHoldings[work.id] !== undefined)
      .map((place) => {
        const record = (records.get(place.member) ?? 0) + 1;
        const copies = copiesOf(work, place, 100_000 + (items.get(place.member) ?? 0));
        records.set(place.member, record);
        items.set(place.member, (items.get(place.member) ?? 0) + copies.length);
        const localId = `${place.member.slice(0, 3)}${String(record).padStart(6, '0')}`;
        return { workId: work.id, member: place.member, localId, copies };
      }),
  );
}

/** Every record that a member of the demo catalogues, in the order of the works, with its copies. */
export const holdings: readonly DemoHolding[] = spread();

/** All copies of the demo. */
export const copies: readonly DemoCopy[] = holdings.flatMap((holding) => holding.copies);

/** Returns the first copy of a work at a branch or member. Throws when there is none, because a case depends on it. */
export function copyAt(workId: string, place: string): DemoCopy {
  const copy = copies.find((each) => each.workId === workId && (each.branch === place || each.member === place));
  if (copy === undefined) throw new Error(`no copy of ${workId} at ${place}`);
  return copy;
}
