import { useDirectory } from '../../../api/directory.ts';
import { Icon } from '../../../components/icon.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { type Checked, readable } from '../shared/workbench.ts';

type Tariff = NonNullable<Checked['tariff']>;
type Drop = Tariff['drops'][number];
type Shown = { checked: Checked; currency: string };

const useDropText = (currency: string) => {
  const t = useTranslate();
  const { money, number } = useFormat();
  const classOf = ({ flags, optedInto, joined }: Drop): string =>
    [
      ...[...flags, ...optedInto].map(readable),
      ...(joined === undefined ? [] : [t('workbench.joined-in', { year: String(joined) })]),
    ].join(', ');
  const othersOf = ({ others }: Drop): string =>
    Object.entries(others)
      .map(([figure, value]) => `${readable(figure)} ${number(Number(value))}`)
      .join(', ');
  return (drop: Drop): string => {
    const text = t('workbench.tariff-drop', {
      ...{ figure: readable(drop.figure), smallerSize: number(Number(drop.smallerSize)) },
      ...{ smallerFee: money(drop.smallerFee, currency), largerSize: number(Number(drop.largerSize)) },
      largerFee: money(drop.largerFee, currency),
    });
    const [of, others] = [classOf(drop), othersOf(drop)];
    const details = [
      ...(of === '' ? [] : [t('workbench.tariff-class', { of })]),
      ...(others === '' ? [] : [t('workbench.tariff-others', { others })]),
    ];
    return [text, ...details].join(' ');
  };
};

const Drops = ({ tariff, currency }: { tariff: Tariff; currency: string }) => {
  const t = useTranslate();
  const dropText = useDropText(currency);
  if (tariff.drops.length === 0) return null;
  return (
    <div className="notice notice-warn">
      <Icon name="warn" />
      <div>
        <p className="notice-title">{t('workbench.tariff-falls')}</p>
        <ul>
          {tariff.drops.map(dropText).map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
        {tariff.moreDrops > 0 && <p>{t('workbench.tariff-more', { count: tariff.moreDrops })}</p>}
      </div>
    </div>
  );
};

/** The check of a tariff beyond the current members: where it falls, what was checked, and what was not. */
export const TariffChecked = ({ checked: { tariff, unchecked = [], uncovered = [] }, currency }: Shown) => {
  const t = useTranslate();
  const { number } = useFormat();
  const { memberName } = useDirectory();
  if (!tariff) return null;
  const { figures, classes, points } = tariff;
  const uncheckedText = ({ code, params }: (typeof unchecked)[number]): string => {
    const { title = '', figure = '', by = '', member = '' } = params;
    return t(`unchecked.${code}`, { title, figure: readable(figure), by: readable(by), member: memberName(member) });
  };
  return (
    <>
      <Drops tariff={tariff} currency={currency} />
      {uncovered.map(({ cost, percent }) => (
        <p key={cost} className="notice notice-warn">
          {t('workbench.uncovered', { cost: readable(cost), percent: number(Number(percent)) })}
        </p>
      ))}
      {figures.length > 0 && (
        <p className="quiet">
          {t('workbench.tariff-checked', {
            ...{ figures: figures.map(readable).join(', '), classes: number(classes), points: number(points) },
          })}
        </p>
      )}
      {unchecked.length > 0 && (
        <div className="notice">
          <div>
            <p className="notice-title">{t('workbench.unchecked')}</p>
            <ul>
              {[...new Set(unchecked.map(uncheckedText))].map((text) => (
                <li key={text}>{text}</li>
              ))}
            </ul>
          </div>
        </div>
      )}
    </>
  );
};
