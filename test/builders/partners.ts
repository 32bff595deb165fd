import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { librarySymbolStore } from '../../functions/resource-sharing/data/library-symbol-store.ts';
import { partnerStore } from '../../functions/resource-sharing/data/partner-store.ts';
import {
  type Partner,
  type PartnerTerms,
  partnerTermsSchema,
} from '../../functions/resource-sharing/domain/partners/partner.ts';
import type { Table } from '../../layers/platform/dynamodb/table.ts';
import { systemIds } from '../../layers/platform/runtime/ids.ts';
import type { AgencySymbol } from '../../layers/protocols/iso18626/agency-symbol.ts';

const NOW = Date.parse('2026-03-02T11:00:00.000Z');
const at = new Date(NOW).toISOString();
let serial = 0;

/** An audit line for the setup of tests. */
export const anAuditLine = (subject: string) => {
  serial += 1;
  return { subject, at, auditId: `aud_p${serial}`, by: 'test', did: 'set-up', detail: {} };
};

/** Writes a partner into a table: a library that supplies and requests, with version 1.2. Returns it with the secret that it sends. */
export const aPartner = async (
  table: Table,
  over: Partial<PartnerTerms> & { partnerId?: string } = {},
): Promise<{ partner: Partner; partnerId: string; symbol: AgencySymbol; secret: string }> => {
  const { partnerId = systemIds.next('partner', NOW), ...terms } = over;
  serial += 1;
  const symbol = { type: 'ISIL', value: `XX-P${serial}` };
  const usual = { name: `Partner ${serial}`, symbols: [symbol], address: 'https://partner.example/iso18626' };
  const how = { dialect: '1.2', supplies: true, requests: true, knowsUsAs: 'member', outbound: { how: 'none' } };
  const read = partnerTermsSchema.parse({ ...usual, ...how, retrySeconds: [5, 60], ...terms });
  const partner: Partner = { ...read, partnerId, createdAt: at, secretSince: at };
  const secret = systemIds.secret();
  const written = await partnerStore(table).add(partner, secret, anAuditLine(`partner:${partnerId}`));
  if (written !== 'written') throw new Error(`The test's partner was not added: ${JSON.stringify(written)}`);
  return { partner, partnerId, symbol: read.symbols[0] ?? symbol, secret };
};

/** Sets symbols for members (existing or not) and the consortium: `ISIL:US-ASH` and the like. */
export const withSymbols = async (table: Table, ...members: string[]): Promise<void> => {
  for (const memberId of members) {
    const wanted = { memberId, symbol: { type: 'ISIL', value: `US-${memberId.toUpperCase()}` } };
    const written = await librarySymbolStore(table).set(wanted, anAuditLine(`library-symbol:${memberId}`));
    if (written !== 'written') throw new Error(`${memberId} got no symbol: ${written}`);
  }
};

/** A partner's server on this machine with configurable behaviour; it stores the posted messages. */
export const aPartnerServer = async () => {
  const posted: { body: string; headers: Record<string, string | string[] | undefined> }[] = [];
  let behave: RequestListener = (_request, response) => void response.writeHead(500).end();
  const server: Server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8');
    request.on('data', (part: string) => {
      body += part;
    });
    request.on('end', () => {
      posted.push({ body, headers: request.headers });
      behave(request, response);
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/iso18626`,
    posted,
    does: (listener: RequestListener) => {
      behave = listener;
    },
    /** Answers every request with this. */
    says: (body: string, status = 200, type = 'application/xml') => {
      behave = (_request, response) => void response.writeHead(status, { 'content-type': type }).end(body);
    },
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
};

const NAMESPACE = 'http://illtransactions.org/2013/iso18626';
const agency = (name: string, value: string): string =>
  `<${name}><agencyIdType>ISIL</agencyIdType><agencyIdValue>${value}</agencyIdValue></${name}>`;

/** Returns a message with the given content, in an edition. */
export const inEnvelope = (inside: string, version = '1.2'): string =>
  `<?xml version="1.0"?><ISO18626Message xmlns="${NAMESPACE}" xmlns:ill="${NAMESPACE}" ill:version="${version}">${inside}</ISO18626Message>`;

type Ids = { supplier: string; requester: string; number: string; time?: string };

const header = (
  { supplier, requester, number, time = '2026-03-02T11:00:00Z' }: Ids,
  more = '',
  version = '1.2',
): string =>
  `<header>${agency('supplyingAgencyId', supplier)}${agency('requestingAgencyId', requester)}${
    version === '1.2' ? '<multipleItemRequestId></multipleItemRequestId>' : ''
  }<timestamp>${time}</timestamp><requestingAgencyRequestId>${number}</requestingAgencyRequestId>${more}</header>`;

/** A request of a partner: a book with this title and numbers, by default as a loan. */
export const aRequestXml = (
  ids: Ids & {
    isbn?: string;
    title?: string;
    type?: string;
    previous?: string;
    needBy?: string;
    maxCost?: string;
    patron?: string;
    account?: { id: string; code: string };
    service?: string;
    recordId?: string;
    subType?: string;
    deliverTo?: string;
  },
  version = '1.2',
): string => {
  const { isbn, title = 'Emma', type = 'New', previous, needBy, maxCost, patron, account, service = 'Loan' } = ids;
  const code = '<bibliographicItemIdentifierCode>ISBN</bibliographicItemIdentifierCode>';
  const number = isbn
    ? `<bibliographicItemId><bibliographicItemIdentifier>${isbn}</bibliographicItemIdentifier>${code}</bibliographicItemId>`
    : '';
  const auth = account
    ? `<requestingAgencyAuthentication><accountId>${account.id}</accountId><securityCode>${account.code}</securityCode></requestingAgencyAuthentication>`
    : '';
  const before = previous ? `<requestingAgencyPreviousRequestId>${previous}</requestingAgencyPreviousRequestId>` : '';
  const until = needBy ? `<needBeforeDate>${needBy}</needBeforeDate>` : '';
  const cost = maxCost
    ? `<billingInfo><maximumCosts><currencyCode>EUR</currencyCode><monetaryValue>${maxCost}</monetaryValue></maximumCosts></billingInfo>`
    : '';
  const who = patron ? `<patronInfo><patronId>${patron}</patronId><surname>Okafor</surname></patronInfo>` : '';
  const subType = ids.subType ? `<requestSubType>${ids.subType}</requestSubType>` : '';
  const place = ids.deliverTo
    ? `<requestedDeliveryInfo><sortOrder>1</sortOrder><address><physicalAddress><line1>${ids.deliverTo}</line1></physicalAddress></address></requestedDeliveryInfo>`
    : '';
  const own = ids.recordId ? `<supplierUniqueRecordId>${ids.recordId}</supplierUniqueRecordId>` : '';
  return inEnvelope(
    `<request>${header(ids, auth, version)}<bibliographicInfo>${own}<title>${title}</title>${number}</bibliographicInfo>
     <serviceInfo><requestType>${type}</requestType>${subType}${before}<serviceType>${service}</serviceType>${until}</serviceInfo>${place}${who}${cost}</request>`,
    version,
  );
};

/** An action of the partner as requester. */
export const aRequesterXml = (ids: Ids, action: string, note = '', version = '1.2'): string =>
  inEnvelope(
    `<requestingAgencyMessage>${header(ids, '', version)}<action>${action}</action>${note && `<note>${note}</note>`}</requestingAgencyMessage>`,
    version,
  );

/** A message of the partner as supplier. */
export const aSupplierXml = (
  ids: Ids & { own?: string },
  status: string,
  { reason = 'StatusChange', info = '', more = '', due = '' } = {},
  version = '1.2',
): string => {
  const own = ids.own ? `<supplyingAgencyRequestId>${ids.own}</supplyingAgencyRequestId>` : '';
  const until = due && `<dueDate>${due}</dueDate>`;
  return inEnvelope(
    `<supplyingAgencyMessage>${header(ids, own, version)}<messageInfo><reasonForMessage>${reason}</reasonForMessage>${info}</messageInfo>
     <statusInfo><status>${status}</status>${until}<lastChange>2026-03-02T11:00:00Z</lastChange></statusInfo>${more}</supplyingAgencyMessage>`,
    version,
  );
};

/** A partner's confirmation of a message about a request. */
export const aConfirmationXml = (kind: string, number: string, status = 'OK', error = ''): string =>
  inEnvelope(
    `<${kind}Confirmation><confirmationHeader>${agency('supplyingAgencyId', 'S')}${agency('requestingAgencyId', 'R')}<timestamp>2026-03-02T11:00:00Z</timestamp><requestingAgencyRequestId>${number}</requestingAgencyRequestId><timestampReceived>2026-03-02T11:00:00Z</timestampReceived><messageStatus>${status}</messageStatus></confirmationHeader>${error}</${kind}Confirmation>`,
  );
