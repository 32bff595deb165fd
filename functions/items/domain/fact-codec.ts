import { memberOfBranch } from '../../../layers/kernel/identity/roles.ts';
import type { Fact, FactName, Members } from './facts.ts';
import { factNames } from './facts.ts';
import type { ItemCirculation } from './item-circulation.ts';

type Detail = NonNullable<Fact['detail']>;

/**
 * Facts as stored on the changed item, so that the table's stream is the outbox: a line for each with its name and what cannot be derived
 * from the item before and after. A returned item therefore stores nothing about its borrower. Lines that begin with @ and # contain time
 * and branch, unless the item does. One text, as an item's record has 1 KB.
 */
export type EncodedFacts = string;

const impliedDetail = (name: FactName, { loan, transit, hold, state }: ItemCirculation): Detail | undefined => {
  if (name === 'item-checked-out') return loan && { due: loan.due };
  if (name === 'loan-recalled') return loan && { due: loan.due };
  if (name === 'loan-renewed')
    return loan && { due: loan.due, renewals: loan.renewals, ...(loan.auto && { by: 'rule' }) };
  if (name === 'item-sent') return transit && { to: transit.to, purpose: transit.purpose };
  if (name === 'item-checked-in') return { state };
  if (name === 'hold-on-shelf' && hold?.shelfExpiresAt !== undefined) return { shelfExpiresAt: hold.shelfExpiresAt };
  return undefined;
};

const same = (one: Detail = {}, other: Detail = {}): boolean =>
  Object.keys(one).length === Object.keys(other).length &&
  Object.entries(one).every(([name, value]) => other[name] === value);

const impliedAt = (item: ItemCirculation): string | undefined => item.lastCheckin?.at ?? item.loan?.checkedOutAt;

/** Encodes a decision's facts for the item as it is written. The ids of loan, hold and patron are left to the images. */
export const encodeFacts = (facts: readonly Fact[], after: ItemCirculation): EncodedFacts | undefined => {
  const [first] = facts;
  if (first === undefined) return undefined;
  const lines = facts.map(({ name, detail }) =>
    detail === undefined || same(detail, impliedDetail(name, after)) ? name : `${name} ${JSON.stringify(detail)}`,
  );
  const branch = facts.find((fact) => fact.branchId !== undefined)?.branchId;
  return [
    ...(first.at === impliedAt(after) ? [] : [`@${first.at}`]),
    ...(branch === undefined || branch === after.currentBranch ? [] : [`#${branch}`]),
    ...lines,
  ].join('\n');
};

const isName = (name: string): name is FactName => Object.hasOwn(factNames, name);

const ofLoan = (name: FactName): boolean =>
  /^(item-checked-out|loan-|item-lost|item-claimed|fine-|lost-|damage-|hold-fulfilled|refusals)/.test(name);
const ofHold = (name: FactName): boolean => name.startsWith('hold-');

const about = (name: FactName, before: ItemCirculation | undefined, after: ItemCirculation): Partial<Fact> => {
  const loan = after.loan ?? before?.loan;
  // These facts end the earlier hold; the copy may already be assigned to another one.
  const hold = name === 'hold-fulfilled' || name === 'hold-ended' ? before?.hold : (after.hold ?? before?.hold);
  return {
    ...(ofLoan(name) && loan && { loanId: loan.loanId, patronId: loan.patronId }),
    ...((ofHold(name) || (name === 'item-sent' && after.hold)) && hold && { holdId: hold.holdId }),
    ...(ofHold(name) && hold && { patronId: hold.patronId }),
  };
};

/** Decodes the complete facts of a write, from the item before and after it. Unknown lines (of a later version) are left out. */
export const decodeFacts = (
  encoded: EncodedFacts,
  before: ItemCirculation | undefined,
  after: ItemCirculation,
): Fact[] => {
  const lines = encoded.split('\n');
  const marked = (mark: string) => lines.find((line) => line.startsWith(mark))?.slice(1);
  const [at, branchId] = [marked('@') ?? impliedAt(after) ?? '', marked('#') ?? after.currentBranch];
  const loan = after.loan ?? before?.loan;
  return lines.flatMap((line): Fact[] => {
    const space = line.indexOf(' ');
    const name = space < 0 ? line : line.slice(0, space);
    if (!isName(name)) return [];
    const members: Members = {
      owner: after.memberId,
      desk: memberOfBranch(branchId),
      ...(ofLoan(name) && loan && { patron: loan.patronMember }),
    };
    const detail = space < 0 ? impliedDetail(name, after) : (JSON.parse(line.slice(space + 1)) as Detail);
    return [
      {
        name,
        at,
        members,
        itemId: after.itemId,
        branchId,
        ...about(name, before, after),
        ...(detail && { detail }),
      },
    ];
  });
};
