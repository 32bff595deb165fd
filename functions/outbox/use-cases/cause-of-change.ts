import * as z from 'zod';
import { isPartner } from '../../../layers/kernel/identity/party.ts';
import { memberOfBranch } from '../../../layers/kernel/identity/roles.ts';
import { causeOf } from '../../../layers/kernel/usage/cause.ts';
import type { imagesOf } from '../../../layers/platform/dynamodb/stream-images.ts';
import { memberOfSource } from '../../catalogue/public/source-id.ts';
import { retell } from '../../circulation/public/told-facts.ts';
import { readItem } from '../../items/public/item-store.ts';

const image = z.object({
  entity: z.string(),
  by: z.string().optional(),
  sourceId: z.string().optional(),
  sources: z.array(z.string()).optional(),
  memberId: z.string().optional(),
  member: z.string().optional(),
  patronMember: z.string().optional(),
  homeMember: z.string().optional(),
  branchId: z.string().optional(),
  requesterMember: z.string().optional(),
  facts: z.string().optional(),
});

/** Where a copy was last handled, as its facts tell: that desk's member. */
const deskOf = (item: unknown, facts: string): string | undefined => {
  const [told] = retell(facts, undefined, readItem(item));
  return told && causeOf(told.members);
};

/**
 * Whose act a change of the table is, a member's id, so that what the stream makes of it is paid by them (design.md section
 * 9): of a copy the member at whose desk it happened, of a hold its patron's home, of a source record or its items the
 * contributor, of a union record the member whose load brought it about (else its first contributor), of a merge or split the member whose cataloguer
 * decided it, of an edit the member whose record it is, of a bill the member whose money it is, of a patron the home library, of a loan request the member that asks. `consortium` where a partner outside
 * asks or the clock changes a patron: work for all. Undefined when the item does not say.
 */
export const causeOfChange = ({ before, after }: ReturnType<typeof imagesOf>): string | undefined => {
  const parsed = image.safeParse(after ?? before);
  if (!parsed.success) return undefined;
  const { entity, by, memberId, member, patronMember, homeMember, branchId, requesterMember, facts } = parsed.data;
  const { sourceId = parsed.data.sources?.[0] } = parsed.data;
  if (entity === 'loanRequest') {
    return requesterMember !== undefined && isPartner(requesterMember) ? 'consortium' : requesterMember;
  }
  if (entity === 'hold') return patronMember;
  if (entity === 'unionDecision') return memberId;
  if (entity === 'sourceChange') return sourceId && memberOfSource(sourceId);
  if (entity === 'patronStatus') return homeMember;
  if (entity === 'patronChange') return branchId === undefined ? 'consortium' : memberOfBranch(branchId);
  if (entity === 'item' && after && facts !== undefined) {
    try {
      return deskOf(after, facts) ?? memberId;
    } catch {
      // A row that is none of ours is somebody else's matter; its owner stands in it as text.
      return memberId;
    }
  }
  return by ?? memberId ?? member ?? (sourceId === undefined ? undefined : memberOfSource(sourceId));
};
