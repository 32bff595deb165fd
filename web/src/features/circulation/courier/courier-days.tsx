import { useDirectory } from '../../../api/directory.ts';
import { DataTable } from '../../../components/data-table.tsx';
import { Panel } from '../../../components/panel.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import type { CourierView } from './use-courier.ts';

/** How many days totes took between two branches. */
export const CourierDays = ({ took }: Pick<CourierView, 'took'>) => {
  const t = useTranslate();
  const { branchName } = useDirectory();
  const { number } = useFormat();
  return (
    <Panel title={t('courier.days')} note={t('courier.days-meaning')} flush>
      <DataTable
        name={t('courier.days')}
        rows={took}
        rowKey={({ from, to }) => `${from} ${to}`}
        empty={t('courier.no-days')}
        columns={[
          {
            ...{ key: 'way', head: t('courier.way') },
            cell: ({ from, to }) => `${branchName(from)} → ${branchName(to)}`,
          },
          { ...{ key: 'totes', head: t('courier.totes'), align: 'end' }, cell: ({ totes }) => number(totes) },
          { ...{ key: 'median', head: t('courier.median'), align: 'end' }, cell: ({ median }) => number(median) },
          { ...{ key: 'p90', head: t('courier.p90'), align: 'end' }, cell: ({ p90 }) => number(p90) },
        ]}
      />
    </Panel>
  );
};
