import { NativeSelect } from '@mantine/core';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { hasRole, useWho } from '../../../api/current-user.ts';
import { useDirectory } from '../../../api/directory.ts';
import { useSession } from '../../../api/session.ts';
import { Empty, FailedNotice, Waiting, WaitingRoom } from '../../../components/states.tsx';
import { useTitle } from '../../../components/use-title.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useSay } from '../../../i18n/translate.ts';
import '../../finance/shared/month.css';
import { useMembers } from '../../membership/shared/use-member.ts';
import { CsvFile } from './csv-file.tsx';
import { Figures } from './figures.tsx';
import { Balance, Months } from './over-time.tsx';
import { monthsBack, type Report, useReport, type Wish } from './report.ts';
import { Pairs, Reasons, Waits } from './section-tables.tsx';

const route = getRouteApi('/loan-reports');
const YEARS = 36;

/** Whose report one may see: the consortium’s administrators any and all, a member’s staff their own. */
const useWhose = (asked: string | undefined) => {
  const who = useWho();
  const { members } = useDirectory();
  const own = useMembers('ill', 'member-admin');
  const readsAll = hasRole(who, 'admin', 'auditor');
  const offered = readsAll ? members : own;
  const member = offered.find(({ memberId }) => memberId === asked)?.memberId;
  return { readsAll, offered, member: member ?? (readsAll ? undefined : offered[0]?.memberId) };
};

type ChoiceProps = { wish: Wish; offered: { memberId: string; name: string }[]; readsAll: boolean };

const Choice = ({ wish, offered, readsAll }: ChoiceProps) => {
  const say = useSay();
  const { month: monthName } = useFormat();
  const navigate = useNavigate();
  const { from, to, member } = wish;
  const months = [...new Set([...monthsBack(YEARS), from, to])].sort().reverse();
  const go = (more: Partial<Wish>): void => {
    const next = { ...wish, ...more };
    const search = { from: next.from, to: next.to, ...(next.member && { member: next.member }) };
    void navigate({ to: '/loan-reports', search });
  };
  return (
    <div className="row">
      {(['from', 'to'] as const).map((end) => (
        <NativeSelect
          key={end}
          size="sm"
          label={say(`report.${end}`)}
          value={wish[end]}
          data={months.map((value) => ({ value, label: monthName(value) }))}
          onChange={({ currentTarget: { value } }) => go({ [end]: value })}
        />
      ))}
      {(readsAll || offered.length > 1) && (
        <NativeSelect
          size="sm"
          label={say('report.whose')}
          value={member ?? ''}
          data={[
            ...(readsAll ? [{ value: '', label: say('report.all') }] : []),
            ...offered.map(({ memberId, name }) => ({ value: memberId, label: name })),
          ]}
          onChange={({ currentTarget: { value } }) => go({ member: value || undefined })}
        />
      )}
    </div>
  );
};

const Body = ({ report }: { report: Report }) => {
  const say = useSay();
  const { borrowing, lending, months, balance } = report;
  const isEmpty = borrowing.requests.begun + borrowing.asked + lending.asked === 0 && months.length === 0;
  if (isEmpty) return <Empty title={say('report.none')} />;
  return (
    <>
      <section aria-labelledby="borrowing">
        <h2 id="borrowing">{say('report.borrowing')}</h2>
        <Figures section={borrowing} requests={borrowing.requests} />
        <Waits waits={borrowing.waits} />
        <Reasons reasons={borrowing.reasons} />
        <Pairs pairs={borrowing.pairs} pairsLeft={borrowing.pairsLeft} />
      </section>
      {report.memberId !== undefined && (
        <section aria-labelledby="lending">
          <h2 id="lending">{say('report.lending')}</h2>
          <Figures section={lending} />
          <Waits waits={lending.waits} />
          <Reasons reasons={lending.reasons} />
          <Pairs pairs={lending.pairs} pairsLeft={lending.pairsLeft} />
        </section>
      )}
      <Balance balance={balance} />
      <Months months={months} />
    </>
  );
};

/** How loans between libraries go: fill rate, waits step by step, reasons why not, costs, pair by pair and month by month. */
export const ReportsRoom = () => {
  const say = useSay();
  const session = useSession();
  const who = useWho();
  const search = route.useSearch();
  const { readsAll, offered, member } = useWhose(search.member);
  const [now = '', ...before] = monthsBack(12);
  const wish: Wish = { from: search.from ?? before.at(-1) ?? now, to: search.to ?? now, member };
  const isKnown = readsAll || member !== undefined;
  const { data, error, refetch } = useReport(wish, isKnown);
  useTitle(say('report.title'));
  if (session?.kind === 'staff' && !who) return <WaitingRoom />;
  return (
    <div className="room room-wide month">
      <div className="desk-head">
        <h1>{say('report.title')}</h1>
        {isKnown && <CsvFile wish={wish} />}
      </div>
      {isKnown ? (
        <>
          <Choice wish={wish} offered={offered} readsAll={readsAll} />
          <p className="quiet">{say('report.meaning')}</p>
          {error && <FailedNotice thrown={error} again={() => void refetch()} />}
          {!data && !error && <Waiting rows={3} height={120} />}
          {data && <Body report={data} />}
        </>
      ) : (
        <Empty title={say('report.not-here')}>
          <Link to="/sign-in" search={{ back: '/loan-reports' }} className="call">
            {say('do.staff-sign-in')}
          </Link>
        </Empty>
      )}
    </div>
  );
};
