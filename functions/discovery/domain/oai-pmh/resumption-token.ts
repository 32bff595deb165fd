import * as z from 'zod';
import { readOpaque, writeOpaque } from '../../../../layers/kernel/text/opaque-json.ts';
import { setNames } from '../../../catalogue/public/set-names.ts';
import { type ListRequest, type MetadataPrefix, metadataFormats } from './oai-request.ts';

const prefixes = Object.keys(metadataFormats) as MetadataPrefix[];

const instant = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
const tokenSchema = z.strictObject({
  /** The verb: `r` for ListRecords, `i` for ListIdentifiers. */
  v: z.enum(['r', 'i']),
  p: z.enum(prefixes),
  s: z.string().regex(setNames).optional(),
  u: instant.optional(),
  /** The record before the position: its datestamp and number. */
  a: z.tuple([instant, z.string().regex(/^rec_[0-9a-z]{1,40}$/)]),
  n: z.number().int().min(1).max(1e12),
});

const LONGEST_TOKEN = 500;

/**
 * Encodes the position of a list as a token. It contains all that the next response needs, so that no state is stored and it never expires;
 * using it twice continues at the same position. It is not signed: it only selects among records that anybody may harvest.
 */
export const writeToken = ({
  verb,
  selection,
  after,
  given,
}: ListRequest & { after: NonNullable<ListRequest['after']> }): string =>
  writeOpaque({
    ...{ v: verb === 'ListRecords' ? 'r' : 'i', p: selection.prefix, s: selection.set, u: selection.until },
    ...{ a: [after.changedAt, after.recordId], n: given },
  });

/** Decodes a token of that verb; undefined when it is not ours. */
export const readToken = (text: string, verb: ListRequest['verb']): ListRequest | undefined => {
  if (text.length > LONGEST_TOKEN) return undefined;
  const { data } = tokenSchema.safeParse(readOpaque(text));
  if (data === undefined || (data.v === 'r') !== (verb === 'ListRecords')) return undefined;
  const { p: prefix, s: set, u: until, a, n: given } = data;
  return {
    verb,
    selection: { prefix, ...(set !== undefined && { set }), ...(until !== undefined && { until }) },
    after: { changedAt: a[0], recordId: a[1] },
    given,
  };
};
