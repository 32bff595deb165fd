import * as z from 'zod';
import { memberIdSchema } from '../../layers/domain/membership/member.ts';

const MOST_MEMBERS = 30;

/** Members in one parameter, parted by commas: whose records a list is of. None means all of the consortium. */
export const membersQuery = z
  .string()
  .max(2000)
  .meta({ description: `Up to ${MOST_MEMBERS} members, parted by commas.` })
  .transform((text) => [...new Set(text.split(',').filter((one) => one !== ''))].sort())
  .pipe(z.array(memberIdSchema).max(MOST_MEMBERS));

/** A small number in a parameter, within bounds. */
export const numberQuery = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d{1,3}$/, 'Give a number.')
    .transform(Number)
    .pipe(z.number().min(least).max(most));
