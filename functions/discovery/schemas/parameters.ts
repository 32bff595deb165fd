import * as z from 'zod';
import { memberIdSchema } from '../../../layers/kernel/identity/member-id.ts';

const MOST_VALUES = 30;

/**
 * Parses several values of at most `longest` characters in one parameter, each once, separated by commas: a gateway joins repeated
 * parameters in the same way.
 */
export const listOf = <O>(value: z.ZodType<O>, most = MOST_VALUES, longest = 33) =>
  z
    .string()
    .max(most * (longest + 1))
    .meta({ description: `Up to ${most} values, parted by commas.` })
    .transform((text, context): O[] => {
      const given = [...new Set(text.split(',').filter((one) => one !== ''))];
      const parsed = z.array(value).max(most).safeParse(given);
      if (parsed.success) return parsed.data;
      for (const { message } of parsed.error.issues) context.addIssue({ code: 'custom', message });
      return z.NEVER;
    });

/** The members whose records a list contains, sorted; empty means the whole consortium. */
export const membersQuery = listOf(memberIdSchema).transform((members) => members.toSorted());

/** Parses a small number in a parameter, within limits. */
export const numberQuery = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d{1,3}$/, 'Give a number.')
    .transform(Number)
    .pipe(z.number().min(least).max(most));
