import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { ScrollTable } from '../../../components/scroll-table.tsx';
import { ShowMore } from '../../../components/show-more.tsx';
import { Empty, FailedNotice, Waiting } from '../../../components/states.tsx';
import { useTranslate } from '../../../i18n/translate.ts';
import { type TitleToBuy, useTitlesToBuy } from './orders.ts';

type Props = { memberId: string; mayOrder: boolean; order: (title: TitleToBuy) => void };

/** The titles with too few copies for their holds: each is ordered from here, in the form of orders. */
export const TitlesToBuy = ({ memberId, mayOrder, order }: Props) => {
  const t = useTranslate();
  const list = useTitlesToBuy(memberId);
  const { data, error, refetch } = list;
  const titles = (data?.pages ?? []).flatMap((page) => page.titles);
  const most = data?.pages[0]?.holdsPerCopy ?? 0;
  if (error) return <FailedNotice thrown={error} again={() => void refetch()} />;
  if (!data) return <Waiting rows={2} height={40} />;
  const own = (count: number) => count > 0 && <span className="quiet"> {t('to-buy.own', { count })}</span>;
  return (
    <div className="stack">
      {titles.length === 0 ? (
        <Empty title={t('to-buy.none', { count: most })} />
      ) : (
        <>
          <p className="quiet">{t('to-buy.meaning', { count: most })}</p>
          <ScrollTable name={t('to-buy.title')}>
            <thead>
              <tr>
                <th scope="col">{t('orders.title-column')}</th>
                {(['holds', 'copies', 'on-order', 'proposed'] as const).map((column) => (
                  <th key={column} scope="col" className="num">
                    {t(`to-buy.${column}`)}
                  </th>
                ))}
                {mayOrder && <th scope="col">{t('to-buy.act')}</th>}
              </tr>
            </thead>
            <tbody>
              {titles.map((title) => (
                <tr key={title.recordId}>
                  <th scope="row">
                    <Link to="/record/$recordId" params={{ recordId: title.recordId }}>
                      {title.title}
                    </Link>
                    {title.author !== undefined && <span className="quiet"> {title.author}</span>}
                  </th>
                  <td className="num">{title.holds}</td>
                  <td className="num">
                    {title.copies}
                    {own(title.ownCopies)}
                  </td>
                  <td className="num">
                    {title.onOrder}
                    {own(title.ownOnOrder)}
                  </td>
                  <td className="num">{title.proposed}</td>
                  {mayOrder && (
                    <td>
                      <Button
                        size="sm"
                        variant="default"
                        aria-label={t('to-buy.order', { title: title.title, count: title.proposed })}
                        onClick={() => order(title)}
                      >
                        {t('to-buy.act')}
                      </Button>
                    </td>
                  )}
                </tr>
              ))}
            </tbody>
          </ScrollTable>
        </>
      )}
      <ShowMore {...list} />
    </div>
  );
};
