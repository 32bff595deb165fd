import type { XmlElement } from './elements.ts';
import { isInstant } from './lenient-values.ts';

/** Whether an element says nothing at all. */
export const isBlank = (element: XmlElement): boolean => element.text.trim() === '' && element.inner.length === 0;

const textIn = (element: XmlElement | undefined, ...path: string[]): string => {
  let at = element;
  for (const step of path) at = at?.inner.find(({ name }) => name === step);
  return at?.text.trim() ?? '';
};

const isThere = (inner: XmlElement, name: string, isTime: boolean): boolean =>
  inner.name === name && (isTime ? isInstant(name, inner.text.trim()) : !isBlank(inner));

/** The element with `text` in its inner element `name`, where that is missing, blank, or meant for an instant and none. */
const filled = (element: XmlElement, name: string, text: string, isTime = false): XmlElement => {
  if (element.inner.some((inner) => isThere(inner, name, isTime))) return element;
  const others = element.inner.filter((inner) => inner.name !== name);
  const made = { name, attributes: new Map<string, string>(), text, inner: [] };
  return { ...element, inner: [...others, made] };
};

/** What stands where a sender leaves a mandatory element out; `sentAt` is the time of its message, as written. */
const fillings: Readonly<Record<string, (element: XmlElement, sentAt: string) => XmlElement>> = {
  // 1.2 knows requests without any service: they leave it to the supplier.
  request: (element) => filled(element, 'serviceInfo', ''),
  serviceInfo: (element) => filled(element, 'serviceType', 'CopyOrLoan'),
  electronicAddress: (element) =>
    textIn(element, 'electronicAddressData').includes('@')
      ? filled(element, 'electronicAddressType', 'Email')
      : element,
  statusInfo: (element, sentAt) => filled(element, 'lastChange', sentAt, true),
  deliveryInfo: (element, sentAt) => filled(element, 'dateSent', sentAt, true),
  confirmationHeader: (element) => {
    const times = ['timestamp', 'timestampReceived'].map((name) => textIn(element, name));
    const known = times.find((time) => isInstant('timestamp', time)) ?? '';
    return filled(filled(element, 'timestamp', known, true), 'timestampReceived', known, true);
  },
  supplyingAgencyId: (element) => filled(element, 'agencyIdType', ''),
  requestingAgencyId: (element) => filled(element, 'agencyIdType', ''),
};

const through = (element: XmlElement, sentAt: string): XmlElement => {
  const fill = Object.hasOwn(fillings, element.name) ? fillings[element.name] : undefined;
  const whole = fill ? fill(element, sentAt) : element;
  return { ...whole, inner: whole.inner.map((inner) => through(inner, sentAt)) };
};

/**
 * A message with what peers leave out and what can mean but one thing: the kind of service (any), of an e-mail address, of a
 * symbol (none); the time of a change or a dispatch (that of the message).
 */
export const withMissingElements = (message: XmlElement): XmlElement =>
  through(message, textIn(message, 'header', 'timestamp'));
