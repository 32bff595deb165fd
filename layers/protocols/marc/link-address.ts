import type { DataField } from './record.ts';

/** The schemes of addresses that a reader may open. */
const OPENED = ['http', 'https', 'ftp', 'ftps', 'mailto'];
/** Names that catalogues write like schemes, with the resolver of their identifiers. */
const RESOLVERS: Readonly<Record<string, string>> = {
  doi: 'https://doi.org/',
  hdl: 'https://hdl.handle.net/',
};
/** Identifiers: no browser opens them, and harvesters use them. */
const NAMES = ['urn', 'info', 'isbn', 'issn', 'oclc', 'ark'];

// Browsers skip control characters and spaces before a scheme, and line breaks inside it: “java\nscript:” runs.
const cleaned = (text: string): string =>
  text
    .replaceAll(/[\p{Cc}\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/gu, '')
    .trim()
    .replaceAll(/\s+/gu, '%20');

/** Returns the scheme, in lower case; undefined without one. The colon of a port follows a host name, which has a dot. */
const schemeOf = (address: string): string | undefined => {
  const [, scheme, isPort] = /^([a-z][a-z0-9+.-]*):(\d+(?:[/?#]|$))?/i.exec(address) ?? [];
  return scheme === undefined || (scheme.includes('.') && isPort !== undefined) ? undefined : scheme.toLowerCase();
};

const valid = (address: string): string | undefined => (URL.canParse(address) ? address : undefined);

const withScheme = (address: string): string | undefined => {
  if (/^10\.\d{4,9}\//.test(address)) return valid(`${RESOLVERS.doi}${address}`);
  if (address.startsWith('//')) return valid(`https:${address}`);
  // A host name as people write it: “www.example.org/a”.
  return /^(?:[\p{L}\p{N}-]+\.)+\p{L}{2,}(?::\d{1,5})?(?:[/?#]|$)/iu.test(address)
    ? valid(`http://${address}`)
    : undefined;
};

/**
 * Returns the address of a link in a record (856 $u) as a browser may open it: http, https, ftp or mailto, a DOI or handle as its resolver's
 * address, a host name with its missing scheme. Undefined for any other text: an address such as `javascript:` or `data:` is a program that
 * runs in the page where somebody clicks on it.
 */
export const linkAddress = (text: string): string | undefined => {
  const address = cleaned(text);
  const scheme = schemeOf(address);
  if (scheme === undefined) return withScheme(address);
  const resolver = Object.hasOwn(RESOLVERS, scheme) ? RESOLVERS[scheme] : undefined;
  if (resolver !== undefined)
    return valid(`${resolver}${address.slice(scheme.length + 1).replace(/^(?:%20|\/)+/, '')}`);
  return OPENED.includes(scheme) ? valid(address) : undefined;
};

const mayBePublished = (text: string): boolean => {
  const scheme = schemeOf(cleaned(text));
  return scheme === undefined || OPENED.includes(scheme) || NAMES.includes(scheme) || Object.hasOwn(RESOLVERS, scheme);
};

/**
 * Returns the data fields of a record for publication: without links that are programs or lead to files of a computer. What is merely not
 * understood stays, because a harvester may understand it.
 */
export const withSafeLinks = (data: readonly DataField[]): DataField[] =>
  data.flatMap((field) => {
    const isSafe = field.subfields.every(({ code, value }) => code !== 'u' || mayBePublished(value));
    if (field.tag !== '856' || isSafe) return [field];
    const subfields = field.subfields.filter(({ code, value }) => code !== 'u' || mayBePublished(value));
    return subfields.some(({ code }) => code === 'u') ? [{ ...field, subfields }] : [];
  });
