import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { api, keyed, take } from '../../../api/client.ts';
import type { Branch } from '../../../api/directory.ts';
import { asProblem } from '../../../api/problem.ts';
import { useKey } from '../../../api/use-key.ts';
import { inForceAt } from '../../../components/policy-versions.ts';
import { useTextOf, useTranslate } from '../../../i18n/translate.ts';
import { adoptTemplateRules, loanRuleVersions } from './template-rules.ts';
import { type MemberType, templates } from './templates.ts';

/** The fields of a new library. */
export type NewLibrary = {
  memberId: string;
  name: string;
  type: MemberType;
  memberSince: string;
  branchCode: string;
  branchName: string;
  address: string;
  timeZone: string;
  adminName: string;
  adminEmail: string;
};

/** The steps in which a library is set up, in order. */
export const steps = ['member', 'branch', 'names', 'rules', 'invitation', 'roles'] as const;
export type Step = (typeof steps)[number];

/** The roles of the first person of a library, who may give all others. */
const firstRoles = ['member-admin', 'desk-supervisor', 'cataloguer'] as const;

const branchOf = ({ memberId, branchCode, branchName, address, timeZone, type }: NewLibrary): Branch => ({
  ...{ branchId: `${memberId}.${branchCode}`, name: branchName, address, pickup: true },
  calendar: { timeZone, weekly: templates[type].weekly, closures: [] },
});

/** Returns the item types of the consortium's loan rules; none where any may be written. */
const knownItemTypes = async (): Promise<readonly string[]> => {
  const now = new Date().toISOString();
  return inForceAt(await loanRuleVersions(), now)?.body.itemTypes ?? [];
};

/**
 * Sets a library up: the member, its first branch with the hours of its type, the names of its shelving locations and item types, its first
 * loan rules, and its first administrator. A step that failed is taken
 * again from there; a step whose answer was lost is repeated under its key.
 */
export const useNewLibrary = () => {
  const client = useQueryClient();
  const t = useTranslate();
  const textOf = useTextOf();
  const keys = {
    ...{ member: useKey(), branch: useKey(), names: useKey(), rules: useKey() },
    ...{ invitation: useKey(), roles: useKey() },
  };
  const [done, setDone] = useState<readonly Step[]>([]);
  const staffId = useRef('');
  const calls: Record<Step, (library: NewLibrary) => Promise<unknown>> = {
    member: ({ memberId, name, type, memberSince }) => {
      const { fiscalYearStartsIn, lendsOnRequest } = templates[type];
      const body = { memberId, name, type, memberSince, fiscalYearStartsIn, lendsOnRequest };
      return take(api.POST('/v1/membership/members', { body, ...keyed(keys.member.keyFor(body)) }));
    },
    branch: (library) => {
      const body = branchOf(library);
      const params = { path: { memberId: library.memberId } };
      const call = { params, body, ...keyed(keys.branch.keyFor(body)) };
      return take(api.POST('/v1/membership/members/{memberId}/branches', call));
    },
    names: async ({ memberId, type }) => {
      const known = await knownItemTypes();
      const { locations, itemTypes } = templates[type];
      const body = {
        v: 0,
        locations: locations.map((code) => ({ code, name: textOf('template-location', code) })),
        itemTypes: itemTypes
          .filter((code) => known.length === 0 || known.includes(code))
          .map((code) => ({ code, name: textOf('template-item-type', code) })),
      };
      const call = { params: { path: { memberId } }, body, ...keyed(keys.names.keyFor(body)) };
      return take(api.PUT('/v1/membership/members/{memberId}/names', call));
    },
    rules: ({ memberId, type, name }) =>
      adoptTemplateRules({ memberId, type, decision: t('new-library.decision', { name }).slice(0, 200) }, keys.rules),
    invitation: async ({ memberId, adminName, adminEmail }) => {
      const body = { memberId, name: adminName, email: adminEmail };
      const person = await take(api.POST('/v1/membership/staff', { body, ...keyed(keys.invitation.keyFor(body)) }));
      staffId.current = person.staffId;
    },
    roles: async ({ memberId }) => {
      for (const role of firstRoles) {
        const body = { grant: { role, scope: 'member' as const, member: memberId }, reason: 'First administrator' };
        const params = { path: { staffId: staffId.current } };
        const call = { params, body, ...keyed(keys.roles.keyFor(body)) };
        await take(api.POST('/v1/membership/staff/{staffId}/roles', call)).catch((thrown: unknown) => {
          // An earlier try gave it.
          if (asProblem(thrown).code !== 'already-held') throw thrown;
        });
        keys.roles.settle();
      }
    },
  };
  const setUp = useMutation({
    mutationFn: async (library: NewLibrary) => {
      for (const step of steps.filter((one) => !done.includes(one))) {
        try {
          await calls[step](library);
          keys[step].settle();
        } catch (thrown) {
          keys[step].settle(thrown);
          throw thrown;
        }
        setDone((known) => [...known, step]);
      }
    },
    onSettled: async () => {
      await client.invalidateQueries({ queryKey: ['directory'] });
      await client.invalidateQueries({ queryKey: ['policy'] });
      await client.invalidateQueries({ queryKey: ['loan-rules'] });
    },
  });
  return { setUp, done };
};
