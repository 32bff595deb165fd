import { useDirectory } from '../../../api/directory.ts';
import { codeName } from '../../../components/code-name.ts';
import { useMemberColour } from '../../../components/spine.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { useCategoryName } from '../../patrons/shared/use-category-name.ts';
import { type Facet, outcomeTexts } from './outcome-text.ts';
import { type Run, runsOf, setterOf } from './runs.ts';
import type { Case, LoanRules } from './use-loan-rules.ts';

type CellProps = {
  rules: LoanRules;
  run: Run;
  facet: Facet;
  itemCategory: string;
  isChosen: boolean;
  choose: (one: Case) => void;
};

const Cell = ({ rules, run: { outcome, first, length }, facet, itemCategory, isChosen, choose }: CellProps) => {
  const t = useTranslate();
  const { money } = useFormat();
  const { memberName } = useDirectory();
  const setBy = setterOf(rules, outcome, facet);
  const colour = useMemberColour(setBy ?? '');
  const [main, ...more] = outcomeTexts(t, money, rules.currency, facet, outcome);
  const patronCategory = rules.patronCategories[first] ?? '';
  const isOff = facet === 'loans' && !outcome.values.lendable;
  return (
    <td colSpan={length} className={isChosen ? 'rule-cell rule-chosen' : isOff ? 'rule-cell rule-off' : 'rule-cell'}>
      <button
        type="button"
        aria-pressed={isChosen}
        className={setBy === undefined ? undefined : `spine spine-${colour}`}
        onClick={() => choose({ itemCategory, patronCategory })}
      >
        <span>
          <strong>{main}</strong> {more.join(' · ')}
          {setBy !== undefined && (
            <span className="visually-hidden"> {t('loan-rules.set-by', { library: memberName(setBy) })}</span>
          )}
        </span>
      </button>
    </td>
  );
};

type Props = {
  rules: LoanRules;
  facet: Facet;
  itemTypes: readonly string[];
  chosen: Case | undefined;
  choose: (one: Case) => void;
};

/** The loan rules in force by item type and patron category. Categories for which the same rules hold share a cell. */
export const RuleMatrix = ({ rules, facet, itemTypes, chosen, choose }: Props) => {
  const categoryName = useCategoryName();
  const t = useTranslate();
  const { patronCategories, cells } = rules;
  const isChosen = ({ first, length }: Run, itemCategory: string): boolean => {
    const place = patronCategories.indexOf(chosen?.patronCategory ?? '');
    return chosen?.itemCategory === itemCategory && place >= first && place < first + length;
  };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled by keyboard.
    <section className="rule-scroll" aria-label={t('loan-rules.matrix')} tabIndex={0}>
      <table className="rule-matrix">
        <thead>
          <tr>
            <th scope="col">{t('loan-rules.item-type')}</th>
            {patronCategories.map((category) => (
              <th key={category} scope="col">
                {categoryName(category)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {cells
            .filter(({ itemCategory }) => itemTypes.length === 0 || itemTypes.includes(itemCategory))
            .map(({ itemCategory, outcomes }) => (
              <tr key={itemCategory}>
                <th scope="row">{codeName(itemCategory)}</th>
                {runsOf(rules, outcomes, facet).map((run) => (
                  <Cell
                    key={run.first}
                    {...{ rules, run, facet, itemCategory, choose }}
                    isChosen={isChosen(run, itemCategory)}
                  />
                ))}
              </tr>
            ))}
        </tbody>
      </table>
    </section>
  );
};
