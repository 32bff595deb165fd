import * as z from 'zod';
import { branchIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { type ItemDialect, type ItemMapping, itemDialects } from '../../../../layers/protocols/marc/item-mapping.ts';

const codes = z
  .string()
  .regex(/^[a-z0-9]*$/, 'Subfield codes are lower-case letters and digits.')
  .max(10);
const code = z.string().regex(/^[a-z0-9]?$/, 'A subfield code is one lower-case letter or digit.');
const tag = z.string().regex(/^[A-Z0-9]{3}$/, 'A tag has three digits or letters.');
const value = z.string().min(1).max(100);

/** A mapping as a member's staff define it (see `ItemMapping`). Branches are the member's own. */
export const itemMappingSchema = z.strictObject({
  tag,
  indicators: z.string().length(2).optional(),
  barcode: code,
  branch: codes,
  location: codes.optional(),
  callNumber: codes,
  category: codes,
  copy: code.optional(),
  volume: code.optional(),
  holding: z
    .strictObject({
      tag,
      link: z.strictObject({ item: code, holding: code }).optional(),
      branch: codes,
      location: codes,
      callNumber: codes,
    })
    .optional(),
  branchMap: z.record(value, branchIdSchema).optional(),
  categoryMap: z.record(value, value).optional(),
  defaultBranch: branchIdSchema.optional(),
  defaultCategory: value.optional(),
  notACopy: z.record(code, z.array(value).max(50)).optional(),
  institutions: z.array(value).max(20).optional(),
});

/** The mapping of a member that has defined none: Koha's 952, the most common export. */
export const defaultItemMapping: ItemMapping = itemDialects['koha-952'];

const present = <T extends object>(all: T): T =>
  Object.fromEntries(Object.entries(all).filter(([, one]) => one !== undefined)) as T;

/** Returns the mapping without omitted fields. Takes a parsed request body or a stored mapping. */
export const toItemMapping = (parsed: z.infer<typeof itemMappingSchema>): ItemMapping => {
  const { holding, ...rest } = parsed;
  return present({ ...rest, holding: holding && present(holding) }) as ItemMapping;
};

/** The names of the predefined mappings; an operation lists them, and a member names the one to start from. */
export const itemDialectNames = Object.keys(itemDialects) as [ItemDialect, ...ItemDialect[]];

const needed = ['tag', 'barcode', 'branch', 'callNumber', 'category'] as const;

/**
 * A mapping as a member's staff set it: in full, or a predefined one by name with the member's own values over it (its branches and
 * categories, another code).
 */
export const itemMappingInputSchema = itemMappingSchema
  .partial()
  .extend({ dialect: z.enum(itemDialectNames).optional() })
  .superRefine((mapping, { addIssue }) => {
    if (mapping.dialect !== undefined) return;
    for (const name of needed)
      if (mapping[name] === undefined)
        addIssue({ code: 'custom', path: [name], message: 'Needed where no dialect is named.' });
  });

/** Returns the requested mapping: the named dialect with the other fields over it. Takes a body that `itemMappingInputSchema` accepted. */
export const wishedItemMapping = ({ dialect, ...own }: z.infer<typeof itemMappingInputSchema>): ItemMapping => {
  const base = dialect === undefined ? {} : itemDialects[dialect];
  return toItemMapping(itemMappingSchema.parse({ ...base, ...present(own) }));
};
