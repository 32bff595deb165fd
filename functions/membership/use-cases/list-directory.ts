import * as z from 'zod';
import { readOpaque, writeOpaque } from '../../../layers/kernel/text/opaque-json.ts';
import type { PageRequest } from '../../../layers/platform/dynamodb/cursor.ts';
import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import { branchInForce } from '../data/branch-codec.ts';
import type { DirectoryMember } from '../data/directory-store.ts';

const cursorSchema = z.strictObject({ afterMember: z.string() });

/** Lists a page of members by id, with the opening hours in force at `now` (epoch ms). A cursor continues behind a member. */
export const listDirectory = (directory: readonly DirectoryMember[], { limit, after }: PageRequest, now: number) => {
  const start = after === undefined ? { afterMember: '' } : cursorSchema.safeParse(readOpaque(after)).data;
  if (!start) return refuse('bad-cursor', 'The cursor is not one of this list.', '/query/after');
  const rest = directory.filter(({ memberId }) => memberId > start.afterMember);
  const page = rest.slice(0, limit);
  const last = page.at(-1);
  const members = page.map((member) => ({
    ...member,
    branches: member.branches.map((one) => branchInForce(one, now)),
  }));
  const next = last && rest.length > page.length ? writeOpaque({ afterMember: last.memberId }) : undefined;
  return answer({ members, ...(next !== undefined && { next }) });
};
