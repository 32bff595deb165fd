import * as z from 'zod';
import { textStart } from '../../kernel/text/text-start.ts';
import { XmlRefusal } from '../marc/xml-tokens.ts';
import type { ERROR_TYPES } from './codes.ts';
import { type XmlElement, xmlRoot } from './elements.ts';
import { lenientText } from './lenient-values.ts';
import { isBlank } from './mending.ts';
import { withMissingElements } from './missing-elements.ts';
import { authentication, code, type IsoMessage, MAX_REPEATS, MAX_TEXT, type MessageKind, messages } from './schemas.ts';
import { inUtf8 } from './xml-encoding.ts';

/** The editions that Concord writes: 1.2 (2017) and 2021. */
export type Dialect = '1.2' | '2021';

/** One fault of a message, as errorData names it: the path of the element, and its content. */
export type MessageError = {
  errorType: (typeof ERROR_TYPES)[number];
  errorValue: string;
};

/** The ids by which an unreadable message is answered all the same, and its sender's credentials. */
export type Correlation = {
  supplyingAgencyId?: z.infer<typeof messages.requestConfirmation>['confirmationHeader']['supplyingAgencyId'];
  requestingAgencyId?: z.infer<typeof messages.requestConfirmation>['confirmationHeader']['requestingAgencyId'];
  requestingAgencyRequestId?: string;
  timestamp?: string;
  authentication?: z.infer<typeof authentication>;
};

/**
 * The result of reading: the message, its edition (`version` as written), the skipped parts (`ignored`, paths) and the
 * repaired ones (`mended`, paths); or the errors, with kind and ids as far as known.
 */
export type ReadMessage = { dialect: Dialect; version: string; ignored: string[]; mended: string[] } & (
  | { message: IsoMessage }
  | { errors: MessageError[]; kind?: MessageKind; correlation: Correlation }
);

/** The maximum size of a message in bytes: real ones are below 4 KB. */
export const MAX_MESSAGE_BYTES = 256 * 1024;

// Names of elements in other editions and of other peers, with their element in 2021.
const otherNames: Readonly<Record<string, string>> = {
  'deliveryInfo/sentVia': 'deliveryMethod',
  'deliveryInfo/deliveredFormat': 'itemFormat',
  'serviceInfo/preferredFormat': 'itemFormat',
};
// In 1.2 these stand in messageInfo; since 2021 in retryInfo.
const movedToRetryInfo: readonly string[] = ['offeredCosts', 'retryAfter', 'retryBefore'];

type Shape = Record<string, z.ZodType>;

const unwrapped = (schema: z.ZodType): { of: z.ZodType; many: boolean } => {
  let of: z.ZodType = schema;
  let many = false;
  for (;;) {
    if (of instanceof z.ZodOptional) of = of.unwrap() as z.ZodType;
    else if (of instanceof z.ZodArray) [of, many] = [of.element as z.ZodType, true];
    else return { of, many };
  }
};

/** Finds the schemas of an object's fields by name, `undefined` for other schemas. An open code is a leaf. */
const shapeOf = (schema: z.ZodType): Shape | undefined =>
  schema !== code && schema instanceof z.ZodObject ? (schema.shape as Shape) : undefined;

const leaf = (element: XmlElement, schema: z.ZodType): unknown => {
  const value = lenientText(element.name, element.text.trim(), schema);
  if (schema !== code) return value;
  const scheme = element.attributes.get('scheme');
  return { value, ...(scheme !== undefined && { scheme: textStart(scheme, MAX_TEXT) }) };
};

const gather = (element: XmlElement, schema: z.ZodType, path: string, ignored: string[]): unknown => {
  const shape = shapeOf(schema);
  if (shape === undefined) return leaf(element, schema);
  const found: Record<string, unknown> = {};
  for (const inner of element.inner) {
    const name = otherNames[`${element.name}/${inner.name}`] ?? inner.name;
    const field = Object.hasOwn(shape, name) ? shape[name] : undefined;
    if (field === undefined) {
      ignored.push(`${path}/${inner.name}`);
      continue;
    }
    const { of, many } = unwrapped(field);
    const isOptional = field instanceof z.ZodOptional;
    if (isBlank(inner) && isOptional) continue;
    const value = gather(inner, of, `${path}/${inner.name}`, ignored);
    // An unreadable optional element must not spoil the rest.
    if (isOptional && !of.safeParse(value).success) {
      ignored.push(`${path}/${inner.name}`);
      continue;
    }
    const before = found[name];
    if (!many && before !== undefined) ignored.push(`${path}/${inner.name}`);
    else if (!many) found[name] = value;
    else if (Array.isArray(before)) before.length < MAX_REPEATS ? before.push(value) : ignored.push(path);
    else found[name] = [value];
  }
  return found;
};

/** Moves the elements of a 1.2 message to their place in 2021: the retry details of messageInfo belong to retryInfo. */
const inElementsOf2021 = (element: XmlElement): XmlElement => {
  const info = element.inner.find(({ name }) => name === 'messageInfo');
  const moved = info?.inner.filter(({ name }) => movedToRetryInfo.includes(name)) ?? [];
  if (info === undefined || moved.length === 0) return element;
  const retry = element.inner.find(({ name }) => name === 'retryInfo');
  const rest = element.inner.filter((one) => one !== info && one !== retry);
  const remaining = { ...info, inner: info.inner.filter((one) => !moved.includes(one)) };
  const attributes = new Map<string, string>();
  const joined = { name: 'retryInfo', attributes, text: '', inner: [...(retry?.inner ?? []), ...moved] };
  return { ...element, inner: [remaining, ...rest, joined] };
};

// No version means 1.2: the peers of the first editions omit it. Some name the year of the standard instead.
const dialectOf = (version: string): Dialect =>
  /^v?(?:1(?:\.[0-2])?|1\.2\..*|201[3-7].*|)$/i.test(version.trim()) ? '1.2' : '2021';

// The standard distinguishes two closed codes that the model does not.
const unsupported: Readonly<Record<string, MessageError['errorType']>> = {
  'requestingAgencyMessage/action': 'UnsupportedActionType',
  'supplyingAgencyMessage/messageInfo/reasonForMessage': 'UnsupportedReasonForMessageType',
};

const errorOf = ({ path, input }: z.core.$ZodIssue, kind: string): MessageError => {
  const where = [kind, ...path.filter((step) => typeof step === 'string')].join('/');
  if (input === undefined) return { errorType: 'BadlyFormedMessage', errorValue: `${where} is missing` };
  if (input === '') return { errorType: 'UnrecognisedDataValue', errorValue: `${where} is empty` };
  const value = typeof input === 'string' ? `: ${textStart(input, 80)}` : '';
  return { errorType: unsupported[where] ?? 'UnrecognisedDataValue', errorValue: `${where}${value}` };
};

const correlationOf = (found: unknown): Correlation => {
  const header = z.looseObject({ header: z.looseObject({}) }).safeParse(found).data?.header ?? {};
  const shape = messages.requestConfirmation.shape.confirmationHeader.shape;
  const correlation: Record<string, unknown> = {};
  for (const name of ['supplyingAgencyId', 'requestingAgencyId', 'requestingAgencyRequestId', 'timestamp'] as const) {
    const read = shape[name].safeParse(header[name]);
    if (read.success && read.data !== undefined) correlation[name] = read.data;
  }
  const signedIn = authentication.safeParse(header.requestingAgencyAuthentication);
  return { ...correlation, ...(signedIn.success && { authentication: signedIn.data }) } as Correlation;
};

const broken = (errorValue: string): ReadMessage => ({
  dialect: '2021',
  version: '',
  ignored: [],
  mended: [],
  errors: [{ errorType: 'BadlyFormedMessage', errorValue }],
  correlation: {},
});

const isKind = (name: string): name is MessageKind => Object.hasOwn(messages, name);

/** Characters that a carrier of the message could not decode, and replaced. */
const LOST = Buffer.from('\ufffd');

/** How a message arrived: the charset of its Content-Type, and its reception (ISO instant), used for a missing time. */
export type Carried = { charset?: string | undefined; receivedAt?: string };

/**
 * Reads an ISO 18626 message of any edition (1.0 to 2021) leniently: order, namespaces, unknown elements, blank
 * optional ones, the case of codes and the form of instants do not matter; an unreadable optional element is skipped; a
 * missing mandatory one is completed when it is unambiguous, and else is an error. Takes the bytes as received, in any
 * encoding. Never throws: an invalid message gives errors as the standard names them, with the ids to answer by (5.3 of
 * the standard).
 */
export const readMessage = (bytes: Uint8Array, { charset, receivedAt }: Carried = {}): ReadMessage => {
  if (bytes.length > MAX_MESSAGE_BYTES) return broken(`longer than ${MAX_MESSAGE_BYTES} bytes`);
  const decoded = inUtf8(bytes, charset);
  if (decoded === undefined) return broken('the bytes are in no encoding that they name (where they name none, UTF-8)');
  let root: XmlElement;
  try {
    root = xmlRoot(decoded.text);
  } catch (error) {
    if (error instanceof XmlRefusal) return broken(`not readable as XML: ${error.reason}`);
    throw error;
  }
  if (root.name !== 'ISO18626Message') return broken('the root is no ISO18626Message');
  const version = textStart(root.attributes.get('version') ?? '', 20);
  const about = { dialect: dialectOf(version), version };
  const [element, ...more] = root.inner;
  if (element === undefined || more.length > 0 || !isKind(element.name)) {
    const named = element === undefined ? 'empty' : `${root.inner.length} messages: ${element.name.slice(0, 60)}`;
    return { ...broken(`ISO18626Message holds no one known message (${named})`), ...about };
  }
  const kind = element.name;
  const ignored: string[] = [];
  const { message: whole, mended: filled } = withMissingElements(inElementsOf2021(element), receivedAt);
  const mended = [...(decoded.guessed || Buffer.from(decoded.text).includes(LOST) ? ['encoding'] : []), ...filled];
  const found = gather(whole, messages[kind], kind, ignored);
  const read = messages[kind].safeParse(found, { reportInput: true });
  // Each kind was read by its own schema; the compiler does not infer that from the table.
  if (read.success) return { ...about, ignored, mended, message: { kind, body: read.data } as IsoMessage };
  const errors = read.error.issues.slice(0, 20).map((issue) => errorOf(issue, kind));
  return { ...about, ignored, mended, errors, kind, correlation: correlationOf(found) };
};
