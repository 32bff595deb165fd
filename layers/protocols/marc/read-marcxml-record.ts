import { Buffer } from 'node:buffer';
import { withoutControlCharacters } from './clean-text.ts';
import { dataFieldOf } from './field-text.ts';
import { isTag } from './iso2709-bytes.ts';
import { mendedLeader } from './leader.ts';
import type { ReadResult, ReadWarning } from './reasons.ts';
import type { MarcRecord, Subfield } from './record.ts';
import type { UnimarcConverter } from './unimarc/converter.ts';
import { isUnimarc } from './unimarc/is-unimarc.ts';
import { localName, XmlRefusal, type XmlToken, xmlTokens } from './xml-tokens.ts';

type StartTag = Extract<XmlToken, { kind: 'start' }>;

/** Returns an attribute that should be one character, or `otherwise`. */
const oneCharacter = (token: StartTag, name: string, otherwise: string): string => {
  const value = token.attributes.get(name) ?? '';
  return value.length === 1 ? value : otherwise;
};

const KNOWN: readonly string[] = [
  'record',
  'record/leader',
  'record/controlfield',
  'record/datafield',
  'record/datafield/subfield',
];

/** Builds a record from its elements; text outside a leaf is layout and ignored. An element that MARCXML does not define is a warning. */
class RecordGatherer {
  readonly record: MarcRecord = { leader: '', control: [], data: [] };
  readonly warnings: ReadWarning[] = [];
  private path: string[] = [];
  private start: StartTag | undefined;
  private indicators = '';
  private subfields: Subfield[] = [];
  private text = '';
  private isCleaned = false;
  /** How many elements are open that MARCXML does not define: what is in them is ignored. */
  private foreign = 0;

  take(token: XmlToken): void {
    if (token.kind === 'text') {
      if (this.foreign === 0) this.takeText(token.text);
    } else if (token.kind === 'start') {
      this.open(token);
      if (token.empty) this.close();
    } else this.close();
  }

  private takeText(raw: string): void {
    const clean = withoutControlCharacters(raw);
    if (clean !== raw) this.isCleaned = true;
    this.text += clean;
  }

  private open(token: StartTag): void {
    const name = localName(token.name);
    if (this.foreign > 0 || !KNOWN.includes([...this.path, name].join('/'))) {
      if (this.foreign === 0) this.warnings.push({ code: 'element-ignored', detail: token.name.slice(0, 40) });
      this.foreign++;
      return;
    }
    this.path.push(name);
    this.text = '';
    this.isCleaned = false;
    if (name === 'datafield') {
      this.subfields = [];
      this.indicators = oneCharacter(token, 'ind1', ' ') + oneCharacter(token, 'ind2', ' ');
    }
    if (name === 'subfield') this.subfields.push({ code: oneCharacter(token, 'code', ''), value: '' });
    else this.start = token;
  }

  private close(): void {
    if (this.foreign > 0) {
      this.foreign--;
      return;
    }
    const name = this.path.pop();
    if (name === 'leader') this.record.leader = this.text;
    else if (name === 'controlfield') this.closeControlField();
    else if (name === 'subfield') this.closeSubfield();
    else if (name === 'datafield') this.closeDataField();
    this.text = '';
  }

  private closeSubfield(): void {
    const subfield = this.subfields.at(-1);
    if (subfield !== undefined) subfield.value = this.text;
  }

  private closeControlField(): void {
    const tag = this.start?.attributes.get('tag') ?? '';
    if (isTag(tag) && tag.startsWith('00')) {
      if (tag === '001' && this.isCleaned) this.warnings.push({ code: 'number-cleaned', detail: this.text });
      this.record.control.push({ tag, value: this.text });
    } else this.warnings.push({ code: 'field-dropped', detail: tag });
  }

  private closeDataField(): void {
    const tag = this.start?.attributes.get('tag') ?? '';
    if (!isTag(tag) || tag.startsWith('00')) {
      this.warnings.push({ code: 'field-dropped', detail: tag });
      return;
    }
    const field = dataFieldOf(tag, this.indicators, this.subfields, this.warnings);
    if (field !== undefined) this.record.data.push(field);
  }
}

/**
 * Parses one `<record>` element of MARCXML (MARC 21 slim) as UTF-8 bytes; returns the record with its repairs or the reason for its
 * refusal. Converts UNIMARC with a converter and refuses it without one. Never throws.
 */
export const readMarcXmlRecord = (bytes: Uint8Array, unimarc?: UnimarcConverter): ReadResult => {
  const binary = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
  const gatherer = new RecordGatherer();
  try {
    for (const token of xmlTokens(binary)) gatherer.take(token);
  } catch (error) {
    if (error instanceof XmlRefusal) return { rejected: error.reason };
    throw error;
  }
  const { record, warnings } = gatherer;
  const givenLeader = record.leader;
  if (record.control.length + record.data.length === 0) return { rejected: 'no-fields' };
  if (isUnimarc(givenLeader, record)) return unimarc?.convert(givenLeader, record, warnings) ?? { rejected: 'unimarc' };
  return { record: { ...record, leader: mendedLeader(givenLeader, warnings) }, warnings };
};
