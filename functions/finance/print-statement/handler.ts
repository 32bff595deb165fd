import { memberStore } from '../../../layers/data/member-store.ts';
import { openBucket } from '../../../layers/data/object-store.ts';
import { type PolicyStore, policyStore } from '../../../layers/data/policy-store.ts';
import { sha256 } from '../../../layers/data/sha-256.ts';
import { statementFiles } from '../../../layers/data/statement-files/statement-file.ts';
import { endOfMonth } from '../../../layers/domain/ledger/netting.ts';
import { defaultBilling, UNNAMED_ISSUER } from '../../../layers/domain/statements/billing-policy.ts';
import { dueOn } from '../../../layers/domain/statements/invoice.ts';
import { handle } from '../../../layers/http/handle.ts';
import { answer, refuse } from '../../../layers/http/outcome.ts';
import { iso } from '../../../layers/runtime/clock.ts';
import { statementAsked, statementHouse } from '../statement-asked.ts';
import { contract } from './contract.ts';

/** How long the address gives the file, in seconds. */
const OPEN_SECONDS = 600;

/** Who issued a statement and in how many days it is to be paid: of the very version of the policy that it was sealed with. */
const billingOf = async (
  policies: PolicyStore,
  billing: string,
  now: number,
): Promise<{ issuer: string; daysToPay: number }> => {
  const version = Number(/^billing\/(\d+)$/.exec(billing)?.[1]);
  const policy = Number.isNaN(version) ? undefined : await policies.version('billing', version, now);
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
    const { bytes, type, ending } = await statementFiles[format](statement, {
      ...{ name: member?.name ?? memberId, issuer, size, language, madeAt: booked ?? endOfMonth(month) },
      ...(invoice !== undefined && { invoice }),
      ...(booked !== undefined && { issuedOn: booked.slice(0, 10) }),
      // A credit note is not to be paid: it has no such day.
      ...(booked !== undefined && statement.due > 0 && { dueOn: dueOn(booked, daysToPay) }),
    });
    // By its bytes, so that what was asked for twice is one file, and nobody guesses another's.
    const digest = sha256(bytes).slice(0, 32);
    const file = `statement-files/${memberId}/${digest}/${month}-${memberId}${ending}`;
    await bucket.put(file, bytes);
    const url = await bucket.downloadUrl(file, type, OPEN_SECONDS);
    return answer({ url, expiresAt: iso(now + OPEN_SECONDS * 1000) });
  },
);
