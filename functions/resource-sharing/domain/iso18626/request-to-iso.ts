import type { Citation } from '../../../../layers/kernel/citation/citation.ts';
import { withoutUndefinedAs } from '../../../../layers/kernel/collections/without-undefined.ts';
import { emailAddressOf, physicalAddressOf } from '../../../../layers/protocols/iso18626/address-lines.ts';
import { agencyOf } from '../../../../layers/protocols/iso18626/agency-symbol.ts';
import { bibliographicOf, publicationOf } from '../../../../layers/protocols/iso18626/bibliographic.ts';
import { costsOf } from '../../../../layers/protocols/iso18626/plain-values.ts';
import type { IsoMessage, MessageOf } from '../../../../layers/protocols/iso18626/schemas.ts';
import type { Service } from '../requests/request.ts';
import type { ServiceLevel } from '../workflow/timers.ts';
import type { Parties, Writing } from './writing.ts';

type Requested = MessageOf<'request'>;

const services: Record<Service, Requested['serviceInfo']['serviceType']> = {
  copy: 'Copy',
  loan: 'Loan',
  'copy-or-loan': 'CopyOrLoan',
};
const levels: Record<ServiceLevel, string> = { normal: 'Normal', rush: 'Rush', express: 'Express' };

const places = ({ deliverTo = [], sendCopyTo }: Parties, service: Service): Requested['requestedDeliveryInfo'] => {
  const post = deliverTo.length > 0 && { address: { physicalAddress: physicalAddressOf(deliverTo) } };
  const email = sendCopyTo !== undefined && { address: { electronicAddress: emailAddressOf(sendCopyTo) } };
  const wanted = { loan: [post], copy: [email, post], 'copy-or-loan': [post, email] }[service];
  const known = wanted.flatMap((place, i) => (place ? [{ sortOrder: String(i + 1), ...place }] : []));
  return known.length > 0 ? known : undefined;
};

/** Of an offer, the parts chosen with the agreement; all of it when none was chosen. */
const chosenOf = (offered: readonly string[] = [], chosen: string | undefined): readonly string[] =>
  chosen !== undefined && offered.includes(chosen) ? [chosen] : offered;

// A retry asks for what the supplier has instead; otherwise for the patron's request.
const wanted = ({ message, request, ask, ends }: Writing): Citation => {
  const citation: Citation = request.citation ?? ends.citation ?? { kind: 'other' };
  if (message.name !== 'Retry') return citation;
  const [edition] = chosenOf(ask.offer?.editions, citation.edition);
  const volume = chosenOf(ask.offer?.volumes, citation.volume).join('; ');
  return { ...citation, ...(edition && { edition }), ...(volume && { volume }) };
};

const serviceInfo = ({ message, request, ask, ends }: Writing): Requested['serviceInfo'] => {
  const isRetry = message.name === 'Retry';
  const [format] = (isRetry && ask.offer?.formats) || [];
  const conditions = isRetry ? ask.offer?.conditions : undefined;
  const rule = ends.copyrightCompliance;
  return withoutUndefinedAs<Requested['serviceInfo']>({
    requestType: isRetry ? 'Retry' : 'New',
    requestingAgencyPreviousRequestId: isRetry ? request.requestId : undefined,
    serviceType: services[request.service],
    serviceLevel: { value: levels[request.serviceLevel] },
    itemFormat: format === undefined ? undefined : { value: format },
    needBeforeDate: request.needBy,
    copyrightCompliance: rule === undefined || request.service === 'loan' ? undefined : { value: rule },
    loanCondition: conditions?.map((value) => ({ value })),
    note: message.note,
  });
};

/**
 * Writes our request to a supplier, new or (after agreed terms) repeated, with the same number for every supplier. It
 * is a library's request: marked PatronRequest, it would be forwarded instead of supplied.
 */
export const requestToIso = (writing: Writing): IsoMessage => {
  const { message, request, ask, ends, at } = writing;
  const citation = wanted(writing);
  const maxCost = (message.name === 'Retry' ? ask.offer?.cost : undefined) ?? request.maxCost;
  const body = withoutUndefinedAs<Requested>({
    header: withoutUndefinedAs<Requested['header']>({
      supplyingAgencyId: agencyOf(ends.theirs),
      requestingAgencyId: agencyOf(ends.ours),
      timestamp: at,
      requestingAgencyRequestId: request.requestId,
      requestingAgencyAuthentication: ends.account,
    }),
    bibliographicInfo: bibliographicOf(citation, ends.supplierRecordId),
    publicationInfo: publicationOf(citation),
    serviceInfo: serviceInfo(writing),
    requestedDeliveryInfo: places(ends, request.service),
    requestingAgencyInfo: ends.name === undefined ? undefined : { name: ends.name },
    patronInfo: ends.patronPseudonym === undefined ? undefined : { patronId: ends.patronPseudonym },
    billingInfo: maxCost === undefined ? undefined : { maximumCosts: costsOf(maxCost) },
  });
  return { kind: 'request', body };
};
