import * as z from 'zod';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { bodySchema } from '../../domain/bodies/body.ts';
import { bodyChangeSchema, bodyRefusals, exampleBody } from '../../schemas/bodies.ts';

/** Founds a body, or changes its settings and its seats: all changes of a request, or none. Terms are as long as the rules of the body say. */
export const contract = operation({
  id: 'governance-write-body',
  context: 'governance',
  service: 'administration',
  method: 'POST',
  path: '/v1/governance/bodies',
  summary: 'Write a body and its seats',
  permission: [{ who: 'staff', roles: ['governance-secretary', 'admin'], at: 'consortium' }],
  touches: { table: 'write' },
  body: z.strictObject({
    /** The body that changes, and its version as it was read; a new body when absent. */
    ...{ bodyId: z.string().min(1).max(40).optional(), v: z.int().min(1).optional() },
    changes: z.array(bodyChangeSchema).min(1).max(100),
  }),
  status: 201,
  output: bodySchema,
  namedOwner: { none: 'The secretary of the consortium writes all bodies.' },
  refusals: {
    ...bodyRefusals,
    'body-changed': { status: 409, meaning: 'It was changed meanwhile: read it again.' },
    'body-dissolved': { status: 409, meaning: 'The body is dissolved.' },
    'decision-needed': { status: 422, meaning: 'A new body names the decision that founded it.' },
    'unknown-member': { status: 422, meaning: 'There is no such member.' },
    'unknown-seat': { status: 422, meaning: 'The body has no such seat.' },
    'seat-held': { status: 422, meaning: 'Somebody holds the seat in that time.' },
    'seat-vacant': { status: 422, meaning: 'Nobody holds the seat on that day.' },
    'seat-was-held': { status: 422, meaning: 'A seat that was held is not removed.' },
    'too-many-terms': {
      status: 422,
      meaning: 'The person has held a seat for as many terms in a row as the rules allow.',
    },
    'holds-a-seat': { status: 422, meaning: 'The person holds a seat of this body in that time.' },
    'too-many-seats': { status: 422, meaning: 'A body has at most 50 seats.' },
    'bad-term': { status: 422, meaning: 'Holder and alternate are two persons.' },
  },
  example: {
    body: {
      ...{ bodyId: exampleBody.bodyId, v: 2 },
      changes: [{ do: 'end-term', seatId: 'seat-1', on: '2028-06-30', reason: 'Moved away' }],
    },
    output: exampleBody,
  },
  errorImpact: 'Bodies and seats cannot be changed; meetings continue.',
});
