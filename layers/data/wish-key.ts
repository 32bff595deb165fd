import { createHash } from 'node:crypto';
import { type Citation, isPart } from '../domain/resource-sharing/citation/citation.ts';
import { wishOf } from '../domain/resource-sharing/citation/same-wish.ts';
import type { LoanRequest } from '../domain/resource-sharing/request.ts';

const LENGTH = 26;

/** The id that stands for what only a citation names: the same for the same wish (`cit_` and a hash of its normal form). */
export const citedId = (citation: Citation): string =>
  `cit_${createHash('sha256').update(wishOf(citation)).digest('base64url').slice(0, LENGTH)}`;

/**
 * What a patron may have one open request for: the record, or the article or chapter in it, of which one may want several
 * from the same journal or book.
 */
export const wishKeyOf = ({ recordId, citation }: Pick<LoanRequest, 'recordId' | 'citation'>): string =>
  citation !== undefined && isPart(citation) ? citedId(citation) : recordId;
