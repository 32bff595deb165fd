import * as z from 'zod';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { rosterOutcomes, rosterRejects } from '../../domain/roster.ts';
import { localIdSchema, rosterLineSchema } from '../../domain/school.ts';
import { atSchoolDesk, deskParams, loadRosterRefusals } from '../../schemas.ts';

const rejects = [...(Object.keys(rosterRejects) as (keyof typeof rosterRejects)[]), 'changed-meanwhile'] as const;
const outcomes = z.enum(rosterOutcomes);

/**
 * Loads a class list from the school's register: known numbers are assigned to the class, new pupils are registered with their card, and
 * pupils missing from the list are reported, not changed; those whose enrolment ended leave. A guardian whom a line names by name and e-mail
 * address, and who is a patron, becomes the guardian of a record that has none; nothing is sent. Accepted plus rejected lines equal the lines
 * read. A dry run only reports; a repeated run changes nothing. Larger rosters are sent in several calls, class by class.
 */
export const contract = operation({
  id: 'teaching-load-roster',
  context: 'teaching',
  service: 'circulation',
  method: 'POST',
  path: '/v1/teaching/branches/{branchId}/rosters',
  summary: 'Take a class list into the school',
  permission: [atSchoolDesk],
  // It changes many pupils at once.
  assurance: 'full',
  touches: { table: 'write' },
  params: deskParams,
  body: z.strictObject({
    dryRun: z.boolean(),
    /** The expiry date of new pupils' cards. */
    expiresOn: z.iso.date(),
    lines: z.array(rosterLineSchema).max(500),
    /** The numbers of pupils whose enrolment the register ended: they leave the school, as at the end of a year. */
    ended: z.array(localIdSchema).max(500).optional(),
  }),
  output: z.strictObject({
    dryRun: z.boolean(),
    read: z.number().int(),
    accepted: z.number().int(),
    rejected: z.number().int(),
    counts: z.record(outcomes, z.number().int()),
    /** How many pupils have, or by a dry run would have, one of their guardians, and how many have guardians of whom none is a patron. */
    guardiansLinked: z.number().int().exactOptional(),
    guardiansUnknown: z.number().int().exactOptional(),
    /** The rejected lines with reasons, and the changed ones. By the register's number, without names. */
    lines: z.array(
      z.strictObject({
        id: z.string(),
        patronId: z.string().optional(),
        outcome: outcomes.optional(),
        reject: z.enum(rejects).optional(),
      }),
    ),
    /** Pupils of these classes who are not on the list. */
    missing: z.array(z.strictObject({ id: z.string(), patronId: z.string(), classId: z.string() })),
  }),
  refusals: loadRosterRefusals,
  example: {
    params: { branchId: 'oakwood.library' },
    body: {
      dryRun: true,
      expiresOn: '2030-07-31',
      lines: [
        { id: '10234', name: { family: 'Okafor', given: 'Amara' }, card: '21101000000016', grade: '5', class: '5b' },
      ],
    },
    output: {
      dryRun: true,
      read: 1,
      accepted: 1,
      rejected: 0,
      counts: { added: 1, matched: 0, moved: 0, rejoined: 0, left: 0, unchanged: 0 },
      lines: [{ id: '10234', outcome: 'added' }],
      missing: [],
    },
  },
  errorImpact: 'Pupils stay in last year’s classes.',
});
