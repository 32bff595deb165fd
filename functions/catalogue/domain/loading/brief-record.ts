import { withoutControlCharacters } from '../../../../layers/protocols/marc/clean-text.ts';
import type { DataField, MarcRecord } from '../../../../layers/protocols/marc/record.ts';

/** The input of a desk for an item without a record. */
export type Brief = { title: string; author?: string; isbn?: string };

const field = (tag: string, ind1: string, ind2: string, text = ''): DataField[] => {
  const value = withoutControlCharacters(text).trim();
  return value === '' ? [] : [{ tag, ind1, ind2, subfields: [{ code: 'a', value }] }];
};

/** Returns the abbreviated record (encoding level 3) of an item that a desk lends at once. `localId`: its number in 001. */
export const briefRecord = (localId: string, { title, author, isbn }: Brief): MarcRecord => ({
  leader: '00000nam a22000003a 4500',
  control: [{ tag: '001', value: localId }],
  data: [
    ...field('020', ' ', ' ', isbn),
    ...field('100', '1', ' ', author),
    ...field('245', author === undefined ? '0' : '1', '0', title),
  ],
});
