import type { FoundBy } from '../../../../layers/protocols/marc/found-by.ts';
import type { OwnWords } from '../own-text.ts';
import type { Audience } from '../visibility/visibility.ts';

/**
 * A copy in the index: enough to read its state from the table, and the audiences it is hidden from (record, holding and item combined).
 */
export type IndexedCopy = { itemId: string; member: string; hiddenFrom?: Audience[] };

/**
 * The index document of one union record, in plain text as catalogued, unfolded. The index writer folds it by the same rule as the query.
 * Its id is the record's id. Lists contain each value once.
 */
export type IndexDocument = {
  recordId: string;
  /** 245 $a $b $n $p as displayed, the same without its leading article, and $a alone. */
  title: string;
  titleWithoutArticle: string;
  titleProper: string;
  /** Variant, uniform and original-script titles, and the titles of the same work in other members' records. */
  titleVariants: string[];
  /** Main entry as displayed and sorted: "Austen, Jane, 1775-1817". */
  author?: string;
  /** Added entries, names in their own script, and main entries of other members' records. */
  authorsAdded: string[];
  /** 245 $c. */
  responsibility?: string;
  subjects: string[];
  series: string[];
  contents: string[];
  summaries: string[];
  /**
   * Text of contents notes, summaries and names from source fields that the displayed record omits: searchable, never displayed. Absent
   * when empty.
   */
  additionalText?: string[];
  publishers: string[];
  /** Text in another script without its own field here (880). */
  otherScript: string[];
  /** ISBN-13, digits only; ISSN with hyphen; OCLC and LCCN normalised. */
  isbn13: string[];
  issn: string[];
  oclc: string[];
  lccn: string[];
  /** Barcodes of the copies, local ids (001) and other system numbers. */
  otherIds: string[];
  /** Further search terms: shorter titles, related titles, series, call numbers (including those of copies), other numbers. */
  foundBy: FoundBy;
  /** A `Format` of layers/protocols/marc/format.ts. */
  format: string;
  /** MARC language codes. */
  languages: string[];
  year?: number;
  /** When its first copy came into the union (`arrivedOf`); absent when nothing tells. */
  arrived?: number;
  /** True for a record that is meant for children (`audienceOf`); absent otherwise. */
  forChildren?: true;
  edition?: string;
  extent?: string;
  isOnline: boolean;
  /** Members that hold it and hide it from nobody; those of them with a copy on the shelf now; the number of copies. */
  heldBy: string[];
  availableAt: string[];
  copies: number;
  /**
   * Members that hold it, or have a copy on the shelf, and hide that from some who may see the record: by `restrictedName`, for the filters
   * of those who may know. Absent when nothing is hidden.
   */
  restricted?: { heldBy: string[]; availableAt: string[] };
  /** The key of the work with which staff grouped it, or its own when staff set it apart; absent when the rule applies. */
  decidedWork?: string;
  /** The call numbers of members' copies on the shelf, of copies that the widest audience may see. */
  shelf?: { member: string; callNumber: string }[];
  /** Variant forms of its headings, from authority records: each refers readers of the list to the form that is used. */
  seeReferences?: { list: 'author' | 'subject'; from: string; to: string }[];
  /** Related headings, from authority records: each refers readers of the list to a heading of this record as well. */
  seeAlso?: { list: 'author' | 'subject'; from: string; to: string }[];
  /** Text of libraries for their own users: only viewers with the token find the record by it. Absent when there is none. */
  ownWords?: OwnWords[];
  /** All copies by id, so that one batch read of the table returns the state of all copies of a page of hits. */
  items: IndexedCopy[];
  /**
   * The viewers who may see it, as tokens that `viewerTokens` (visibility.ts) returns for a viewer. Every query filters by them. Never
   * empty: a record that nobody may see is not in the index.
   */
  visibleTo: string[];
};
