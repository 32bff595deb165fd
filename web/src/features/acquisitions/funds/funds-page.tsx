import { NativeSelect } from '@mantine/core';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Panel } from '../../../components/panel.tsx';
import { Empty, FailedNotice, Waiting } from '../../../components/states.tsx';
import { useTranslate } from '../../../i18n/translate.ts';
import { BuyingPage } from '../shared/buying-page.tsx';
import { useBuying } from '../shared/use-buying.ts';
import { FundForm } from './fund-form.tsx';
import './funds.css';
import { type Funds, useFunds, type Year } from './funds.ts';
import { FundsTable } from './funds-table.tsx';
import { Journal } from './journal.tsx';
import { MoveForm } from './move-form.tsx';
import { YearForm } from './year-form.tsx';

const route = getRouteApi('/funds');

/** What a person may do with the funds of a library, as the API permits. */
type May = { allocate: boolean; move: boolean; end: boolean };

/** How many days before its last one the end of a year is prepared. */
const BEFORE_END_MS = 60 * 86_400_000;

const endsSoon = ({ lastDay, closed }: Year): boolean => !closed && Date.parse(lastDay) - Date.now() < BEFORE_END_MS;

const YearChoice = ({ years, year }: { years: readonly Year[]; year: string }) => {
  const t = useTranslate();
  const navigate = route.useNavigate();
  return (
    <NativeSelect
      size="sm"
      aria-label={t('funds.year')}
      value={year}
      data={years.map((one) => ({ value: one.year, label: `${one.name} · ${t(`fund-year-state.${one.state}`)}` }))}
      onChange={({ currentTarget: { value } }) => void navigate({ search: (before) => ({ ...before, year: value }) })}
    />
  );
};

const OneYear = ({ memberId, data, year, may }: { memberId: string; data: Funds; year: Year; may: May }) => {
  const t = useTranslate();
  const { funds } = data;
  const of = { memberId, year: year.year, funds, currency: year.currency };
  const isOpen = year.state !== 'closed';
  const mayMove = isOpen && funds.length > 0 && may.move && (may.allocate || year.state !== 'grace');
  return (
    <>
      <Panel title={t('funds.title')} flush action={<YearChoice years={data.years} year={year.year} />}>
        {funds.length === 0 ? (
          <Empty title={t('funds.none')} />
        ) : (
          <FundsTable memberId={memberId} funds={funds} currency={year.currency} />
        )}
      </Panel>
      {may.end && endsSoon(year) && (
        <p>
          <Link to="/funds/year-end" search={{ member: memberId, year: year.year }}>
            {t('funds.year-end')}
          </Link>
        </p>
      )}
      <div className="fund-forms">
        {mayMove && (
          <Panel title={t('funds.move')}>
            <MoveForm key={year.year} {...of} mayAllocate={may.allocate} />
          </Panel>
        )}
        {isOpen && may.allocate && (
          <Panel title={t('funds.edit')}>
            <FundForm key={year.year} {...of} />
          </Panel>
        )}
      </div>
      <Panel title={t('funds.journal')}>
        <Journal key={year.year} {...of} />
      </Panel>
    </>
  );
};

const Whole = ({ memberId, asked, may }: { memberId: string; asked: string | undefined; may: May }) => {
  const t = useTranslate();
  const { data, error, refetch } = useFunds(memberId, asked);
  if (error) return <FailedNotice thrown={error} again={() => void refetch()} />;
  if (!data) return <Waiting rows={3} height={140} />;
  const year = data.years.find((one) => one.year === data.year);
  return (
    <>
      {year ? <OneYear memberId={memberId} data={data} year={year} may={may} /> : <Empty title={t('funds.no-year')} />}
      {may.allocate && (
        <Panel title={t('funds.years')}>
          <YearForm memberId={memberId} data={data} />
        </Panel>
      )}
    </>
  );
};

/** The page of the funds of a library: what each has left, and how money moves between them. */
export const FundsPage = () => {
  const t = useTranslate();
  const navigate = route.useNavigate();
  const asked = route.useSearch();
  const may = useBuying(asked.member);
  const title = may.member ? t('funds.title-of', { member: may.name }) : t('funds.title');
  const { mayAllocate: allocate, mayOrder, mayApprove: end } = may;
  return (
    <BuyingPage
      may={may}
      title={title}
      choose={(value) => void navigate({ search: { member: value } })}
      meaning={t('funds.meaning')}
      back="/funds"
    >
      {(member) => (
        <Whole key={member} memberId={member} asked={asked.year} may={{ allocate, move: allocate || mayOrder, end }} />
      )}
    </BuyingPage>
  );
};
