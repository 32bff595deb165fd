import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { openBucket } from '../../../../layers/platform/objects/object-store.ts';
import { endOfMonth } from '../../../../layers/records/ledger/domain/netting.ts';
import { type PolicyStore, policyStore } from '../../../../layers/records/policies/data/policy-store.ts';
import { memberStore } from '../../../membership/public/member-store.ts';
import { billingKind, defaultBilling, UNNAMED_ISSUER } from '../../domain/statements/billing-policy.ts';
import { dueOn } from '../../domain/statements/invoice.ts';
import { offeredFile } from '../../use-cases/documents/offered-file.ts';
import { statementFiles } from '../../use-cases/documents/statement-file.ts';
import { statementAsked, statementHouse } from '../../use-cases/statement-asked.ts';
import { contract } from './contract.ts';

/** Who issued a statement and in how many days it is to be paid: of the very version of the policy that it was sealed with. */
const billingOf = async (
  policies: PolicyStore,
  billing: string,
  now: number,
): Promise<{ issuer: string; daysToPay: number }> => {
  const version = Number(/^billing\/(\d+)$/.exec(billing)?.[1]);
  const policy = Number.isNaN(version) ? undefined : await policies.version(billingKind, version, now);
  const { issuer = UNNAMED_ISSUER, daysToPay } = policy?.body ?? defaultBilling;
  return { issuer, daysToPay };
};

export const handler = handle(
  contract,
  (runtime) => {
    const house = statementHouse(runtime);
    return {
      ...house,
      members: memberStore(house.table),
      policies: policyStore(house.table),
      bucket: openBucket(runtime),
    };
  },
  async ({ actor, path, body, now }, { members, policies, bucket, ...house }) => {
    const asked = await statementAsked(house, path, actor);
    if (!asked) return refuse('no-statement', 'There is no such statement, or not yet.');
    const { month, memberId, invoice, booked } = asked.head;
    const [statement, member] = await Promise.all([house.statements.read(asked.head), members.get(memberId)]);
    const { issuer, daysToPay } = await billingOf(policies, statement.billing, now);
    const { format, paper: size, language } = body;
    const file = await statementFiles[format](statement, {
      ...{ name: member?.name ?? memberId, issuer, size, language, madeAt: booked ?? endOfMonth(month) },
      ...(invoice !== undefined && { invoice }),
      ...(booked !== undefined && { issuedOn: booked.slice(0, 10) }),
      // A credit note is not to be paid: it has no such day.
      ...(booked !== undefined && statement.due > 0 && { dueOn: dueOn(booked, daysToPay) }),
    });
    return answer(await offeredFile(bucket, file, { memberId, named: `${month}-${memberId}`, now }));
  },
);
