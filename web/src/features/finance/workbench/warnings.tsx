import { useDirectory } from '../../../api/directory.ts';
import { Icon } from '../../../components/icon.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { readable, type View, type Warning } from '../shared/workbench.ts';

type Warned = { warnings: readonly Warning[]; currency: string; title: string };

/** Where a larger member pays less than a smaller one; nothing where that is nowhere. */
export const Warnings = ({ warnings, currency, title }: Warned) => {
  const t = useTranslate();
  const { money, number } = useFormat();
  const { memberName } = useDirectory();
  if (warnings.length === 0) return null;
  return (
    <div className="notice notice-mark">
      <Icon name="warn" />
      <div>
        <p className="notice-title">{title}</p>
        <ul>
          {warnings.map(({ larger, largerSize, largerFee, smaller, smallerSize, smallerFee }) => (
            <li key={larger}>
              {t('workbench.cliff', {
                ...{ larger: memberName(larger), largerSize: number(Number(largerSize)) },
                ...{ largerFee: money(largerFee, currency), smaller: memberName(smaller) },
                ...{ smallerSize: number(Number(smallerSize)), smallerFee: money(smallerFee, currency) },
              })}
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
};

/** What a draft lacks to be reckoned, all of it at once. */
export const Lacking = ({ lacking }: Pick<View, 'lacking'>) => {
  const t = useTranslate();
  const { memberName } = useDirectory();
  if (lacking.length === 0) return null;
  const warningText = ({ code, params }: View['lacking'][number]): string => {
    const { member = '', figure = '', cost = '', title = '', year = '' } = params;
    return t(`lacking.${code}`, {
      member: memberName(member),
      figure: readable(figure),
      cost: readable(cost),
      title,
      year,
    });
  };
  return (
    <div className="notice notice-bad">
      <Icon name="warn" />
      <div>
        <p className="notice-title">{t('workbench.lacking')}</p>
        <ul>
          {[...new Set(lacking.map(warningText))].map((warning) => (
            <li key={warning}>{warning}</li>
          ))}
        </ul>
      </div>
    </div>
  );
};

/** Months that a draft comes too late for, and what of its fees falls to them. */
export const MonthsClosed = ({ closed, currency }: { closed: View['monthsClosed']; currency: string }) => {
  const t = useTranslate();
  const { money, month } = useFormat();
  if (!closed) return null;
  const months = closed.months.map(month).join(', ');
  return <p className="notice">{t('workbench.months-closed', { months, amount: money(closed.amount, currency) })}</p>;
};

/** Members that have no figures, and so no part in it: left out by oversight, or because they have left. */
export const WithoutFigures = ({ members }: { members: readonly string[] }) => {
  const t = useTranslate();
  const { memberName } = useDirectory();
  if (members.length === 0) return null;
  return <p className="notice">{t('workbench.without-figures', { members: members.map(memberName).join(', ') })}</p>;
};
