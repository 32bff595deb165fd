import { escapedXml } from '../marc/xml-text.ts';
import { type Entries, entriesOf2017, withCodesOf2017 } from './for-edition-2017.ts';
import type { Dialect } from './read-message.ts';
import { code, type IsoMessage, messages } from './schemas.ts';

/** The namespace of every edition of ISO 18626. */
export const ISO18626_NAMESPACE = 'http://illtransactions.org/2013/iso18626';

const declared: Readonly<Record<Dialect, { version: string; schema: string }>> = {
  '1.2': { version: '1.2', schema: 'http://illtransactions.org/schemas/ISO-18626-v1_2.xsd' },
  '2021': { version: '2021-2', schema: 'http://illtransactions.org/schemas/ISO-18626-2021-2.xsd' },
};

// Characters that XML 1.0 cannot contain, escaped or not.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters in question
const unwritable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;
const escaped = (text: string): string => escapedXml(text.replace(unwritable, ''));

const isCode = (value: object): value is { value: string; scheme?: string } => code.safeParse(value).success;

type EntriesOf = (name: string, values: Record<string, unknown>) => Entries;

const element = (name: string, value: unknown, entriesOf: EntriesOf): string => {
  if (value === undefined) return '';
  if (typeof value === 'string') return `<${name}>${escaped(value)}</${name}>`;
  if (Array.isArray(value)) return value.map((one) => element(name, one, entriesOf)).join('');
  if (typeof value !== 'object' || value === null) throw new TypeError(`${name} is neither text nor a group.`);
  if (isCode(value)) {
    const scheme = value.scheme === undefined ? '' : ` scheme="${escaped(value.scheme)}"`;
    return `<${name}${scheme}>${escaped(value.value)}</${name}>`;
  }
  const inner = entriesOf(name, value as Record<string, unknown>);
  return `<${name}>${inner.map(([part, one]) => element(part, one, entriesOf)).join('')}</${name}>`;
};

/** The version numbers of an edition: `1.1`, `2021-3`. */
const editionName = /^\d[\d.-]{0,11}$/;

/**
 * Writes a message in a partner's edition, valid against its schema: elements in order, none that the edition lacks;
 * content that 1.2 lacks goes into the note. Returns UTF-8 XML with its declaration. Throws when the message violates
 * the model: a defect of ours, never a partner's. `spoken` is the partner's version of its edition, which a valid
 * answer repeats.
 */
export const writeMessage = (message: IsoMessage, dialect: Dialect, spoken = ''): string => {
  const { kind, body } = dialect === '1.2' ? withCodesOf2017(message) : message;
  const strict = messages[kind].parse(body);
  const entriesOf: EntriesOf = dialect === '1.2' ? entriesOf2017 : (_name, values) => Object.entries(values);
  const { version: own, schema } = declared[dialect];
  const version = editionName.test(spoken) ? spoken : own;
  const open = [
    `<ISO18626Message xmlns="${ISO18626_NAMESPACE}" xmlns:ill="${ISO18626_NAMESPACE}"`,
    ...(version === own
      ? [`xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="${ISO18626_NAMESPACE} ${schema}"`]
      : []),
    `ill:version="${version}">`,
  ].join(' ');
  return `<?xml version="1.0" encoding="UTF-8"?>\n${open}${element(kind, strict, entriesOf)}</ISO18626Message>\n`;
};
