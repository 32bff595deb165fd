import { ScrollTable } from '../../../components/scroll-table.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import type { Replayed } from '../shared/effect.ts';
import type { ShownProposal } from '../shared/voting.ts';

type Effect = Replayed['effect'];

const shareOf = (part: number, whole: number): number | undefined => (whole === 0 ? undefined : part / whole);
const changeOf = ({ before, after }: { before: number; after: number }): number | undefined =>
  shareOf(after - before, before);
const notJudged = ({ unknown }: Effect): number => unknown.reduce((sum, { decisions }) => sum + decisions, 0);

/** The numbers that a simulation and a report of what came afterwards have in common, as shares: their times differ. */
const rows = [
  { key: 'refused', isChange: false, of: (one: Effect) => shareOf(one.newlyRefused, one.decisions) },
  { key: 'allowed', isChange: false, of: (one: Effect) => shareOf(one.newlyAllowed, one.decisions) },
  { key: 'longer', isChange: false, of: (one: Effect) => shareOf(one.longer, one.decisions) },
  { key: 'shorter', isChange: false, of: (one: Effect) => shareOf(one.shorter, one.decisions) },
  { key: 'fines', isChange: true, of: ({ fines }: Effect) => changeOf(fines) },
  { key: 'renewals', isChange: true, of: ({ returns }: Effect) => changeOf(returns.renewals) },
  { key: 'late', isChange: true, of: ({ returns }: Effect) => changeOf(returns.late) },
  { key: 'not-judged', isChange: false, of: (one: Effect) => shareOf(notJudged(one), one.decisions) },
] as const;

/** What rules changed in their first 30 and 90 days, beside the simulation before the vote. */
export const EffectComparison = ({ effects }: Pick<ShownProposal, 'effects'>) => {
  const t = useTranslate();
  const { number, percent } = useFormat();
  const columns = (['simulation', 'after-30', 'after-90'] as const).flatMap((part) =>
    effects.filter((one) => one.part === part),
  );
  if (!columns.some(({ part }) => part === 'simulation') || columns.length < 2) return undefined;
  const shown = (value: number | undefined, isChange: boolean): string =>
    value === undefined ? '–' : `${isChange && value > 0 ? '+' : ''}${percent(value)}`;
  return (
    <section className="stack" aria-label={t('compared.title')}>
      <h3>{t('compared.title')}</h3>
      <ScrollTable name={t('compared.title')}>
        <thead>
          <tr>
            <th scope="col">{t('compared.what')}</th>
            {columns.map(({ part }) => (
              <th key={part} scope="col" className="num">
                {t(`compared-part.${part as 'simulation' | 'after-30' | 'after-90'}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{t('effect.decisions')}</th>
            {columns.map(({ part, effect }) => (
              <td key={part} className="num">
                {number(effect.decisions)}
              </td>
            ))}
          </tr>
          {rows.map(({ key, isChange, of }) => (
            <tr key={key}>
              <th scope="row">{t(`compared.${key}`)}</th>
              {columns.map(({ part, effect }) => (
                <td key={part} className="num">
                  {shown(of(effect), isChange)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </ScrollTable>
      <p className="quiet">{t('compared.exactness')}</p>
    </section>
  );
};
