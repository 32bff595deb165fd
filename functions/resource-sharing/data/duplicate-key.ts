import { createHash } from 'node:crypto';
import { type Citation, isPart } from '../../../layers/kernel/citation/citation.ts';
import { citationKey } from '../../../layers/kernel/citation/citation-key.ts';
import { fold } from '../../../layers/kernel/text/fold-for-comparison.ts';
import type { LoanRequest } from '../domain/requests/request.ts';

const LENGTH = 26;

/**
 * Returns the id of an item that only a citation names: equal for equal items (`cit_` and a hash of its normal form).
 */
export const citedId = (citation: Citation): string =>
  `cit_${createHash('sha256').update(citationKey(citation)).digest('base64url').slice(0, LENGTH)}`;

/**
 * Returns the key of which a patron may have one open request: the record, or the article or chapter in it, since one
 * may need several of the same journal or book.
 */
export const duplicateKeyOf = ({ recordId, citation }: Pick<LoanRequest, 'recordId' | 'citation'>): string =>
  citation !== undefined && isPart(citation) ? citedId(citation) : recordId;

/** The item that a partner requests, and its patron: `patron` is a digest of the partner's reference, if it gives one. */
type PartnerRequestContent = Pick<LoanRequest, 'recordId' | 'service'> & {
  requestingAgency: string;
  citation: Citation;
  patron: string | undefined;
};

/**
 * Builds the key by which two requests of a partner are duplicates: its agency, the record or the part of it, volume,
 * issue and pages, the service and the patron. Two articles of a journal and two volumes of a set are different items.
 */
export const partnerDuplicateKey = ({
  requestingAgency,
  recordId,
  citation,
  service,
  patron = '',
}: PartnerRequestContent): string => {
  const { volume = '', issue = '', pages = '' } = citation;
  const which = [volume, issue, pages].map((text) => fold(text));
  const requestParts = [requestingAgency, duplicateKeyOf({ recordId, citation }), ...which, service, patron];
  return createHash('sha256').update(JSON.stringify(requestParts)).digest('base64url');
};
