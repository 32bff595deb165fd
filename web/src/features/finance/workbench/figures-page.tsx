import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useDirectory } from '../../../api/directory.ts';
import { ScrollTable } from '../../../components/scroll-table.tsx';
import { Empty, FailedNotice, Waiting } from '../../../components/states.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { type Figures, readable, useBench, useFigures, useMoneyFigures } from '../shared/workbench.ts';
import { Bench } from '../shared/workbench-header.tsx';
import { FiguresForm } from './figures-form.tsx';

/** Returns the newest year of a figure and its value. */
const newest = (years: Record<string, number> | undefined): { year: string; value: number } | undefined => {
  const [last] = Object.entries(years ?? {}).toSorted(([one], [other]) => (one < other ? 1 : -1));
  return last && { year: last[0], value: last[1] };
};

const Table = ({ figures }: { figures: readonly Figures[] }) => {
  const t = useTranslate();
  const { number, money, time } = useFormat();
  const { memberName } = useDirectory();
  const currencies = useMoneyFigures();
  const shown = (name: string, value: number): string => {
    const currency = currencies.get(name);
    return currency === undefined ? number(value) : money(value, currency);
  };
  const names = [...new Set(figures.flatMap((one) => Object.keys(one.figures)))].sort();
  return (
    <ScrollTable name={t('workbench.figures')}>
      <thead>
        <tr>
          <th scope="col">{t('month.member')}</th>
          {names.map((name) => (
            <th key={name} scope="col" className="num">
              {readable(name)}
            </th>
          ))}
          <th scope="col">{t('figures.flags')}</th>
          <th scope="col">{t('figures.changed')}</th>
        </tr>
      </thead>
      <tbody>
        {figures.map(({ memberId, figures: own, flags, takesPart, changed }) => (
          <tr key={memberId}>
            <th scope="row">
              {memberName(memberId)}
              {!takesPart && <span className="quiet"> ({t('figures.no-part')})</span>}
            </th>
            {names.map((name) => {
              const last = newest(own[name]);
              return (
                <td key={name} className="num">
                  {last ? `${shown(name, last.value)} (${last.year})` : '–'}
                </td>
              );
            })}
            <td>{flags.map(readable).join(', ')}</td>
            <td>{time(changed.at)}</td>
          </tr>
        ))}
      </tbody>
    </ScrollTable>
  );
};

/** The page of the members' figures for cost sharing: the newest of each, and an edit form for one member. */
export const FiguresPage = () => {
  const t = useTranslate();
  const { members } = useDirectory();
  const { member, prepares } = useBench();
  const { data, error, refetch, isFetching } = useFigures();
  const [chosen, setChosen] = useState('');
  const changed = member ?? chosen;
  const own = data?.find(({ memberId }) => memberId === changed);
  return (
    <Bench title={t('figures.title')} back="/workbench/figures">
      <p className="quiet">{t('figures.meaning')}</p>
      {error && <FailedNotice thrown={error} again={() => void refetch()} />}
      {!data && isFetching && <Waiting rows={3} height={70} />}
      {data?.length === 0 && <Empty title={t('figures.none')} />}
      {data && data.length > 0 && <Table figures={data} />}
      {data && (prepares || member !== undefined) && (
        <section aria-labelledby="change-figures" className="stack">
          <h2 id="change-figures">{t('figures.change')}</h2>
          {prepares && (
            <NativeSelect
              size="sm"
              label={t('figures.whose')}
              value={chosen}
              data={[
                { value: '', label: t('workbench.choose') },
                ...members.map(({ memberId, name }) => ({ value: memberId, label: name })),
              ]}
              onChange={({ currentTarget }) => setChosen(currentTarget.value)}
            />
          )}
          {changed !== '' && <FiguresForm key={`${changed} ${own?.v}`} memberId={changed} figures={own} />}
        </section>
      )}
    </Bench>
  );
};
