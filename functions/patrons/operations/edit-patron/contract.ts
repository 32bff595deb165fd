import * as z from 'zod';
import { branchIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { departmentCodeSchema } from '../../domain/department.ts';
import { personSchema } from '../../domain/person.ts';
import { categorySchema, classesSchema, descriptionRefusals, deskRefusals, deskRoles } from '../../schemas.ts';

/**
 * The home library corrects what it knows of a patron. What is left out stays; the person is given whole. The version that
 * was looked at is named, so that of two desks editing at once one looks again.
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
    /** As the look-up gave it. */
    version: z.int().min(1),
    person: personSchema.optional(),
    category: categorySchema.optional(),
    homeBranch: branchIdSchema.optional(),
    /** The card's last good day; a renewal by the rules is an operation of its own. */
    expiresOn: z.iso.date().optional(),
    classes: classesSchema.optional(),
    /** The code of a department of the home library; null takes the patron out of it. */
    department: departmentCodeSchema.nullable().optional(),
    note: z.string().trim().min(1).max(500).optional(),
  }),
  // Names of fields only: what stands there would be kept for 24 h under an Idempotency-Key.
  output: z.strictObject({ patronId: z.string(), version: z.number().int(), changed: z.array(z.string()) }),
  refusals: {
    ...deskRefusals,
    ...descriptionRefusals,
    'department-unknown': { status: 422, meaning: 'The library has no such department, or it is closed.' },
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
