import * as z from 'zod';
import { descriptionViewSchema } from '../../catalogue/public/views.ts';
import { itemStates } from '../../items/public/item-states.ts';
import { schemaOrgSchema } from './export/schema-org-schema.ts';
import { codedFacets } from './query/search-parameters.ts';

const count = z.number().int().min(0);

/** How many copies a member has that the viewer may see, and how many stand on the shelf now. */
export const memberCopiesSchema = z.strictObject({ memberId: z.string(), copies: count, available: count });
export type MemberCopies = z.infer<typeof memberCopiesSchema>;

/** A record in a list of hits. */
export const hitSchema = z.strictObject({
  recordId: z.string(),
  title: z.string(),
  responsibility: z.string().optional(),
  author: z.string().optional(),
  /** The title in its own script, or another title it is known by. */
  otherTitle: z.string().optional(),
  publishers: z.array(z.string()),
  year: z.number().int().optional(),
  edition: z.string().optional(),
  extent: z.string().optional(),
  format: z.string(),
  languages: z.array(z.string()),
  isOnline: z.boolean(),
  isbn13: z.array(z.string()),
  /** Live, out of the table; members in the order of their ids. */
  members: z.array(memberCopiesSchema),
  /** Of a work: how many of its editions were found, this one among them. */
  editions: z.number().int().min(1).optional(),
  /** Of a work: its name, by which a search finds its editions. */
  work: z.string().optional(),
  /** In the order of call numbers: the one by which it stands there, and whose it is. */
  shelvedAs: z.strictObject({ memberId: z.string(), callNumber: z.string() }).optional(),
});
export type Hit = z.infer<typeof hitSchema>;

const bucket = z.strictObject({ value: z.string(), count });

/** A heading of a facet: the value by which a search narrows to it, as it is shown, and how many hits stand under it. */
export const facetHeadingSchema = z.strictObject({ value: z.string(), heading: z.string(), count });

/** A value of a facet as it is found while typing: codes have no `heading`, who shows them has words for them. */
export const facetValueSchema = facetHeadingSchema.partial({ heading: true });

/** What the hits can be narrowed to. Each facet is counted as if nothing of its own were chosen; `decade` by first year. */
export const facetsSchema = z.strictObject({
  format: z.array(bucket),
  language: z.array(bucket),
  member: z.array(bucket),
  decade: z.array(z.strictObject({ from: z.number().int(), count })),
  /** Those that were chosen; others are looked for by what one types (`discovery-suggest-facet-values`). */
  author: z.array(facetHeadingSchema).optional(),
  subject: z.array(facetHeadingSchema).optional(),
  /** The facets with more values than the most frequent ones that stand here; absent where there is none. */
  more: z.array(z.enum(codedFacets)).optional(),
});
export type Facets = z.infer<typeof facetsSchema>;

/** A page of hits. */
export const searchViewSchema = z.strictObject({
  /** Records, also where the editions of a work are one hit. Exact up to 10,000; beyond, `atLeast` says that there are more. */
  total: z.strictObject({ count, atLeast: z.boolean() }),
  /** True when nothing fits the words exactly, so that these only come near. */
  relaxed: z.boolean(),
  /** With `relaxed`: the words that these hits fit, where the likeliest spelling finds some. */
  corrected: z.string().optional(),
  /** Words that find far more than the few hits here, for the reader to choose. */
  suggestion: z.string().optional(),
  hits: z.array(hitSchema),
  /** With the first page only. */
  facets: facetsSchema.optional(),
  /** The cursor of the next page; absent on the last. */
  next: z.string().optional(),
});

export type SearchView = z.infer<typeof searchViewSchema>;

/** A copy on a record's page: what it is and where it stands. Never who has it. */
export const liveCopySchema = z.strictObject({
  itemId: z.string(),
  barcode: z.string(),
  location: z.string(),
  callNumber: z.string(),
  category: z.string(),
  copyNumber: z.string(),
  volume: z.string(),
  state: z.enum(Object.keys(itemStates.states)),
  /** When a loan ends. */
  due: z.iso.datetime().optional(),
  /** The branch it is at or on its way to, when that is not its own. */
  elsewhere: z.string().optional(),
});
export type LiveCopy = z.infer<typeof liveCopySchema>;

/** A member's copies, branch by branch. */
export const memberHoldingsSchema = z.strictObject({
  memberId: z.string(),
  branches: z.array(z.strictObject({ branchId: z.string(), copies: z.array(liveCopySchema) })),
});
export type MemberHoldings = z.infer<typeof memberHoldingsSchema>;

/** A record's page: its description and every copy that the viewer may see, live. */
export const recordPageSchema = z.strictObject({
  recordId: z.string(),
  /** The id that was asked for, when that record was merged into this one. */
  movedFrom: z.string().optional(),
  description: descriptionViewSchema,
  /** What the viewer's own library says of it for its readers alone: its notes, subjects and fields marked as its own. */
  ownNotes: z.array(z.strictObject({ memberId: z.string(), tag: z.string(), text: z.string() })),
  holdings: z.array(memberHoldingsSchema),
  /** The same for search engines and reference tools. The web puts it into the page, with the page's own address. */
  schemaOrg: schemaOrgSchema,
});
export type RecordPage = z.infer<typeof recordPageSchema>;
