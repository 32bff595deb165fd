import type * as z from 'zod';
import type { marcRecordSchema } from '../domain/marc-record-schema.ts';

/** An example book for the contracts of the operations on source records. */
export const exampleRecord: z.input<typeof marcRecordSchema> = {
  leader: '00000nam a2200000 a 4500',
  control: [
    { tag: '001', value: 'b1000' },
    { tag: '008', value: '960101s1996    enk           000 1 eng d' },
  ],
  data: [
    {
      ...{ tag: '245', ind1: '1', ind2: '0' },
      subfields: [
        { code: 'a', value: 'Emma /' },
        { code: 'c', value: 'Jane Austen.' },
      ],
    },
  ],
};
