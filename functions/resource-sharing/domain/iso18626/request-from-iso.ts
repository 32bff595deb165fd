import type { Citation } from '../../../../layers/kernel/citation/citation.ts';
import { withoutUndefinedAs } from '../../../../layers/kernel/collections/without-undefined.ts';
import type { Money } from '../../../../layers/kernel/money/money.ts';
import { symbolOf } from '../../../../layers/protocols/iso18626/agency-symbol.ts';
import { citationOf } from '../../../../layers/protocols/iso18626/bibliographic.ts';
import { listInNote } from '../../../../layers/protocols/iso18626/note-marks.ts';
import {
  codeText,
  codeTexts,
  instantOf,
  lineOf,
  moneyOf,
  noteOf,
} from '../../../../layers/protocols/iso18626/plain-values.ts';
import type { MessageOf } from '../../../../layers/protocols/iso18626/schemas.ts';
import type { Service } from '../requests/request.ts';
import type { ServiceLevel } from '../workflow/timers.ts';

type Requested = MessageOf<'request'>;
type Address = NonNullable<NonNullable<Requested['requestedDeliveryInfo']>[number]['address']>;

/** A partner's request in the neutral model; agencies are symbols, `type:value`. */
export type AskedByPartner = {
  requestId: string;
  requestType: 'New' | 'Retry' | 'Reminder';
  /** The request that a retry repeats, by the partner's own number. */
  previousRequestId?: string;
  subTypes: NonNullable<Requested['serviceInfo']['requestSubType']>;
  requestingAgency: string;
  /** The library that the partner asks; missing when a broker is to find one. */
  supplyingAgency?: string;
  citation: Citation;
  service: Service;
  serviceLevel: ServiceLevel;
  needBy?: string;
  maxCost?: Money;
  /** Terms that a retry agrees to in advance. */
  conditions?: string[];
  deliverTo?: string[];
  sendCopyTo?: string;
  copyrightCompliance?: string;
  /**
   * The partner's own reference for its patron, only for a patron's own request. Names and addresses are never stored.
   */
  patronReference?: string;
  /** The number of our record, when the partner has it from our catalogue. */
  supplierUniqueRecordId?: string;
  note?: string;
};

const services: Record<Requested['serviceInfo']['serviceType'], Service> = {
  Copy: 'copy',
  Loan: 'loan',
  CopyOrLoan: 'copy-or-loan',
};

const levelOf = (level: string | undefined): ServiceLevel => {
  const code = level?.trim().toLowerCase() ?? '';
  if (code === 'express') return 'express';
  return code === 'rush' || code === 'urgent' ? 'rush' : 'normal';
};

const linesOf = (address: Address['physicalAddress'], name: string | undefined): string[] | undefined => {
  if (address === undefined) return undefined;
  const { line1, line2, locality, postalCode, region, country } = address;
  const town = [postalCode, locality].flatMap((part) => lineOf(part) ?? []).join(' ');
  const lines = [name, line1, line2, town, region, country?.value].flatMap((line) => lineOf(line) ?? []);
  return lines.length > 0 ? [...new Set(lines)] : undefined;
};

const isEmail = (address: Address['electronicAddress']): boolean =>
  /^[^\s@]{1,64}@[^\s@]{1,255}$/.test(address?.electronicAddressData.trim() ?? '');

type Places = Pick<AskedByPartner, 'deliverTo' | 'sendCopyTo'>;

// The requested delivery place first; else the library's own address.
const placesOf = ({
  requestedDeliveryInfo = [],
  requestingAgencyInfo,
}: Requested): { [P in keyof Places]: Places[P] | undefined } => {
  const wanted = requestedDeliveryInfo.toSorted(
    (one, other) => Number(one.sortOrder ?? 99) - Number(other.sortOrder ?? 99),
  );
  const addresses = [...wanted.flatMap(({ address }) => address ?? []), ...(requestingAgencyInfo?.address ?? [])];
  const physical = addresses.find(({ physicalAddress }) => physicalAddress !== undefined)?.physicalAddress;
  const email = addresses.find(({ electronicAddress }) => isEmail(electronicAddress))?.electronicAddress;
  return {
    deliverTo: linesOf(physical, requestingAgencyInfo?.name),
    sendCopyTo: email?.electronicAddressData.trim(),
  };
};

/**
 * Reads a partner's request into the neutral model. Lenient: a missing or unknown service level is `normal`; an
 * identifier with a wrong check digit is omitted. Of the patron only the partner's reference is read, and only for a
 * patron's own request.
 */
export const requestFromIso = (request: Requested): AskedByPartner => {
  const { header, serviceInfo: service, billingInfo, patronInfo, bibliographicInfo } = request;
  const { requestSubType: subTypes = [], requestType = 'New' } = service;
  return withoutUndefinedAs<AskedByPartner>({
    requestId: header.requestingAgencyRequestId,
    requestType,
    previousRequestId: lineOf(service.requestingAgencyPreviousRequestId),
    subTypes,
    requestingAgency: symbolOf(header.requestingAgencyId),
    supplyingAgency: header.supplyingAgencyId && (symbolOf(header.supplyingAgencyId) || undefined),
    citation: citationOf(request),
    service: services[service.serviceType],
    serviceLevel: levelOf(service.serviceLevel?.value),
    needBy: instantOf(service.needBeforeDate),
    maxCost: moneyOf(billingInfo?.maximumCosts),
    conditions: codeTexts(service.loanCondition, listInNote(service.note, 'Conditions')),
    ...placesOf(request),
    copyrightCompliance: codeText(service.copyrightCompliance),
    patronReference: subTypes.includes('PatronRequest')
      ? codeText(patronInfo && { value: patronInfo.patronId ?? '' })
      : undefined,
    supplierUniqueRecordId: lineOf(bibliographicInfo.supplierUniqueRecordId),
    note: noteOf(service.note),
  });
};
