import * as z from 'zod';
import { type Member, memberSchema } from '../domain/member.ts';

const stored = z.object({ ...memberSchema.shape, createdAt: z.string(), v: z.number() });

/** Parses a member from a stored item; its start is the creation date by default. */
export const readMember = (item: unknown): Member => {
  const { createdAt, v: _v, ...member } = stored.parse(item);
  return { ...member, memberSince: member.memberSince ?? createdAt.slice(0, 10) };
};
