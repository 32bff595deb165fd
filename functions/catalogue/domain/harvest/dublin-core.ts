import { withoutControlCharacters } from '../../../../layers/protocols/marc/clean-text.ts';
import { escapedXml } from '../../../../layers/protocols/marc/xml-text.ts';
import type { IndexDocument } from '../index/index-document.ts';

const elementsOf = (
  one: IndexDocument,
  links: readonly string[],
): [name: string, values: readonly (string | undefined)[]][] => [
  ['title', [one.title]],
  ['creator', [one.author]],
  ['contributor', one.authorsAdded],
  ['subject', one.subjects],
  ['description', [...one.summaries, ...one.contents]],
  ['publisher', one.publishers],
  ['date', [one.year === undefined ? undefined : String(one.year)]],
  ['type', [one.format]],
  ['format', [one.extent]],
  [
    'identifier',
    [
      ...one.isbn13.map((isbn) => `urn:isbn:${isbn}`),
      ...one.issn.map((issn) => `urn:issn:${issn}`),
      ...one.oclc.map((number) => `(OCoLC)${number}`),
      ...links,
    ],
  ],
  ['language', one.languages],
  ['relation', one.series],
];

/**
 * Returns a record's document, with the links to its full text, as Dublin Core elements (prefix `dc`, declared by the envelope), at most
 * `most` characters; empty elements and those beyond the limit are left out.
 */
export const dublinCore = (one: IndexDocument, links: readonly string[], most: number): string => {
  let space = most;
  const elements = elementsOf(one, links).flatMap(([name, values]) =>
    [...new Set(values)].flatMap((value) => {
      const text = withoutControlCharacters(value ?? '').trim();
      const element = `<dc:${name}>${escapedXml(text)}</dc:${name}>`;
      if (text === '' || element.length > space) return [];
      space -= element.length;
      return [element];
    }),
  );
  return elements.join('');
};

const DC = 'http://purl.org/dc/elements/1.1/';

/** Every record has its own address, also one without ISBN, ISSN or link. The site's name is known when a record is asked for. */
const addressed = (elements: string, address: string): string =>
  `${elements}<dc:identifier>${escapedXml(address)}</dc:identifier>`;

/** Returns the elements, with the address of the record's page, as one record of the SRU schema info:srw/schema/1/dc-v1.1. */
export const sruDublinCore = (elements: string, address: string): string =>
  `<srw_dc:dc xmlns:srw_dc="info:srw/schema/1/dc-schema" xmlns:dc="${DC}">${addressed(elements, address)}</srw_dc:dc>`;

/** Returns the elements, with the address of the record's page, as one record of OAI-PMH's `oai_dc`. */
export const oaiDublinCore = (elements: string, address: string): string =>
  `<oai_dc:dc xmlns:oai_dc="http://www.openarchives.org/OAI/2.0/oai_dc/" xmlns:dc="${DC}" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://www.openarchives.org/OAI/2.0/oai_dc/ http://www.openarchives.org/OAI/2.0/oai_dc.xsd">${addressed(elements, address)}</oai_dc:dc>`;
