import type { FoundBy } from '../../../../layers/protocols/marc/found-by.ts';
import type { OwnWords } from '../own-text.ts';
import type { Audience } from '../visibility/visibility.ts';

/** A copy as the index knows it: enough to read its state from the table, and whom it is hidden from (record, holding and item taken together). */
export type IndexedCopy = { itemId: string; member: string; hiddenFrom?: Audience[] };

/**
 * What the union index holds of one union record, as plain text: as catalogued, unfolded. The writer of the index folds it
 * by the same rule as the query. Its id is the record's id. Lists hold each value once.
 */
export type IndexDocument = {
  recordId: string;
  /** 245 $a $b $n $p as shown, the same without its leading article, and $a alone. */
  title: string;
  titleWithoutArticle: string;
  titleProper: string;
  /** Variant, uniform and original-script titles, and the titles of the same work in other members' records. */
  titleVariants: string[];
  /** Main entry as shown and sorted: "Austen, Jane, 1775-1817". */
  author?: string;
  /** Added entries, names in their own script, and main entries of other members' records. */
  authorsAdded: string[];
  /** 245 $c. */
  responsibility?: string;
  subjects: string[];
  series: string[];
  contents: string[];
  summaries: string[];
  /** Words of contents, summaries and names that only sources say which give way in what is shown: found by, never shown. Absent where there are none. */
  additionalText?: string[];
  publishers: string[];
  /** Text in another script that has no field of its own here (880). */
  otherScript: string[];
  /** ISBN-13, digits only; ISSN with hyphen; OCLC and LCCN normalised. */
  isbn13: string[];
  issn: string[];
  oclc: string[];
  lccn: string[];
  /** Barcodes of the copies, local ids (001) and other system numbers. */
  otherIds: string[];
  /** By what else it is looked for: shorter titles, related titles, series, call numbers (its copies' among them), other numbers. */
  foundBy: FoundBy;
  /** A `Format` of layers/protocols/marc/format.ts. */
  format: string;
  /** MARC language codes. */
  languages: string[];
  year?: number;
  edition?: string;
  extent?: string;
  isOnline: boolean;
  /** Members that hold it and hide this from nobody; those of them with a copy on the shelf now; how many copies. */
  heldBy: string[];
  availableAt: string[];
  copies: number;
  /**
   * Members that hold it, and have a copy on the shelf, and hide that from some who may see this: by `restrictedName`, for the filters of
   * those who may know. Absent where nobody hides anything.
   */
  restricted?: { heldBy: string[]; availableAt: string[] };
  /** The key of the work that staff put it with, or one of its own where they said that it stands alone; absent where the rule says. */
  decidedWork?: string;
  /** The call numbers under which members have it on a shelf, of copies that the widest audience may see. */
  shelf?: { member: string; callNumber: string }[];
  /** Other forms of its headings, from authority records: each leads a reader of the list to the form that is used. */
  seeReferences?: { list: 'author' | 'subject'; from: string; to: string }[];
  /** Headings related to its own, from authority records: at each of them readers of the list are told of its own too. */
  seeAlso?: { list: 'author' | 'subject'; from: string; to: string }[];
  /** What libraries say for their own people: only who bears the token finds it by these words. Absent where none does. */
  ownWords?: OwnWords[];
  /** All copies by id, so that a page of hits finds their state in the table by one batch read. */
  items: IndexedCopy[];
  /**
   * Who may see it: tokens as `viewerTokens` (visibility.ts) gives them for a viewer. A query always filters by them.
   * Never empty: what nobody may see is not in the index.
   */
  visibleTo: string[];
};
