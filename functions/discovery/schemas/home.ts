import * as z from 'zod';
import { branchEventSchema, staffPickSchema } from '../domain/home/home-page.ts';

/** A recommended title as the home page shows it: the reason, the library, and enough to draw its cover. */
export const shownPickSchema = staffPickSchema.extend({
  memberId: z.string(),
  title: z.string(),
  author: z.string().optional(),
  format: z.string(),
});
export type ShownPick = z.infer<typeof shownPickSchema>;

/** The home page: recommended titles that everybody may see, and events that are not over, the next one first. */
export const homeSchema = z.strictObject({
  picks: z.array(shownPickSchema),
  events: z.array(branchEventSchema),
  /** Whether the library, or one of all, leads to the page for children. */
  childrensPage: z.literal(true).exactOptional(),
  /** Of one library: the number of changes of its content, which a change names. */
  v: z.int().min(0).optional(),
});

/** An example for the contracts. */
export const exampleEvent = {
  ...{ branchId: 'riverton.main', title: 'Story time', day: '2026-12-05', from: '10:00', until: '10:45' },
  place: 'Children’s room',
};
export const examplePick = {
  recordId: 'rec_01kb0000000000000000000000',
  sentence: 'The funniest proposal scene in English.',
};
