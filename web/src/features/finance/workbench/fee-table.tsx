import { Fragment, useState } from 'react';
import { useDirectory } from '../../../api/directory.ts';
import { ScrollTable } from '../../../components/scroll-table.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { type Outcome, readable, type Scenario } from '../shared/workbench.ts';

type Fee = Outcome['fees'][number];
type Line = Fee['lines'][number];

type Part = Scenario['formula']['parts'][number];

/** Returns the figures of a part that are money: those used for tiers in per cent. */
const sumsIn = (part: Part): string[] => {
  if (part.kind === 'sum-of' || part.kind === 'max-of' || part.kind === 'min-of') return part.parts.flatMap(sumsIn);
  return part.kind === 'tiers' && part.tiers.every(({ price }) => price === undefined) ? [part.figure] : [];
};

/** Describes the basis of a line. */
const useBasis = ({ formula }: Scenario) => {
  const { number, money } = useFormat();
  const sums = new Set(formula.parts.flatMap(sumsIn));
  return ({ basis }: Line): string => {
    if (basis === undefined) return '';
    const { figure, value, rule = '' } = basis;
    const shown = sums.has(figure) ? money(Number(value), formula.currency) : number(Number(value));
    return `${readable(figure)}: ${shown} ${rule}`.trim();
  };
};

const Lines = ({ fee, scenario }: { fee: Fee; scenario: Scenario }) => {
  const t = useTranslate();
  const { money } = useFormat();
  const basisOf = useBasis(scenario);
  return fee.lines.map((line, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a fee stand in the order of its formula.
    <tr key={at} className="fee-line">
      <td>
        {line.title}
        {line.of === 'guard' && <span className="quiet"> ({t('workbench.by-guard')})</span>}
      </td>
      <td>{basisOf(line)}</td>
      <td className="num">{money(line.amount, scenario.formula.currency)}</td>
    </tr>
  ));
};

/** Each member's fee; it expands to its lines and their figures. */
export const FeeTable = ({ outcome, scenario }: { outcome: Outcome; scenario: Scenario }) => {
  const t = useTranslate();
  const { money } = useFormat();
  const { memberName } = useDirectory();
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const turn = (memberId: string): void =>
    setOpen(
      (before) => new Set(before.has(memberId) ? [...before].filter((id) => id !== memberId) : [...before, memberId]),
    );
  const { currency } = scenario.formula;
  return (
    <ScrollTable name={t('workbench.fees')}>
      <thead>
        <tr>
          <th scope="col">{t('month.member')}</th>
          <th scope="col">{t('workbench.rests-on')}</th>
          <th scope="col" className="num">
            {t('workbench.fee', { currency })}
          </th>
        </tr>
      </thead>
      <tbody>
        {outcome.fees.map((fee) => (
          <Fragment key={fee.memberId}>
            <tr>
              <th scope="row">
                <button
                  type="button"
                  className="text-button"
                  aria-expanded={open.has(fee.memberId)}
                  onClick={() => turn(fee.memberId)}
                >
                  {memberName(fee.memberId)}
                </button>
              </th>
              <td className="quiet">{t('workbench.lines', { count: fee.lines.length })}</td>
              <td className="num">{money(fee.fee, currency)}</td>
            </tr>
            {open.has(fee.memberId) && <Lines fee={fee} scenario={scenario} />}
          </Fragment>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t('month.total')}</th>
          <td />
          <td className="num">{money(outcome.total, currency)}</td>
        </tr>
      </tfoot>
    </ScrollTable>
  );
};
