import * as z from 'zod';
import type { MarcRecord } from '../marc/record.ts';

const tag = z.string().length(3);
const indicator = z.string().length(1);

/** A record as it is edited: the leader, control fields, data fields with their subfields (a blank indicator is ' '). */
export const marcRecordSchema: z.ZodType<MarcRecord, MarcRecord> = z.strictObject({
  leader: z.string().max(24),
  control: z.array(z.strictObject({ tag, value: z.string().max(9_999) })).max(100),
  data: z
    .array(
      z.strictObject({
        ...{ tag, ind1: indicator, ind2: indicator },
        subfields: z.array(z.strictObject({ code: z.string().length(1), value: z.string().max(9_999) })).max(1_000),
      }),
    )
    .max(3_000),
});
