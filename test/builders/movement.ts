import type * as z from 'zod';
import type { CirculationPolicies } from '../../functions/circulation/domain/decisions/policies.ts';
import type { PolicyDocument } from '../../layers/records/policies/domain/document.ts';
import type { movementKind } from '../../layers/records/policies/domain/movement.ts';
import { movementSchema } from '../../layers/records/policies/domain/movement.ts';
import { policies } from './circulation.ts';

/** The adopted rules of movement, version 1 from the start of 2026, with overrides of the defaults. */
export const movementDocument = (body: z.input<typeof movementSchema>): PolicyDocument<typeof movementKind> => ({
  kind: 'movement',
  version: 1,
  effectiveFrom: '2026-01-01T00:00:00.000Z',
  decisionReference: 'D-1',
  adoptedBy: 'staff:root',
  body: movementSchema.parse(body),
});

/** The policies in force, with these rules of movement. */
export const moving = (body: z.input<typeof movementSchema>): CirculationPolicies => ({
  ...policies(),
  movement: movementDocument(body),
});
