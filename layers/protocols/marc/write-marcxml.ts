import { leaderWithoutLengths } from './leader.ts';
import type { MarcRecord } from './record.ts';
import { type WriteRefusal, writeRefusals } from './write-refusals.ts';
import { escapedXml } from './xml-text.ts';

/** A record as a MARCXML `<record>` element (no XML declaration), or why it cannot be written. */
export type WrittenMarcXml = { xml: string } | { refused: WriteRefusal[] };

/** The namespace of MARCXML (MARC 21 slim). */
export const MARCXML_NAMESPACE = 'http://www.loc.gov/MARC21/slim';

/** XML parsers normalise tabs and line breaks in attributes to spaces; codes and indicators contain none, so escaping suffices. */
const attribute = (name: string, value: string): string => ` ${name}="${escapedXml(value)}"`;

/**
 * Writes a record as MARCXML, strictly. Refuses the faults of `writeRefusals`, but no length: XML has no limit. The element declares its
 * namespace, so that it is valid alone or in any envelope.
 */
export const writeMarcXml = (record: MarcRecord): WrittenMarcXml => {
  const refused = writeRefusals(record);
  if (refused.length > 0) return { refused };
  const control = record.control.map(
    ({ tag, value }) => `<controlfield${attribute('tag', tag)}>${escapedXml(value)}</controlfield>`,
  );
  const data = record.data.map(({ tag, ind1, ind2, subfields }) => {
    const inner = subfields.map(
      ({ code, value }) => `<subfield${attribute('code', code)}>${escapedXml(value)}</subfield>`,
    );
    const open = `<datafield${attribute('tag', tag)}${attribute('ind1', ind1)}${attribute('ind2', ind2)}>`;
    return `${open}${inner.join('')}</datafield>`;
  });
  const leader = `<leader>${escapedXml(leaderWithoutLengths(record.leader))}</leader>`;
  return { xml: `<record xmlns="${MARCXML_NAMESPACE}">${leader}${control.join('')}${data.join('')}</record>` };
};

/** Returns a whole MARCXML file in UTF-8 from `<record>` elements: declaration and `<collection>`. */
export const marcXmlCollection = (records: readonly string[]): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<collection xmlns="${MARCXML_NAMESPACE}">\n${records.join('\n')}\n</collection>\n`;
