import { Button } from '@mantine/core';
import { useTranslate } from '../i18n/translate.ts';
import { AmountFields } from './amount-fields.tsx';
import { type PolicyList, type PolicyRow, rowText } from './policy-values.ts';

type Props = { list: PolicyList; rows: readonly PolicyRow[]; change: (rows: readonly PolicyRow[]) => void };

/** The entries of a list of a policy, which can be changed, removed and added. */
export const PolicyRows = ({ list, rows, change }: Props) => {
  const t = useTranslate();
  const first = Object.fromEntries(list.columns.map(({ key, choices }) => [key, choices?.[0]?.value ?? '']));
  return (
    <fieldset className="bench-rows policy-rows">
      <legend>{list.label}</legend>
      {list.hint !== undefined && <p className="quiet">{list.hint}</p>}
      {rows.map((row, place) => (
        <fieldset
          // biome-ignore lint/suspicious/noArrayIndexKey: an entry has no name while it is typed.
          key={place}
          className="bench-fields"
          aria-label={rowText(list, row) || t('policy.new-entry')}
        >
          <AmountFields
            fields={list.columns}
            amounts={row.texts}
            change={(texts) => change(rows.map((one, at) => (at === place ? { ...one, texts } : one)))}
          />
          <p>
            <Button
              {...{ size: 'sm', variant: 'default' }}
              aria-label={t('policy.remove-entry', { entry: rowText(list, row) || t('policy.new-entry') })}
              onClick={() => change(rows.filter((_, at) => at !== place))}
            >
              {t('policy.remove')}
            </Button>
          </p>
        </fieldset>
      ))}
      <p>
        <Button {...{ size: 'sm', variant: 'default' }} onClick={() => change([...rows, { texts: first }])}>
          {t('policy.add-entry', { list: list.label })}
        </Button>
      </p>
    </fieldset>
  );
};
