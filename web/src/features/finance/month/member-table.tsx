import { useDirectory } from '../../../api/directory.ts';
import { ScrollTable } from '../../../components/scroll-table.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTextOf, useTranslate } from '../../../i18n/translate.ts';
import type { Month } from './month.ts';

const categories = ['direct', 'shared', 'idle', 'unattributed'] as const;

/** Each member's share by purpose; rounded once per member, so that the members add up to the total. */
export const MemberTable = ({ data }: { data: Month }) => {
  const t = useTranslate();
  const textOf = useTextOf();
  const { money } = useFormat();
  const { memberName } = useDirectory();
  const { currency } = data;
  return (
    <section aria-labelledby="members">
      <h2 id="members">{t('month.by-member')}</h2>
      <ScrollTable name={t('month.by-member')}>
        <thead>
          <tr>
            <th scope="col">{t('month.member')}</th>
            {categories.map((category) => (
              <th key={category} scope="col" className="num">
                {textOf('category', category)}
              </th>
            ))}
            <th scope="col" className="num">
              {t('month.total')}
            </th>
          </tr>
        </thead>
        <tbody>
          {data.members.map(({ member, roundedAmounts, rounded }) => (
            <tr key={member}>
              <th scope="row">{memberName(member)}</th>
              {categories.map((category) => (
                <td key={category} className="num">
                  {money(roundedAmounts[category], currency)}
                </td>
              ))}
              <td className="num">{money(rounded, currency)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('month.total')}</th>
            {categories.map((category) => (
              <td key={category} className="num">
                {money(
                  data.members.reduce((sum, one) => sum + one.roundedAmounts[category], 0),
                  currency,
                )}
              </td>
            ))}
            <td className="num">{money(data.rounded, currency)}</td>
          </tr>
        </tfoot>
      </ScrollTable>
      <p className="quiet">{t('month.key', { name: data.key.name })}</p>
      <p className="quiet">{t('month.rounding')}</p>
    </section>
  );
};
