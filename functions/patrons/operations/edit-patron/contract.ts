import * as z from 'zod';
import { branchIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { someLines } from '../../../../layers/kernel/text/typed-text.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { personSchema } from '../../domain/identity/person.ts';
import { consentAnswersSchema } from '../../domain/record/contact-consents.ts';
import { departmentCodeSchema } from '../../domain/record/department.ts';
import {
  categorySchema,
  classesSchema,
  descriptionRefusals,
  deskRefusals,
  deskRoles,
  residenceSchema,
} from '../../schemas.ts';

/**
 * Edits a patron's data at the home library. Omitted fields stay; the person is complete. The request names the version that was read, so
 * that of two concurrent edits one is refused.
 */
export const contract = operation({
  id: 'patrons-edit-patron',
  context: 'patrons',
  service: 'circulation',
  method: 'POST',
  path: '/v1/patrons/{patronId}/edits',
  summary: 'Edit a patron',
  permission: [{ who: 'staff', roles: deskRoles, at: { branch: 'body.branchId' } }],
  touches: { table: 'write' },
  params: z.strictObject({ patronId: z.string().min(1).max(64) }),
  body: z.strictObject({
    branchId: branchIdSchema,
    /** From the look-up. */
    version: z.int().min(1),
    person: personSchema.optional(),
    category: categorySchema.optional(),
    homeBranch: branchIdSchema.optional(),
    /** The card's last day of validity; a renewal by the rules is a separate operation. */
    expiresOn: z.iso.date().optional(),
    classes: classesSchema.optional(),
    /** The code of a department of the home library; null removes the patron from it. */
    department: departmentCodeSchema.nullable().optional(),
    /** The place of residence, by its code in the consortium's list; null removes it. */
    residence: residenceSchema.nullable().optional(),
    /** The guardian of the patron, such as a child's parent; null removes it. */
    guarantorId: z.string().min(1).max(64).nullable().optional(),
    /** New answers of the patron, by channel; a channel that is left out stays. */
    contactConsents: consentAnswersSchema.optional(),
    note: someLines(500).optional(),
  }),
  // Names of fields only: their values would be stored for 24 h under an Idempotency-Key.
  output: z.strictObject({ patronId: z.string(), version: z.number().int(), changed: z.array(z.string()) }),
  owner: 'not-home',
  namedOwner: 'home-elsewhere',
  refusals: {
    ...deskRefusals,
    ...descriptionRefusals,
    'department-unknown': { status: 422, meaning: 'The library has no such department, or it is closed.' },
    'guarantor-unknown': { status: 422, meaning: 'The guardian is no patron.' },
    'answers-for': { status: 409, meaning: 'The patron answers for the one who should answer.' },
    'branch-unknown': { status: 404, meaning: 'There is no such branch.' },
    'home-elsewhere': { status: 422, meaning: 'The home branch belongs to another member than the desk.' },
    'changed-meanwhile': { status: 409, meaning: 'Somebody else changed this patron since: look again.' },
  },
  example: {
    params: { patronId: 'pat_01kaw5v7n0000000000000000z' },
    body: {
      branchId: 'riverton.main',
      version: 1,
      person: { name: { family: 'Okafor', given: 'Amara' }, email: 'amara@example.org' },
      classes: { district: 'north' },
    },
    output: { patronId: 'pat_01kaw5v7n0000000000000000z', version: 2, changed: ['email', 'classes'] },
  },
  errorImpact: 'Addresses and categories stay wrong.',
});
