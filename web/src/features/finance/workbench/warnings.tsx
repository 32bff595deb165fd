import { useDirectory } from '../../../api/directory.ts';
import { Icon } from '../../../components/icon.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { readable, type View, type Warning } from '../shared/workbench.ts';

type Warned = { warnings: readonly Warning[]; currency: string; title: string };

/** The cases where a larger member pays less than a smaller one; hidden when there are none. */
export const Warnings = ({ warnings, currency, title }: Warned) => {
  const t = useTranslate();
  const { money, number } = useFormat();
  const { memberName } = useDirectory();
  if (warnings.length === 0) return null;
  return (
    <div className="notice notice-warn">
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

/** Everything that a draft needs before it can be calculated. */
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

/** The months that were closed before the draft's adoption, and the part of its fees for them. */
export const MonthsClosed = ({ closed, currency }: { closed: View['monthsClosed']; currency: string }) => {
  const t = useTranslate();
  const { money, month } = useFormat();
  if (!closed) return null;
  const months = closed.months.map(month).join(', ');
  return <p className="notice">{t('workbench.months-closed', { months, amount: money(closed.amount, currency) })}</p>;
};

/** Members without figures, excluded from the result: by oversight, or because they have left. */
export const WithoutFigures = ({ members }: { members: readonly string[] }) => {
  const t = useTranslate();
  const { memberName } = useDirectory();
  if (members.length === 0) return null;
  return <p className="notice">{t('workbench.without-figures', { members: members.map(memberName).join(', ') })}</p>;
};
