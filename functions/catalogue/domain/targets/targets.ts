import * as z from 'zod';
import { oneLine } from '../../../../layers/kernel/text/typed-text.ts';
import { policyKind } from '../../../../layers/records/policies/domain/policy-kind.ts';

const isAddress = (address: string): boolean => {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname, username, password, search, hash } = new URL(address);
  if (username !== '' || password !== '' || search !== '' || hash !== '') return false;
  // The call refuses this machine, unless all of Concord runs on it.
  return protocol === 'https:' || (protocol === 'http:' && ['localhost', '127.0.0.1'].includes(hostname));
};

/** A catalogue elsewhere from which records are copied: where it answers SRU, and how. */
export const copyTargetSchema = z.strictObject({
  name: oneLine(100),
  /** The address of its SRU server, without a query: HTTPS. */
  address: z.string().max(500).refine(isAddress, 'An HTTPS address without credentials and without a query.'),
  /** The database behind the address, where it has several. */
  database: z
    .string()
    .regex(/^[\w.~-]{1,100}$/, 'Letters, digits and . ~ _ -')
    .exactOptional(),
  /** Its name for MARCXML. */
  syntax: z
    .string()
    .regex(/^[\w.:/-]{1,100}$/, 'The name of a record schema.')
    .default('marcxml'),
  version: z.enum(['1.1', '1.2', '2.0']).default('1.2'),
});
export type CopyTarget = z.infer<typeof copyTargetSchema>;

const targetsSchema = z.strictObject({
  targets: z
    .array(copyTargetSchema)
    .max(50)
    .refine((targets) => new Set(targets.map(({ name }) => name.toLowerCase())).size === targets.length, {
      message: 'Each name once: searches name a target by it.',
    }),
});

/** The catalogues from which the consortium copies records, in the order in which they are offered. */
export const copyTargetsKind = policyKind('copy-targets', targetsSchema);
