import { useTranslate } from '../../../i18n/translate.ts';
import { ChoiceField, MoneyField, NameField, TextField } from '../shared/fields.tsx';
import type { BudgetLine } from '../shared/formula-values.ts';
import { RowsField } from '../shared/rows-field.tsx';

/** What a consortium spends money on. */
const kinds = ['cloud', 'people', 'support', 'courier', 'e-resources', 'training', 'reserve', 'other'] as const;

type Fields = { budget: readonly BudgetLine[]; costs: readonly string[]; currency: string };

const Source = ({ line, put }: { line: BudgetLine; put: (line: BudgetLine) => void }) => {
  const t = useTranslate();
  const { source } = line;
  return source.from === 'dues' ? (
    <NameField
      label={t('workbench.budget-cost')}
      value={source.cost}
      onChange={(cost) => put({ ...line, source: { from: 'dues', cost } })}
    />
  ) : (
    <TextField
      label={t('workbench.budget-grantor')}
      value={source.grantor}
      onChange={(grantor) => put({ ...line, source: { from: 'grant', grantor } })}
    />
  );
};

/** The lines of the consortium's budget: what each pays for, its amount, and whether dues or a grant pay it. */
export const BudgetFields = ({
  budget,
  costs,
  currency,
  onChange,
}: Fields & { onChange: (budget: BudgetLine[]) => void }) => {
  const t = useTranslate();
  const cost = costs[0] ?? '';
  return (
    <RowsField<BudgetLine>
      name={t('workbench.budget')}
      rows={budget}
      fresh={() => ({ kind: 'people', title: '', amount: 0, source: { from: 'dues', cost } })}
      label={(at) => t('workbench.budget-line', { number: at + 1 })}
      onChange={onChange}
    >
      {(line, put) => (
        <>
          <ChoiceField
            label={t('workbench.budget-kind')}
            value={line.kind}
            choices={kinds.map((value) => ({ value, label: t(`budget-kind.${value}`) }))}
            onChange={(kind) => put({ ...line, kind })}
          />
          <TextField
            label={t('workbench.budget-title')}
            value={line.title}
            onChange={(title) => put({ ...line, title })}
          />
          <MoneyField
            label={t('workbench.amount', { currency })}
            currency={currency}
            value={line.amount}
            onChange={(amount) => put({ ...line, amount })}
          />
          <ChoiceField
            label={t('workbench.budget-source')}
            value={line.source.from}
            choices={(['dues', 'grant'] as const).map((value) => ({ value, label: t(`budget-source.${value}`) }))}
            onChange={(from) => put({ ...line, source: from === 'dues' ? { from, cost } : { from, grantor: '' } })}
          />
          <Source line={line} put={put} />
        </>
      )}
    </RowsField>
  );
};
