import { attributeUsage } from '../../../../layers/platform/runtime/meter.ts';
import { secretFits } from '../../../membership/public/secret-fits.ts';
import type { LoanDocumentStore } from '../../data/loan-document-store.ts';
import type { LoanDocument } from '../../domain/copies/loan-document.ts';

/**
 * Finds the copy of a partner's link; undefined when it does not exist or the link's secret belongs to another copy.
 */
export const findLinkedCopy = async (
  { documents }: { documents: LoanDocumentStore },
  token: string,
): Promise<LoanDocument | undefined> => {
  const [documentId = '', secret = ''] = token.split('.');
  const document = await documents.get(documentId);
  const fits = secretFits(secret, document?.link?.secretHash);
  if (!document || !fits) return undefined;
  // A partner has no account with us: the use is attributed to the supplier, which sent the link.
  attributeUsage({ requester: document.supplierMember });
  return document;
};

/** Headers of the pages behind a link: they load no other resource, send no referrer, and cannot be framed. */
export const pageHeaders = {
  'content-security-policy':
    "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-robots-tag': 'noindex',
};
