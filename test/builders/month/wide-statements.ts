import type { Written } from '../../../functions/finance/data/statement-store.ts';
import { billingSchema } from '../../../functions/finance/domain/statements/billing-policy.ts';
import { buildStatements } from '../../../functions/finance/domain/statements/build.ts';
import { packed } from '../../../functions/finance/domain/statements/pack.ts';
import type { MonthInput, MonthReport } from '../../../functions/finance/domain/usage-report/model.ts';
import { sha256 } from '../../../layers/platform/objects/sha-256.ts';

/** Returns the statements of a month's report, each member with a yearly fee, packed as stored. Throws when there are none. */
export const wideStatements = (input: MonthInput, report: MonthReport): Written[] => {
  const members = [...input.key.weights.keys()];
  const dues = members.map((memberId) => ({
    ...{ memberId, code: 'membership', from: '2026-07', amount: 100_001, currency: 'USD', reference: 'scn_1' },
  }));
  const built = buildStatements({
    ...{ report, synthetic: true, key: input.key, members, bill: 'Trial month', dues },
    ...{ entries: [], adjustments: [], billing: { name: 'default', body: billingSchema.parse({}) } },
  });
  if ('refused' in built) throw new Error(JSON.stringify(built.refused));
  return built.map((statement) => ({ statement, pack: packed(statement, sha256) }));
};
