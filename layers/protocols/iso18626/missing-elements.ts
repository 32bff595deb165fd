import type { XmlElement } from './elements.ts';
import { isInstant } from './lenient-values.ts';
import { filled, innerOf, isBlank, made, textIn } from './mending.ts';
import { withMissingTexts } from './missing-texts.ts';

/** The defaults of omitted mandatory elements; `sentAt` is the time of the message. */
type Filling = (element: XmlElement, sentAt: string) => XmlElement;

const agency: Filling = (element) => {
  const symbol = element.text.trim();
  const named = element.inner.length === 0 && symbol !== '' ? filled(element, 'agencyIdValue', symbol) : element;
  return filled(named, 'agencyIdType', '');
};

/** Completes an omitted agency: the endpoint determines the recipient, the authentication the sender. */
const agencies: Filling = (element) => {
  const header = innerOf(element, 'header');
  if (!header) return element;
  const missing = ['supplyingAgencyId', 'requestingAgencyId'].filter((name) => {
    const there = innerOf(header, name);
    return there === undefined || isBlank(there);
  });
  const nobody = missing.map((name) => made(name, '', [made('agencyIdType', ''), made('agencyIdValue', '')]));
  const others = header.inner.filter(({ name }) => !missing.includes(name));
  const whole = { ...header, inner: [...others, ...nobody] };
  return { ...element, inner: element.inner.map((inner) => (inner === header ? whole : inner)) };
};

const fillings: Readonly<Record<string, Filling>> = {
  // 1.2 permits requests without a service, which the supplier chooses. The item may be stated elsewhere, or by staff.
  request: (element) => filled(filled(element, 'serviceInfo', ''), 'bibliographicInfo', ''),
  supplyingAgencyMessage: (element, sentAt) => withMissingTexts(agencies(element, sentAt)),
  requestingAgencyMessage: (element, sentAt) => withMissingTexts(agencies(element, sentAt)),
  header: (element, sentAt) => filled(element, 'timestamp', sentAt, true),
  serviceInfo: (element) => filled(element, 'serviceType', 'CopyOrLoan'),
  electronicAddress: (element) =>
    textIn(element, 'electronicAddressData').includes('@')
      ? filled(element, 'electronicAddressType', 'Email')
      : element,
  statusInfo: (element, sentAt) => filled(element, 'lastChange', sentAt, true),
  deliveryInfo: (element, sentAt) => filled(element, 'dateSent', sentAt, true),
  confirmationHeader: (element, sentAt) => {
    const times = ['timestamp', 'timestampReceived'].map((name) => textIn(element, name));
    const known = times.find((time) => isInstant('timestamp', time)) ?? sentAt;
    return filled(filled(element, 'timestamp', known, true), 'timestampReceived', known, true);
  },
  supplyingAgencyId: agency,
  requestingAgencyId: agency,
};

const through = (element: XmlElement, sentAt: string): XmlElement => {
  const fill = Object.hasOwn(fillings, element.name) ? fillings[element.name] : undefined;
  const whole = fill ? fill(element, sentAt) : element;
  return { ...whole, inner: whole.inner.map((inner) => through(inner, sentAt)) };
};

type Leaf = { path: string; text: string };

const leavesOf = ({ name, text, inner }: XmlElement, above = ''): Leaf[] => {
  const path = `${above}${name}`;
  return inner.length === 0 ? [{ path, text }] : inner.flatMap((one) => leavesOf(one, `${path}/`));
};

/** Lists the paths of added elements, each once. */
const putIn = (before: XmlElement, after: XmlElement): string[] => {
  const known = new Set(leavesOf(before).map(({ path, text }) => `${path}\0${text}`));
  const fresh = leavesOf(after).filter(({ path, text }) => !known.has(`${path}\0${text}`));
  return [...new Set(fresh.map(({ path }) => path))];
};

/**
 * Completes elements that peers omit and that are unambiguous: the kind of service (any), of an e-mail address, of a
 * symbol (none); the time of a change or a dispatch (that of the message), and of the message (`receivedAt`, its
 * reception); why a library writes (from its status). `mended` lists the paths of the additions.
 */
export const withMissingElements = (
  message: XmlElement,
  receivedAt: string | undefined,
): { message: XmlElement; mended: string[] } => {
  const timestamp = textIn(message, 'header', 'timestamp');
  const whole = through(message, isInstant('timestamp', timestamp) ? timestamp : (receivedAt ?? timestamp));
  return { message: whole, mended: putIn(message, whole) };
};
