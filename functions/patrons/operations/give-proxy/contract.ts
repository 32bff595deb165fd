import * as z from 'zod';
import { branchIdSchema, memberIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { oneLine } from '../../../../layers/kernel/text/typed-text.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { cardNumberSchema } from '../../domain/cards/card.ts';
import { cardRefusals, deskRefusals, deskRoles, proxyActsSchema } from '../../schemas.ts';

/**
 * Lets another patron borrow or collect for the requesting patron until a date, or records that at a desk of the home library. Patrons name
 * the other by card and family name, so that trying reveals no cardholders. A repeated request replaces the earlier proxy; the patron's log
 * records it.
 */
export const contract = operation({
  id: 'patrons-give-proxy',
  context: 'patrons',
  service: 'circulation',
  method: 'POST',
  path: '/v1/patrons/proxies',
  summary: 'Let another person borrow or collect for a patron',
  permission: [{ who: 'patron' }, { who: 'staff', roles: deskRoles, at: { branch: 'body.branchId' } }],
  touches: { table: 'write' },
  notForPatrons: ['body.patronId'],
  idempotency: 'none',
  body: z.strictObject({
    /** At a desk: the branch, and the patron. Patrons omit them. */
    branchId: branchIdSchema.optional(),
    patronId: z.string().min(1).max(64).optional(),
    /** The proxy's card. */
    card: cardNumberSchema,
    member: memberIdSchema.optional(),
    /** The family name of its holder: required from patrons, visible to desks. */
    familyName: oneLine(200).optional(),
    /** The last day of validity. */
    until: z.iso.date(),
    may: proxyActsSchema,
  }),
  output: z.strictObject({ patronId: z.string(), until: z.string(), may: proxyActsSchema }),
  namedOwner: 'not-home',
  refusals: {
    ...cardRefusals,
    ...deskRefusals,
    'patron-missing': { status: 422, meaning: 'A desk says for which patron.' },
    'name-differs': { status: 422, meaning: 'There is no such card of somebody of that name.' },
    'same-patron': { status: 422, meaning: 'Nobody acts for oneself.' },
    'until-past': { status: 422, meaning: 'The last day is over, or more than five years away.' },
    'changed-meanwhile': { status: 409, meaning: 'One of the two was merged or erased at the same time: look again.' },
  },
  example: {
    body: { card: '21101000000032', familyName: 'Okafor', until: '2026-12-31', may: ['collect'] },
    output: { patronId: 'pat_01kaw5v7n0000000000000002z', until: '2026-12-31', may: ['collect'] },
  },
  errorImpact: 'Patrons cannot authorise another person to collect for them.',
});
