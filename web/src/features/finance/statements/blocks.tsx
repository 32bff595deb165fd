import { Bars } from '../../../components/bars.tsx';
import { ScrollTable } from '../../../components/scroll-table.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import type { blocksOf, Statement } from './statement.ts';

/** The statement by block: bars, and a table with the total and the amount due. */
export const Blocks = ({ blocks, statement }: { blocks: ReturnType<typeof blocksOf>; statement: Statement }) => {
  const t = useTranslate();
  const { money } = useFormat();
  const { currency, total, due } = statement;
  return (
    <section aria-labelledby="blocks">
      <h2 id="blocks">{t('statements.blocks')}</h2>
      <Bars
        name={t('statements.bars')}
        bars={blocks.map(({ block, sum }) => ({
          ...{ key: block, label: t(`block.${block}`), value: sum, shown: money(sum, currency) },
        }))}
      />
      <ScrollTable name={t('statements.blocks')}>
        <thead>
          <tr>
            <th scope="col">{t('statements.block')}</th>
            <th scope="col" className="num">
              {t('statements.amount')}
            </th>
          </tr>
        </thead>
        <tbody>
          {blocks.map(({ block, sum }) => (
            <tr key={block}>
              <th scope="row">{t(`block.${block}`)}</th>
              <td className="num">{money(sum, currency)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('statements.total')}</th>
            <td className="num">{money(total, currency)}</td>
          </tr>
          <tr>
            <th scope="row">{t('statements.due')}</th>
            <td className="num">{money(due, currency)}</td>
          </tr>
        </tfoot>
      </ScrollTable>
    </section>
  );
};
