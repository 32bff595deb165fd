import * as z from 'zod';
import { descriptionViewSchema } from '../../catalogue/public/description-view-schema.ts';
import { itemStates } from '../../items/public/item-states.ts';
import { schemaOrgSchema } from './export/schema-org-schema.ts';
import { codedFacets } from './query/search-parameters.ts';

const count = z.number().int().min(0);

/** The number of a member's copies that the viewer may see, and of those on the shelf now. */
export const memberCopiesSchema = z.strictObject({ memberId: z.string(), copies: count, available: count });
export type MemberCopies = z.infer<typeof memberCopiesSchema>;

/** A record in a list of hits. */
export const hitSchema = z.strictObject({
  recordId: z.string(),
  title: z.string(),
  responsibility: z.string().optional(),
  author: z.string().optional(),
  /** The title in its own script, or another title. */
  otherTitle: z.string().optional(),
  publishers: z.array(z.string()),
  year: z.number().int().optional(),
  edition: z.string().optional(),
  extent: z.string().optional(),
  format: z.string(),
  languages: z.array(z.string()),
  isOnline: z.boolean(),
  isbn13: z.array(z.string()),
  /** Live, from the table; members in the order of their ids. */
  members: z.array(memberCopiesSchema),
  /** For a work: the number of its editions found, including this one. */
  editions: z.number().int().min(1).optional(),
  /** For a work: its name, by which a search finds its editions. */
  work: z.string().optional(),
  /** In the order of call numbers: the one by which it is sorted, with its member. */
  shelvedAs: z.strictObject({ memberId: z.string(), callNumber: z.string() }).optional(),
});
export type Hit = z.infer<typeof hitSchema>;

const bucket = z.strictObject({ value: z.string(), count });

/** A heading of a facet: the value by which a search narrows to it, its displayed form, and its number of hits. */
export const facetHeadingSchema = z.strictObject({ value: z.string(), heading: z.string(), count });

/** A value of a facet as found by typing: codes have no `heading`, as the client has their names. */
export const facetValueSchema = facetHeadingSchema.partial({ heading: true });

/** The facets of the hits. Each is counted as if none of its own values were chosen; `decade` by first year. */
export const facetsSchema = z.strictObject({
  format: z.array(bucket),
  language: z.array(bucket),
  member: z.array(bucket),
  decade: z.array(z.strictObject({ from: z.number().int(), count })),
  /** The chosen ones; others are searched by typing (`discovery-suggest-facet-values`). */
  author: z.array(facetHeadingSchema).optional(),
  subject: z.array(facetHeadingSchema).optional(),
  /** The facets with more values than the most frequent ones listed here; absent when there is none. */
  more: z.array(z.enum(codedFacets)).optional(),
});
export type Facets = z.infer<typeof facetsSchema>;

/** A page of hits. */
export const searchViewSchema = z.strictObject({
  /** Records, also when the editions of a work are one hit. Exact up to 10,000; beyond, `atLeast` states that there are more. */
  total: z.strictObject({ count, atLeast: z.boolean() }),
  /** True when nothing matches the words exactly and these hits are approximate. */
  relaxed: z.boolean(),
  /** With `relaxed`: the words that these hits match, when the likeliest spelling has some. */
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

/** A copy on a record's page: its description and place. Never the borrower. */
export const liveCopySchema = z.strictObject({
  itemId: z.string(),
  barcode: z.string(),
  location: z.string(),
  callNumber: z.string(),
  category: z.string(),
  copyNumber: z.string(),
  volume: z.string(),
  state: z.enum(Object.keys(itemStates.states)),
  /** The due date of a loan. */
  due: z.iso.datetime().optional(),
  /** The branch where it is or to which it is in transit, when that is not its own. */
  elsewhere: z.string().optional(),
});
export type LiveCopy = z.infer<typeof liveCopySchema>;

/** A member's copies by branch. */
export const memberHoldingsSchema = z.strictObject({
  memberId: z.string(),
  branches: z.array(z.strictObject({ branchId: z.string(), copies: z.array(liveCopySchema) })),
});
export type MemberHoldings = z.infer<typeof memberHoldingsSchema>;

/** A record's page: its description and every copy that the viewer may see, live. */
export const recordPageSchema = z.strictObject({
  recordId: z.string(),
  /** The requested id, when that record was merged into this one. */
  movedFrom: z.string().optional(),
  description: descriptionViewSchema,
  /** The local data of the viewer's own library, for its own patrons only: notes, subjects and fields marked as local. */
  ownNotes: z.array(z.strictObject({ memberId: z.string(), tag: z.string(), text: z.string() })),
  holdings: z.array(memberHoldingsSchema),
  /** The description for search engines and reference tools. The web adds it to the page, with the page's own address. */
  schemaOrg: schemaOrgSchema,
});
export type RecordPage = z.infer<typeof recordPageSchema>;
