import * as z from 'zod';
import type { Permission, Pointer, Refusal } from '../../../layers/platform/http/contract.ts';
import type { Delivery } from '../domain/delivery.ts';
import { ownerSchema, type Webhook } from '../domain/webhook.ts';

const at: { member: Pointer } = { member: 'path.owner' };

/** Administrators of a member manage its webhooks, those of the consortium all. */
export const webhookManagers: readonly Permission[] = [
  { who: 'staff', roles: ['admin'], at: 'consortium' },
  { who: 'staff', roles: ['member-admin'], at },
];

export const ownerPath = z.strictObject({ owner: ownerSchema });
export const webhookPath = z.strictObject({ ...ownerPath.shape, webhookId: z.string().min(1).max(64) });

export const unknownWebhookRefusal = {
  'unknown-webhook': { status: 404, meaning: 'This owner has no such webhook.' },
} as const satisfies Record<string, Refusal>;
export const addressRefusal = {
  'address-refused': { status: 422, meaning: 'Nothing is sent to this address: use https and a public host.' },
} as const satisfies Record<string, Refusal>;
export const meanwhileRefusal = {
  'changed-meanwhile': { status: 409, meaning: 'Others changed it at the same time: look at it and try again.' },
} as const satisfies Record<string, Refusal>;

export const exampleWebhook: Webhook = {
  webhookId: 'whk_01kb0000000000000000000000',
  owner: 'riverton',
  name: 'Discovery layer',
  url: 'https://hooks.example.org/concord',
  facts: ['item-checked-out', 'item-checked-in'],
  createdAt: '2026-11-24T15:00:00.000Z',
  secretSince: '2026-11-24T15:00:00.000Z',
};
export const exampleSecret = 'whsec_c2hvd24gdGhpcyBvbmNl';
export const exampleDelivery: Delivery = {
  eventId: 'itm_01kb0000000000000000000000:8:0',
  at: '2026-11-24T15:02:00.000Z',
  fact: 'item-checked-out',
  state: 'delivered',
  tries: 1,
  triedAt: '2026-11-24T15:02:01.000Z',
  status: 204,
  milliseconds: 84,
};
