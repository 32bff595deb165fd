import type { MarcForm } from '../../../../layers/protocols/marc/forms.ts';
import type { MarcRecord } from '../../../../layers/protocols/marc/record.ts';
import { writeIso2709 } from '../../../../layers/protocols/marc/write-iso2709.ts';
import { writeMarcXml } from '../../../../layers/protocols/marc/write-marcxml.ts';

/** Encodes a record as ISO 2709 or, when it exceeds the limits of that, as MARCXML. Undefined when no writer accepts it. */
export const encodeRecord = (record: MarcRecord): { form: MarcForm; bytes: Uint8Array } | undefined => {
  const binary = writeIso2709(record);
  if ('bytes' in binary) return { form: 'iso2709', bytes: binary.bytes };
  const xml = writeMarcXml(record);
  return 'xml' in xml ? { form: 'marcxml', bytes: Buffer.from(xml.xml) } : undefined;
};
