import type { MessageKey } from '../../../i18n/translate.ts';
import type { LoanList, Today } from './use-today.ts';

/** One number of the day: its name, how many, and the panel that lists them. */
export type Count = {
  key: string;
  text: MessageKey;
  count: number;
  more?: boolean;
  note?: { text: MessageKey; late: number };
  panel: string;
};

/** The lists of interlibrary loans, in the order in which staff go through them. */
export const loanLists: readonly LoanList[] = ['answer', 'ship', 'arrived', 'overdue', 'terms', 'other'];

type Listed = { count: number; more?: true } | undefined;

const listed = (key: string, text: MessageKey, list: Listed): Count[] =>
  list ? [{ key, text, count: list.count, more: list.more === true, panel: key }] : [];

const loanCounts = ({ loans, fetch }: Today): Count[] => {
  if (!loans) return [];
  // Beside the lists of a desk, only what has something in it.
  const shown = loanLists.filter((list) => loans.counts[list] || (!fetch && list !== 'other'));
  return shown.map((list) => ({
    ...{ key: list, text: `today.loans-${list}` as const, count: loans.counts[list] ?? 0, panel: 'loans' },
    more: loans.more?.includes(list) === true,
  }));
};

const people = ({ signUps, duplicates }: Today): Count[] => {
  if (!signUps && !duplicates) return [];
  const count = (signUps?.count ?? 0) + (duplicates?.count ?? 0);
  const more = signUps?.more === true || duplicates?.more === true;
  return [{ key: 'people', text: 'today.needs-you', count, more, panel: 'people' }];
};

const rules = ({ proposals, fetch }: Today): Count[] => {
  if (!proposals) return [];
  const count = proposals.count + proposals.asking.length + proposals.votes.length;
  return count > 0 || !fetch ? listed('proposals', 'today.rules', { ...proposals, count }) : [];
};

/** Returns the numbers of the day, in the order in which they are worked through. */
export const countsOf = (today: Today): Count[] => {
  const {
    fetch,
    clear,
    coming,
    missing,
    devices,
    fastAdded,
    recordPairs,
    batches,
    refusedLoads,
    classes,
    lateClasses,
    terms,
    finance,
    ownFinance,
    webhooks,
  } = today;
  return [
    ...listed('fetch', 'today.fetch', fetch),
    ...listed('clear', 'today.clear', clear),
    ...listed('coming', 'today.coming', coming).map((one) => ({
      ...one,
      ...(coming && coming.late > 0 && { note: { text: 'today.late' as const, late: coming.late } }),
    })),
    ...listed('missing', 'today.missing', missing),
    ...listed('devices', 'today.devices', devices),
    ...people(today),
    ...loanCounts(today),
    ...listed('refused-loads', 'today.refused-loads', refusedLoads?.count ? refusedLoads : undefined),
    ...listed('late-classes', 'today.late-classes', lateClasses),
    ...listed('classes', 'today.classes', classes),
    ...listed('terms', 'today.terms', terms && { count: terms.length }),
    ...listed('fast-added', 'today.fast-added', fastAdded?.count ? fastAdded : undefined),
    ...listed('record-pairs', 'today.record-pairs', recordPairs?.count ? recordPairs : undefined),
    ...listed('batches', 'today.batches', batches?.count ? batches : undefined),
    ...rules(today),
    ...listed('webhooks', 'today.webhooks', webhooks),
    ...listed('finance', 'today.disputes', finance?.disputes),
    ...listed('own-finance', 'today.own-disputes', ownFinance?.disputes.count ? ownFinance.disputes : undefined),
    ...listed('own-finance', 'today.online', ownFinance?.online.count ? ownFinance.online : undefined).map((one) => ({
      ...one,
      key: 'online',
    })),
  ];
};

/** Returns a count as displayed: for a list with further pages, the counted number with a sign. */
export const shownCount = ({ count, more }: { count: number; more?: boolean | undefined }): string =>
  more ? `${count}+` : String(count);
