import { useState } from 'react';
import { ScrollTable } from '../../../components/scroll-table.tsx';
import { ShowMore } from '../../../components/show-more.tsx';
import { FailedNotice, Waiting } from '../../../components/states.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { FundChoice } from './fund-choice.tsx';
import { type Fund, useJournal } from './funds.ts';

type Props = { memberId: string; year: string; currency: string; funds: readonly Fund[] };

/** The movements of money, the newest first: of all funds, or of one. */
export const Journal = ({ memberId, year, currency, funds }: Props) => {
  const t = useTranslate();
  const { money, time } = useFormat();
  const [fund, setFund] = useState('');
  const journal = useJournal(memberId, year, fund);
  const { data, error, refetch } = journal;
  const entries = data?.pages.flatMap((page) => page.entries) ?? [];
  const names: Record<string, string> = Object.assign({}, ...(data?.pages.map((page) => page.names) ?? []));
  const side = (code: string | undefined): string => (code === 'outside' ? t('funds.outside') : (code ?? '–'));
  return (
    <div className="stack">
      <FundChoice label={t('funds.of-fund')} none={t('funds.all')} funds={funds} value={fund} onChange={setFund} />
      {error && <FailedNotice thrown={error} again={() => void refetch()} />}
      {!data && !error && <Waiting rows={3} height={40} />}
      {data && entries.length === 0 && <p className="quiet">{t('funds.no-entries')}</p>}
      {entries.length > 0 && (
        <ScrollTable name={t('funds.journal')}>
          <thead>
            <tr>
              {(['when', 'what', 'move-from', 'move-to'] as const).map((column) => (
                <th key={column} scope="col">
                  {t(`funds.${column}`)}
                </th>
              ))}
              <th scope="col" className="num">
                {t('funds.amount')}
              </th>
              <th scope="col">{t('funds.note')}</th>
              <th scope="col">{t('funds.who')}</th>
            </tr>
          </thead>
          <tbody>
            {entries.map(({ entryId, at, by, kind, lines: [from, to], note }) => (
              <tr key={entryId}>
                <td>{time(at)}</td>
                <td>{t(`fund-move.${kind}`)}</td>
                <td>{side(from?.fund)}</td>
                <td>{side(to?.fund)}</td>
                <td className="num">{money(to?.amount ?? 0, currency)}</td>
                <td>{note}</td>
                <td>{names[by] ?? t('funds.somebody')}</td>
              </tr>
            ))}
          </tbody>
        </ScrollTable>
      )}
      <ShowMore {...journal} />
    </div>
  );
};
