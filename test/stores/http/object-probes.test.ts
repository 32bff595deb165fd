import { GetParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import { mockClient } from 'aws-sdk-client-mock';
import { handlerFileOf } from '../../../functions/load-contracts.ts';
import { operations } from '../../../functions/operations.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Actor } from '../../../layers/platform/http/actor.ts';
import type { AnyContract } from '../../../layers/platform/http/contract.ts';
import type { OperationHandler } from '../../../layers/platform/http/handle.ts';
import { bucketInMemory } from '../../builders/bucket-in-memory.ts';
import { call } from '../../builders/call.ts';
import { at } from '../../builders/lending.ts';
import { foundByPath } from '../../builders/owner-checks.ts';
import { patron } from '../../builders/people.ts';
import { makerOf, type ProbedObject, staffWithAllRoles } from '../../builders/probed-objects.ts';
import { anIndex } from '../../builders/search-engine.ts';
import { aWorld, settings } from '../../proofs/crash-points/through.ts';

/** Operations without a probe yet: an object of theirs, or a body that fits it, takes more than the example of the contract. */
const unprobed: readonly string[] = [
  'catalogue-mark-distinct',
  'catalogue-merge-records',
  'catalogue-run-item-batch',
  'catalogue-set-retention',
  'catalogue-split-record',
  'catalogue-undo-decision',
  'catalogue-withdraw-offer',
  'circulation-cancel-hold',
  'circulation-change-pickup',
  'circulation-recall',
  'circulation-resume-hold',
  'circulation-suspend-hold',
  'discovery-remove-title',
  'discovery-rename-list',
  'discovery-save-title',
  'finance-refund-charge',
  'membership-withdraw-machine-client',
  'onboarding-add-file',
  'onboarding-resume-run',
  'onboarding-set-mapping',
  'onboarding-start-run',
  'patrons-mark-distinct',
  'patrons-merge-patrons',
  'resource-sharing-amend-request',
  'resource-sharing-answer-request',
  'resource-sharing-cancel-request',
  'resource-sharing-complete-request',
  'resource-sharing-deliver-copy',
  'resource-sharing-fill-locally',
  'resource-sharing-lend-request',
  'resource-sharing-open-copy',
  'resource-sharing-receive-request',
  'resource-sharing-renew-request',
  'resource-sharing-resend-message',
  'resource-sharing-restart-request',
  'resource-sharing-return-request',
  'resource-sharing-send-home-request',
  'resource-sharing-ship-request',
  'resource-sharing-supply-copy',
  'resource-sharing-take-step',
  'resource-sharing-upload-copy',
  'teaching-lend-class-set',
];

const NOW = '2026-03-02T12:00:00.000Z';
const contracts: readonly AnyContract[] = operations;
const probed = contracts
  .filter((one) => foundByPath(one).length > 0 && typeof one.owner === 'string' && !unprobed.includes(one.id))
  .map((one) => [one.id, one] as const);
let table: Table;
let stranger: Actor;
let owner: Actor;

beforeAll(async () => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
  jest.spyOn(console, 'error').mockImplementation(() => {});
  mockClient(SSMClient)
    .on(GetParameterCommand)
    .resolves({ Parameter: { Value: 'https://library.test' } });
  anIndex();
  table = await aWorld();
  Object.assign(process.env, settings, { PARTNER_SECRETS: '/none', SITE_PARAMETER: '/site' });
  stranger = await staffWithAllRoles(table, 'elm');
  owner = await staffWithAllRoles(table, 'cedar');
});

/** Returns the body with every place in it replaced by that of a member: the caller acts at the caller's own library. */
const placedAt = (member: string, value: unknown, name = ''): unknown => {
  if (Array.isArray(value)) return value.map((one) => placedAt(member, one, name));
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, placedAt(member, one, key)]));
  }
  if (typeof value !== 'string') return value;
  if (/^(branchId|branch|homeBranch|pickupBranch)$/.test(name)) return `${member}.main`;
  return /^(memberId|member)$/.test(name) ? member : value;
};

const asks = async (contract: AnyContract, actor: Actor, member: string, object: ProbedObject) => {
  const { handler }: { handler: OperationHandler } = await import(`../../../${handlerFileOf(contract)}`);
  const { params = {}, body } = contract.example as { params?: Record<string, string>; body?: object };
  const path = { ...(placedAt(member, params) as Record<string, string>), ...object.path };
  const names = Object.keys(params);
  const fields = Object.keys(body ?? {});
  const own = Object.fromEntries(
    Object.entries(object.body ?? {}).filter(
      ([name]) => fields.includes(name) || body === undefined || contract.id === 'circulation-reorder-holds',
    ),
  );
  const given = { ...(placedAt(member, { ...body, ...own }) as object) };
  const { status, body: answered } = await call(handler.using(at(NOW, { bucket: bucketInMemory() })), {
    actor,
    path: Object.fromEntries(Object.entries(path).filter(([name]) => names.includes(name))),
    ...(contract.body && { body: given }),
  });
  return { status, code: (answered as { code?: string } | undefined)?.code, answered };
};

test.each(probed)('finding S5: %s refuses another’s object, and finds that of its owner', async (id, contract) => {
  const make = makerOf(id, foundByPath(contract));
  if (make === undefined)
    throw new Error(`Say in probed-objects.ts how an object of ${id} is made (${foundByPath(contract)}).`);
  const object = await make(table);
  const isForStaff = contract.permission.some(({ who }) => who === 'staff');
  const code = String(contract.owner);
  const others = isForStaff ? stranger : patron('pat_stranger', 'elm');
  const refused = await asks(contract, others, 'elm', object);
  expect(refused).toMatchObject({ status: contract.refusals[code]?.status, code });
  if (contract.permission.some(({ who }) => who === 'patron') && isForStaff) {
    expect(await asks(contract, patron('pat_stranger', 'elm'), 'elm', object)).toMatchObject({ code });
  }
  // The object is there: its owner is not refused so, whatever else the example lacks.
  const found = await asks(contract, isForStaff ? owner : (object.patron ?? owner), 'cedar', object);
  expect(found.code).not.toBe(code);
  expect(found.status).not.toBe(400);
});
