import { useDirectory } from '../../../api/directory.ts';
import { ScrollTable } from '../../../components/scroll-table.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useSay, useSayOf } from '../../../i18n/translate.ts';
import type { Month } from './month.ts';

const categories = ['direct', 'shared', 'idle', 'unattributed'] as const;

/** Each member's share, kept apart by what it is for; rounded once per member, so that the members sum to the whole. */
export const MemberTable = ({ data }: { data: Month }) => {
  const say = useSay();
  const sayOf = useSayOf();
  const { money } = useFormat();
  const { memberName } = useDirectory();
  const { currency } = data;
  return (
    <section aria-labelledby="members">
      <h2 id="members">{say('month.by-member')}</h2>
      <ScrollTable name={say('month.by-member')}>
        <thead>
          <tr>
            <th scope="col">{say('month.member')}</th>
            {categories.map((category) => (
              <th key={category} scope="col" className="num">
                {sayOf('category', category)}
              </th>
            ))}
            <th scope="col" className="num">
              {say('month.total')}
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
            <th scope="row">{say('month.total')}</th>
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
      <p className="quiet">{say('month.key', { name: data.key.name })}</p>
      <p className="quiet">{say('month.rounding')}</p>
    </section>
  );
};
