import { ScrollTable } from '../../../components/scroll-table.tsx';
import { staffName } from '../../../components/staff-name.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { readable } from '../shared/workbench.ts';
import type { Book, Price } from './prices.ts';
import { Tiers } from './tiers.tsx';

type ChangedProps = { changed: NonNullable<Price['changed']>; currency: string; names: Book['names'] };

const Changed = ({ changed, currency, names }: ChangedProps) => {
  const t = useTranslate();
  const { date } = useFormat();
  const { shipped, policy, effectiveFrom, decisionReference, adoptedBy, reason } = changed;
  return (
    <>
      <p>
        {t('prices.changed-by', {
          ...{ policy, date: date(effectiveFrom), decision: decisionReference, by: staffName(adoptedBy, names) },
        })}
      </p>
      <p className="quiet">{reason}</p>
      <div className="quiet">
        {t('prices.shipped')} <Tiers {...shipped} currency={currency} />
      </div>
    </>
  );
};

/** Every price with its source; a changed price with who decided it, why, and the shipped value. */
export const BookTable = ({ book: { prices, currency, version, effectiveFrom, names } }: { book: Book }) => {
  const t = useTranslate();
  const { date } = useFormat();
  return (
    <section aria-labelledby="book" className="stack">
      <h2 id="book">{t('prices.book')}</h2>
      <p className="quiet">{t('prices.version', { version, date: date(effectiveFrom) })}</p>
      <ScrollTable name={t('prices.book')}>
        <thead>
          <tr>
            {(['meter', 'unit', 'price', 'source'] as const).map((name) => (
              <th key={name} scope="col">
                {t(`prices.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {Object.entries(prices).map(([meter, { unit, per, tiers, source, changed }]) => (
            <tr key={meter}>
              <th scope="row">{readable(meter)}</th>
              <td>{unit}</td>
              <td>
                <Tiers tiers={tiers} per={per} currency={currency} />
              </td>
              <td className="price-source">
                {source}
                {changed && <Changed changed={changed} currency={currency} names={names} />}
              </td>
            </tr>
          ))}
        </tbody>
      </ScrollTable>
    </section>
  );
};
