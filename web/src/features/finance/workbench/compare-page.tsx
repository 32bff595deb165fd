import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { api, take } from '../../../api/client.ts';
import { useDirectory } from '../../../api/directory.ts';
import { Badge } from '../../../components/badge.tsx';
import { ScrollTable } from '../../../components/scroll-table.tsx';
import { Empty, FailedNotice, Waiting } from '../../../components/states.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { type Compared, type Scenario, useBench, useScenarios } from '../shared/workbench.ts';
import { Bench } from '../shared/workbench-header.tsx';
import { ChangeBars } from './change-bars.tsx';
import { TariffChecked } from './tariff-checked.tsx';
import { Warnings } from './warnings.tsx';

const route = getRouteApi('/workbench/compare');
const tones = { gains: 'good', loses: 'bad', same: 'none' } as const;

const Table = ({ compared, titles }: { compared: Compared; titles: readonly [string, string] }) => {
  const t = useTranslate();
  const { money, percent } = useFormat();
  const { memberName } = useDirectory();
  const { currency, rows, before, after } = compared;
  const signed = (change: number): string => `${change > 0 ? '+' : ''}${money(change, currency)}`;
  return (
    <ScrollTable name={t('workbench.who-gains')}>
      <thead>
        <tr>
          <th scope="col">{t('month.member')}</th>
          {titles.map((title, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two columns that never change places; titles may be alike.
            <th key={at} scope="col" className="num">
              {title}
            </th>
          ))}
          <th scope="col" className="num">
            {t('workbench.change')}
          </th>
          <th scope="col">{t('workbench.outcome')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.memberId}>
            <th scope="row">{memberName(row.memberId)}</th>
            <td className="num">{money(row.before, currency)}</td>
            <td className="num">{money(row.after, currency)}</td>
            <td className="num">
              {signed(row.change)}
              {row.permille !== undefined && row.permille !== 0 && ` (${percent(row.permille / 1000)})`}
            </td>
            <td>
              <Badge tone={tones[row.outcome]}>{t(`outcome-of.${row.outcome}`)}</Badge>
            </td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t('month.total')}</th>
          <td className="num">{money(before, currency)}</td>
          <td className="num">{money(after, currency)}</td>
          <td className="num">{signed(after - before)}</td>
          <td />
        </tr>
      </tfoot>
    </ScrollTable>
  );
};

const Result = ({ one, other }: { one: Scenario; other: Scenario }) => {
  const t = useTranslate();
  const { data, error, refetch } = useQuery({
    queryKey: ['comparison', one.scenarioId, other.scenarioId],
    queryFn: () =>
      take(
        api.GET('/v1/finance/scenario-comparisons', {
          params: { query: { one: one.scenarioId, other: other.scenarioId } },
        }),
      ),
  });
  if (error) return <FailedNotice thrown={error} again={() => void refetch()} />;
  if (!data) return <Waiting rows={2} height={140} />;
  const { gain, lose, same, currency, checks } = data;
  return (
    <>
      <p className="bench-sum">{t('workbench.gain-lose', { gain, lose, same })}</p>
      {[
        { scenario: one, checked: checks.one },
        { scenario: other, checked: checks.other },
      ].map(({ scenario: { scenarioId, title }, checked }) => (
        <section key={scenarioId} className="stack" aria-label={title}>
          <Warnings
            warnings={checked.warnings}
            currency={currency}
            title={t('workbench.larger-pays-less-in', { title })}
          />
          <TariffChecked checked={checked} currency={currency} />
        </section>
      ))}
      {(checks.one.checkedBy.length === 0 || checks.other.checkedBy.length === 0) && (
        <p className="notice">{t('workbench.not-checked')}</p>
      )}
      <ChangeBars compared={data} name={t('workbench.who-gains')} />
      <Table compared={data} titles={[one.title, other.title]} />
    </>
  );
};

/** Compares two scenarios: who gains and who loses by the second, as a chart and a table, with the warnings of both. */
export const ComparePage = () => {
  const t = useTranslate();
  const navigate = useNavigate();
  const search = route.useSearch();
  const { readsAll } = useBench();
  const { data: scenarios, error, refetch } = useScenarios();
  const [one, other] = [search.one, search.other].map((id) => scenarios?.find(({ scenarioId }) => scenarioId === id));
  const choice = (side: 'one' | 'other') => (
    <NativeSelect
      size="sm"
      label={t(`workbench.side-${side}`)}
      value={search[side] ?? ''}
      data={[
        { value: '', label: t('workbench.choose') },
        ...(scenarios ?? []).map(({ scenarioId, title, year }) => ({ value: scenarioId, label: `${title} (${year})` })),
      ]}
      onChange={({ currentTarget: { value } }) =>
        void navigate({ to: '/workbench/compare', search: { ...search, [side]: value } })
      }
    />
  );
  return (
    <Bench title={t('workbench.compare')} back="/workbench/compare">
      {readsAll ? (
        <>
          <div className="bench-fields">
            {choice('one')}
            {choice('other')}
          </div>
          {error && <FailedNotice thrown={error} again={() => void refetch()} />}
          {one && other ? <Result one={one} other={other} /> : <p className="quiet">{t('workbench.choose-two')}</p>}
        </>
      ) : (
        <Empty title={t('workbench.not-yours')} />
      )}
    </Bench>
  );
};
