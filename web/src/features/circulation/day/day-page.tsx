import { holdsAt, useWho } from '../../../api/current-user.ts';
import { memberOf } from '../../../api/directory.ts';
import { FailedNotice } from '../../../components/states.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { BranchPage } from '../shared/branch-page.tsx';
import { type Step, Steps } from './steps.tsx';
import { type Till, useLetters, useTill, useWaiting } from './use-day.ts';

/** The difference of a closed till over all means of payment, by currency. */
const differencesOf = (till: Till): [currency: string, amount: number][] => {
  const sums = new Map<string, number>();
  for (const { currency, difference } of till.closed?.counts ?? [])
    sums.set(currency, (sums.get(currency) ?? 0) + difference);
  return [...sums];
};

const useTillSteps = (till: Till | null | undefined): { opening: Step; closing: Step } => {
  const t = useTranslate();
  const { time, money } = useFormat();
  const link = { to: '/till' } as const;
  const unknown = { link, state: t('state.loading') };
  if (till === undefined)
    return { opening: { name: t('day.till-open'), ...unknown }, closing: { name: t('day.till-close'), ...unknown } };
  const { opened, closed } = till ?? {};
  const openedAt = opened && t('day.opened', { time: time(opened.at) });
  const sums = till ? differencesOf(till).map(([currency, amount]) => money(amount, currency)) : [];
  const closedAt = closed && t('day.closed', { time: time(closed.at), difference: sums.join(', ') || '0' });
  return {
    opening: {
      ...{ name: t('day.till-open'), link, isDone: opened !== undefined || closed !== undefined },
      state: openedAt ?? (till ? t('day.without-float') : t('day.not-opened')),
    },
    closing: { name: t('day.till-close'), link, isDone: closed !== undefined, state: closedAt ?? t('day.not-closed') },
  };
};

const Day = ({ branchId }: { branchId: string }) => {
  const t = useTranslate();
  const who = useWho();
  const memberId = memberOf(branchId);
  // Letters are those of the whole library.
  const writes = ['desk', 'desk-supervisor'].some(
    (role) =>
      who?.kind === 'staff' &&
      who.grants.some((grant) => grant.role === role && grant.scope === 'member') &&
      holdsAt(who, memberId, role),
  );
  const till = useTill(branchId);
  const waiting = useWaiting(branchId);
  const letters = useLetters(memberId, writes);
  const { opening, closing } = useTillSteps(till.data);
  const counted = (name: string, list: string, of: { count: number; more?: true } | undefined): Step => ({
    ...{ name, link: { to: '/holds/$list', params: { list } }, isDone: of && of.count === 0 },
    state: of ? t('day.waiting', { count: of.count, shown: `${of.count}${of.more ? '+' : ''}` }) : t('state.loading'),
  });
  const paper = (name: string, count: number | undefined): Step => ({
    ...{ name, link: { to: '/notices' }, isDone: count === undefined ? undefined : count === 0 },
    state: count === undefined ? '' : t('day.waiting', { count, shown: String(count) }),
  });
  const failed = [till, waiting, letters].find(({ error }) => error);
  return (
    <div className="stack">
      {failed && <FailedNotice thrown={failed.error} again={() => void failed.refetch()} />}
      <Steps
        title={t('day.opening')}
        steps={[
          opening,
          { name: t('day.book-drop'), link: { to: '/desk' }, state: t('day.book-drop-meaning') },
          counted(t('day.fetch'), 'pull', waiting.data?.fetch),
          counted(t('day.coming'), 'coming', waiting.data?.coming),
        ]}
      />
      <Steps
        title={t('day.closing')}
        steps={[
          counted(t('day.clear'), 'clear', waiting.data?.clear),
          paper(t('day.letters'), letters.data?.waiting),
          paper(t('day.mail'), letters.data?.unprinted),
          { name: t('day.slips'), link: { to: '/desk' }, state: t('day.slips-meaning') },
          closing,
        ]}
      />
    </div>
  );
};

/** The page that opens and closes the day of a branch: each thing with its state, and the page where it is done. */
export const DayPage = () => {
  const t = useTranslate();
  return (
    <BranchPage title={t('day.title')} meaning={t('day.meaning')} back="/day">
      {(branchId) => <Day key={branchId} branchId={branchId} />}
    </BranchPage>
  );
};
