import { millis } from '../../../layers/kernel/calendar/millis.ts';
import { refuse } from '../../../layers/platform/http/outcome.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { PolicyStore } from '../../../layers/records/policies/data/policy-store.ts';
import { blocksKind } from '../../../layers/records/policies/domain/blocks.ts';
import { boundFaults } from '../../../layers/records/policies/domain/bound-faults.ts';
import { inForce, type PolicyDocument } from '../../../layers/records/policies/domain/document.ts';
import { feesKind } from '../../../layers/records/policies/domain/fees.ts';
import { type Floors, floorsKind } from '../../../layers/records/policies/domain/floors.ts';
import { holdsKind } from '../../../layers/records/policies/domain/holds.ts';
import { type LoanRule, loanRulesKind } from '../../../layers/records/policies/domain/loan-rules.ts';
import { noticesKind } from '../../../layers/records/policies/domain/notices.ts';
import { ownFaults } from '../../../layers/records/policies/domain/own-values.ts';
import { patronsKind } from '../../../layers/records/policies/domain/patrons.ts';
import { byBeginning, withoutEnded } from '../../../layers/records/policies/domain/versions.ts';
import { sharingKind } from '../../resource-sharing/public/sharing-kind.ts';
import { isConflict, isOwnAmount, type OwnPart, type PartKind, withOwnPart } from '../domain/own-part.ts';
import type { RuleProposal } from '../domain/rule-proposal.ts';
import { withChanges } from '../domain/with-change.ts';

const kinds = {
  ...{ 'loan-rules': loanRulesKind, blocks: blocksKind, fees: feesKind, holds: holdsKind, notices: noticesKind },
  patrons: patronsKind,
  'resource-sharing': sharingKind,
} as const;

/** A version of a policy of which members set a part. */
type Version = PolicyDocument<(typeof kinds)[PartKind]>;
const amounts: readonly string[] = ['finePerDay', 'finePerHour', 'fineCap', 'lostCharge', 'damageCharge'];

/** The version of a policy in force on the day of a change, and those that begin later. */
export const versionsFrom = async (policies: PolicyStore, kind: PartKind, begins: number) => {
  const all: Version[] = await policies.list(kinds[kind], true);
  const at = iso(begins);
  const later = withoutEnded(all)
    .filter(({ effectiveFrom }) => millis(effectiveFrom) > begins)
    .toSorted(byBeginning);
  return {
    first: inForce(all, kinds[kind], at) as Version | undefined,
    ...{ later, last: Math.max(0, ...all.map(({ version }) => version)) },
  };
};

/** The values that a member would set: whole rules, or its values of another policy, with their place in the request. */
export type Wanted = {
  rules: readonly { rule: LoanRule; at: string }[];
  own?: (Pick<OwnPart, 'kind' | 'after'> & { at: string }) | undefined;
};

/** Returns what a proposal wants, with its place in the request that proposed it. */
export const wantedBy = ({ changes, own }: Pick<RuleProposal, 'changes' | 'own'>): Wanted => ({
  rules: changes.map(({ after }, row) => ({ rule: after, at: `/body/rules/${row}` })),
  ...(own && { own: { ...own, at: '/body/own/values' } }),
});

/** Returns the currency of the loan rules at a time (epoch ms), in which the amounts of all policies are. */
export const currencyAt = async (policies: PolicyStore, now: number): Promise<string> =>
  (await policies.inForce(loanRulesKind, now))?.body.currency ?? '';

/** Returns the floors and ceilings in force on a day, with the number of the last version of them. */
export const floorsAt = async (policies: PolicyStore, begins: number) => {
  const all = await policies.list(floorsKind, true);
  return {
    floors: inForce(all, floorsKind, iso(begins))?.body,
    floorsVersion: Math.max(0, ...all.map(({ version }) => version)),
  };
};

/** Refuses the values that floors and ceilings do not allow, all at once. */
export const refuseBounds = (floors: Floors | undefined, { rules, own }: Wanted, currency: string) => {
  const amountOr = (isAmount: boolean, bound: number) => (isAmount ? { currency, amount: bound } : bound);
  const outside = (
    by: 'floor' | 'ceiling',
    pointer: string,
    { bound, isAmount }: { bound: number; isAmount: boolean },
  ) => ({
    code: by === 'floor' ? ('below-floor' as const) : ('above-ceiling' as const),
    detail: `The ${by} of the consortium is ${bound}.`,
    pointer,
    params: { bound: amountOr(isAmount, bound) },
  });
  const refused = [
    ...rules.flatMap(({ rule, at }) =>
      boundFaults(floors, rule).map(({ value, by, bound }) =>
        outside(by, `${at}/values/${value}`, { bound, isAmount: amounts.includes(value) }),
      ),
    ),
    ...(own ? ownFaults(floors, own.kind, own.after) : []).map((fault) => {
      const pointer = `${own?.at}/${fault.value}`;
      if (fault.by === 'closed')
        return { code: 'not-own-value' as const, detail: 'Members do not set this value.', pointer };
      return outside(fault.by, pointer, {
        ...{ bound: fault.bound, isAmount: own !== undefined && isOwnAmount(own.kind, fault.value) },
      });
    }),
  ];
  return refused.length > 0 ? { refused } : undefined;
};

/**
 * Puts changes into the version in force on their day and into all that begin later, so that none of them takes the changes back. Refuses
 * where one of them has another value.
 */
export const fitChanges = (
  versions: readonly Version[],
  { changes, own, memberId }: Pick<RuleProposal, 'changes' | 'own' | 'memberId'>,
) => {
  const adoptions: { kind: PartKind; body: Version['body'] }[] = [];
  for (const { version, kind, body } of versions) {
    const fitting = own
      ? withOwnPart(body as Parameters<typeof withOwnPart>[0], memberId, own)
      : withChanges('rules' in body ? body.rules : [], changes);
    if (!Array.isArray(fitting) && isConflict(fitting))
      return refuse(
        'later-rules-differ',
        `Version ${version} has another ${fitting.value ?? 'rule'} in ${fitting.id}.`,
        own ? '/body/own/values' : '/body/rules',
      );
    const after = kinds[kind].body.safeParse(Array.isArray(fitting) ? { ...body, rules: fitting } : fitting);
    if (!after.success) {
      const value = after.error.issues[0]?.path.at(-1);
      return refuse('not-own-value', 'The policy does not allow this value.', `/body/own/values/${String(value)}`);
    }
    adoptions.push({ kind, body: after.data });
  }
  return adoptions;
};
