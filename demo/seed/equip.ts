import { generateKeyPairSync } from 'node:crypto';
import * as z from 'zod';
import type { StaffActor } from '../../layers/platform/http/actor.ts';
import type { Performer } from './in-process.ts';
import { eachOf, type Running } from './running.ts';
import type { StaffActors } from './staff-actors.ts';

const anything = z.unknown();

/** The shared desks of the demo. Their keys are nowhere: a browser becomes another desk by being enrolled on the page of shared desks. */
const desks = [
  { name: 'Circulation desk, ground floor', branchId: 'riverton.main', lockMinutes: 5 },
  { name: 'Children’s desk', branchId: 'riverton.eastside', lockMinutes: 10 },
  { name: 'Library counter', branchId: 'northfield.upper', lockMinutes: 5 },
] as const;

const publicKey = (): string => {
  const { publicKey: key } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return key.export({ format: 'der', type: 'spki' }).toString('base64url');
};

/**
 * Enrols the demo's shared desks, and names the catalogue from which records are copied: the demo's own SRU server, which answers without a
 * network. `at` in epoch ms.
 */
export const equip = async (
  { endpoints }: Running,
  performer: Performer,
  { admin, actor, at }: { admin: StaffActor; actor: StaffActors; at: number },
): Promise<void> => {
  await eachOf(desks, 3, ({ branchId, ...desk }) => {
    const memberId = branchId.slice(0, branchId.indexOf('.'));
    const body = { ...desk, memberId, branchId, publicKey: publicKey() };
    return performer.act('membership-enrol-desk', anything, { by: actor('member-admin', memberId), at, body });
  });
  const address = `${endpoints.api}/discovery/sru`;
  const body = { targets: [{ name: 'Union catalogue of the demo', address, syntax: 'marcxml', version: '1.2' }] };
  await performer.act('governance-adopt-policy', anything, {
    ...{ by: admin, at },
    body: { kind: 'copy-targets', effectiveFrom: new Date(at).toISOString(), decisionReference: 'DEMO-2', body },
  });
};
