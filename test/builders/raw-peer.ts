import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * An ISO 18626 peer made of strings only: its messages are written by hand from the schemas, and received ones are read as text.
 * It does not use our reader and writer, so that an error shared by both is detected.
 */

const NAMESPACE = 'http://illtransactions.org/2013/iso18626';

/** The writing style of a peer: wraps the content of a message, in its edition, and returns the posted bytes. */
export type Hand = { version: string; contentType?: string; write: (inside: string) => Buffer };

const plain = (inside: string, version: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>
<ISO18626Message xmlns="${NAMESPACE}" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:iso18626="${NAMESPACE}" iso18626:version="${version}">
${inside.replaceAll('><', '>\n  <')}
</ISO18626Message>`;

const prefixed = (inside: string, version: string): string =>
  `<?xml version='1.0' encoding='utf-8' standalone='yes'?>
<!-- posted by hand -->
<?trace id='7'?>
<ns2:ISO18626Message xmlns:ns2='${NAMESPACE}' ns2:version='${version}' xmlns:own='https://peer.example/own'>
${inside
  .replace(/<(\/?)(\w)/g, '<$1ns2:$2')
  .replace(/<\/ns2:header>/, "<own:trace><own:hop n='1'>edge</own:hop></own:trace><!-- --></ns2:header>")}
</ns2:ISO18626Message><!-- end -->
`;

const utf8 = (text: string): Buffer => Buffer.from(text, 'utf8');
const utf16 = (text: string): Buffer =>
  Buffer.from(`\ufeff${text.replace(/encoding="UTF-8"/, 'encoding="UTF-16"')}`, 'utf16le');

/** The writing styles of peers, by their edition. */
export const hands = {
  'CrossLink’s': { version: '1.2', write: (inside) => utf8(plain(inside, '1.2')) },
  'that of the first edition': { version: '1.0', write: (inside) => utf8(plain(inside, '1.0')) },
  'another prefix, single quotes, comments and elements of its own': {
    version: '2021-3',
    write: (inside) => utf8(prefixed(inside, '2021-3')),
  },
  'a byte order mark': { version: '2021-2', write: (inside) => utf8(`\ufeff${plain(inside, '2021-2')}`) },
  'UTF-16': { version: '1.2', contentType: 'text/xml', write: (inside) => utf16(plain(inside, '1.2')) },
} as const satisfies Record<string, Hand>;

const agency = (name: string, value: string): string =>
  `<${name}><agencyIdType>ISIL</agencyIdType><agencyIdValue>${value}</agencyIdValue></${name}>`;

/** The sender, the recipient and the number of a message; `own` is the supplier’s own number. */
export type RawIds = { supplier: string; requester: string; number: string; own?: string; time?: string };

const header = ({ supplier, requester, number, own, time = '2026-03-02T11:00:00Z' }: RawIds, version: string): string =>
  `<header>${agency('supplyingAgencyId', supplier)}${agency('requestingAgencyId', requester)}${
    version.startsWith('1.') ? '<multipleItemRequestId></multipleItemRequestId>' : ''
  }<timestamp>${time}</timestamp><requestingAgencyRequestId>${number}</requestingAgencyRequestId>${
    own === undefined ? '' : `<supplyingAgencyRequestId>${own}</supplyingAgencyRequestId>`
  }</header>`;

/** The content of a request; `service` precedes the type of service, `record` is the supplier’s number of the item. */
export const rawRequest = (
  ids: RawIds,
  { version }: Hand,
  { record = '', type = 'New', previous = '', service = 'Loan', title = 'Emma', more = '' } = {},
): string =>
  `<request>${header(ids, version)}<bibliographicInfo>${
    record && `<supplierUniqueRecordId>${record}</supplierUniqueRecordId>`
  }<title>${title}</title></bibliographicInfo><serviceInfo><requestType>${type}</requestType>${
    previous && `<requestingAgencyPreviousRequestId>${previous}</requestingAgencyPreviousRequestId>`
  }<serviceType>${service}</serviceType></serviceInfo>${more}</request>`;

/** The content of a requesting agency's message. */
export const rawAction = (ids: RawIds, { version }: Hand, action: string, note?: string): string =>
  `<requestingAgencyMessage>${header(ids, version)}<action>${action}</action>${
    note === undefined ? '' : `<note>${note}</note>`
  }</requestingAgencyMessage>`;

/** The content of a supplying agency's message; `info`, `status` and `more` follow the reason, the status and the whole. */
export const rawStatus = (
  ids: RawIds,
  { version }: Hand,
  status: string,
  { reason = 'StatusChange', info = '', due = '', more = '' } = {},
): string =>
  `<supplyingAgencyMessage>${header(ids, version)}<messageInfo><reasonForMessage>${reason}</reasonForMessage>${info}</messageInfo><statusInfo><status>${status}</status>${
    due && `<dueDate>${due}</dueDate>`
  }<lastChange>2026-03-02T11:00:00Z</lastChange></statusInfo>${more}</supplyingAgencyMessage>`;

/** Returns the text at a path of elements in a message, with any prefixes; undefined when it is missing. */
export const textAt = (xml: string, path: string): string | undefined =>
  path
    .split('/')
    .reduce<string | undefined>(
      (inside, name) =>
        inside &&
        new RegExp(`<(?:[\\w.-]+:)?${name}(?:\\s[^>]*)?>([\\s\\S]*?)</(?:[\\w.-]+:)?${name}>`).exec(inside)?.[1],
      xml,
    )
    ?.trim();

/** Returns the type of a message: the name of the element within its root. */
export const kindOf = (xml: string): string =>
  /ISO18626Message[^>]*>\s*<(?:[\w.-]+:)?(\w+)/.exec(xml)?.[1] ?? 'no message';

/** Returns the edition that a message names. */
export const versionOf = (xml: string): string | undefined => /\bversion="([^"]*)"[^?]*>/.exec(xml.slice(40))?.[1];

const confirmed = (xml: string): string => {
  const ids = ['supplyingAgencyId', 'requestingAgencyId'].map((name) =>
    agency(name, textAt(xml, `header/${name}/agencyIdValue`) ?? ''),
  );
  const number = textAt(xml, 'header/requestingAgencyRequestId');
  return `<${kindOf(xml)}Confirmation><confirmationHeader>${ids.join('')}<timestamp>2026-03-02T11:00:01Z</timestamp><requestingAgencyRequestId>${number}</requestingAgencyRequestId><timestampReceived>2026-03-02T11:00:01Z</timestampReceived><messageStatus>OK</messageStatus></confirmationHeader></${kindOf(xml)}Confirmation>`;
};

/** The peer’s own endpoint: confirms all messages in its style (which may change), and stores them as text. */
export const rawPeer = async () => {
  const received: string[] = [];
  let hand: Hand = hands['CrossLink’s'];
  let other = (): Buffer | undefined => undefined;
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const xml = Buffer.concat(parts).toString('utf8');
    received.push(xml);
    response
      .writeHead(200, { 'content-type': hand.contentType ?? 'application/xml' })
      .end(other() ?? hand.write(confirmed(xml)));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/iso18626`,
    received,
    writes: (as: Hand): void => {
      hand = as;
    },
    /** Answers with these bytes until they are used up. */
    answers: (how: () => Buffer | undefined): void => {
      other = how;
    },
    close: (): void => {
      server.closeAllConnections();
      server.close();
    },
  };
};
