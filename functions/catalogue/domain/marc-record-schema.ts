import * as z from 'zod';

const tag = z.string().length(3);
const one = z.string().length(1);

/** A record as it is edited: the leader, control fields, and data fields with their subfields (a blank indicator is ' '). */
export const marcRecordSchema = z.strictObject({
  leader: z.string(),
  control: z.array(z.strictObject({ tag, value: z.string() })),
  data: z.array(
    z.strictObject({
      ...{ tag, ind1: one, ind2: one },
      subfields: z.array(z.strictObject({ code: one, value: z.string() })),
    }),
  ),
});
