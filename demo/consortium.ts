import type { Member } from '../functions/membership/domain/member.ts';
import { consortiumName } from '../local/consortium-name.ts';
import { branchesIn, type DemoBranch } from './branches.ts';
import { type DemoMachine, machines } from './machines.ts';
import { consortiumCurrency, members } from './members.ts';
import { type DemoPatron, patrons } from './patrons.ts';
import { type DemoStaff, staff } from './staff.ts';

/** The people and places of the demo. */
export type DemoConsortium = {
  name: string;
  currency: string;
  members: readonly Member[];
  branches: readonly DemoBranch[];
  staff: readonly DemoStaff[];
  patrons: readonly DemoPatron[];
  machines: readonly DemoMachine[];
};

/** Returns the demo consortium with calendars for the given years. The same years give the same consortium. */
export const demoConsortium = (years: readonly number[]): DemoConsortium => ({
  name: consortiumName,
  currency: consortiumCurrency,
  members,
  branches: branchesIn(years),
  staff,
  patrons,
  machines,
});
