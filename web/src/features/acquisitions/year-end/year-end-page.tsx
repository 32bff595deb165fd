import { getRouteApi, Link } from '@tanstack/react-router';
import { Panel } from '../../../components/panel.tsx';
import { Empty, FailedNotice, Waiting } from '../../../components/states.tsx';
import { useTranslate } from '../../../i18n/translate.ts';
import { type Funds, useFunds, type Year } from '../funds/funds.ts';
import { BuyingPage } from '../shared/buying-page.tsx';
import { useBuying } from '../shared/use-buying.ts';
import { Report } from './report.tsx';
import { RunActs } from './run-acts.tsx';
import { TermsForm } from './terms-form.tsx';
import { isAtWork, useRollOver } from './year-end.ts';

const route = getRouteApi('/funds/year-end');

type May = { preview: boolean; commit: boolean };

const OneYear = ({ memberId, data, year, may }: { memberId: string; data: Funds; year: Year; may: May }) => {
  const t = useTranslate();
  const found = useRollOver({ memberId, year: year.year });
  if (found.error) return <FailedNotice thrown={found.error} again={() => void found.refetch()} />;
  if (!found.data) return <Waiting rows={3} height={140} />;
  const { rollOver } = found.data;
  const later = data.years.filter(
    ({ firstDay, currency, closed }) => firstDay > year.lastDay && currency === year.currency && !closed,
  );
  const mayPreview =
    may.preview && !year.closed && (!rollOver || rollOver.state === 'previewed' || rollOver.state === 'undone');
  const isShown = rollOver && !isAtWork(rollOver) && rollOver.state !== 'undone';
  return (
    <>
      {rollOver && (
        <Panel title={t('rollover.report')}>
          <RunActs memberId={memberId} year={year} rollOver={rollOver} may={may} />
          {isShown && <Report memberId={memberId} year={year} rollOver={rollOver} />}
        </Panel>
      )}
      {!rollOver && !may.preview && <Empty title={t('rollover.none')} />}
      {mayPreview && (
        <Panel title={t('rollover.terms')}>
          {later.length === 0 ? (
            <p>
              {t('rollover.no-next')} <Link to="/funds">{t('rollover.to-funds')}</Link>
            </p>
          ) : (
            <TermsForm memberId={memberId} year={year} later={later} funds={data.funds} rollOver={rollOver} />
          )}
        </Panel>
      )}
    </>
  );
};

const Whole = ({ memberId, asked, may }: { memberId: string; asked: string | undefined; may: May }) => {
  const t = useTranslate();
  const { data, error, refetch } = useFunds(memberId, asked);
  if (error) return <FailedNotice thrown={error} again={() => void refetch()} />;
  if (!data) return <Waiting rows={3} height={140} />;
  const year = data.years.find((one) => one.year === data.year);
  if (!year) return <Empty title={t('funds.no-year')} />;
  return (
    <>
      <p>
        <Link to="/funds" search={{ member: memberId, year: year.year }}>
          {t('rollover.of-year', { year: year.name })}
        </Link>
      </p>
      <OneYear key={year.year} memberId={memberId} data={data} year={year} may={may} />
    </>
  );
};

/** The assistant for the end of a fiscal year: what is decided, the report, and the roll-over itself. */
export const YearEndPage = () => {
  const t = useTranslate();
  const asked = route.useSearch();
  const buying = useBuying(asked.member);
  const title = buying.member ? t('rollover.title-of', { member: buying.name }) : t('rollover.title');
  return (
    <BuyingPage may={buying} title={title} meaning={t('rollover.meaning')} back="/funds">
      {(member) => (
        <Whole
          key={member}
          memberId={member}
          asked={asked.year}
          may={{ preview: buying.mayAllocate, commit: buying.mayApprove }}
        />
      )}
    </BuyingPage>
  );
};
