import * as z from 'zod';
import type { CountedCopy } from '../domain/copyright/copy-count.ts';
import { type CopyDecision, copyDecisionSchema } from '../domain/copyright/decision.ts';
import { key } from './keys.ts';

const text = z.string();
/** How many copies count, as stored. */
export const count = z.object({
  periodical: text,
  title: text.exactOptional(),
  counted: z.number().default(0),
  beyond: z.number().default(0),
});
/** One counted copy, as stored. */
export const record = z.object({
  requestId: text,
  memberId: text,
  year: text,
  periodical: text,
  requestedOn: text,
  article: z.object({
    title: text.exactOptional(),
    issn: z.array(text).exactOptional(),
    partTitle: text.exactOptional(),
    date: text.exactOptional(),
    volume: text.exactOptional(),
    issue: text.exactOptional(),
    pages: text.exactOptional(),
  }),
  /** The statement sent with the request (ISO 18626 copyrightCompliance). */
  compliance: text,
  state: z.enum(['asked', 'filled', 'not-filled']),
  endedAt: text.exactOptional(),
  decided: z.object({ by: text, at: text, decision: copyDecisionSchema }).exactOptional(),
  /** Epoch seconds, after which the row is expired even if it still exists. */
  expiresAt: z.number(),
});

/**
 * How many copies of a periodical a member has requested in a year: `counted` within the limit, `beyond` by staff
 * decision.
 */
export type PeriodicalCount = z.infer<typeof count>;

/** The record of one counted copy, retained as long as the guidelines require; it never names the patron. */
export type CopyRecord = z.infer<typeof record>;

/** The person who allowed a copy, the time (ISO instant) and the reason. */
export type DecidedCopy = { by: string; at: string; decision: CopyDecision };

/** The key of the count of a member's periodical in a year. */
export const countKey = ({ memberId, year, periodical }: Pick<CountedCopy, 'memberId' | 'year' | 'periodical'>) =>
  key('copyrightCount', { memberId, year, periodical });
