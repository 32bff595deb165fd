import { Checkbox, TextInput } from '@mantine/core';
import { useSay, useSayOf } from '../../../i18n/translate.ts';
import { AmountField, type Money } from './amount-field.tsx';
import type { Told } from './field-state.ts';
import type { Said } from './use-steps.ts';

type Terms = NonNullable<Said['terms']>;

/** The cost among the terms, without an earlier one where it is taken away. */
const withCost = ({ cost: _, ...terms }: Terms, cost: Money | undefined): Terms => ({
  ...terms,
  ...(cost && { cost }),
});

/** What a damaged item is claimed for. */
export const CostField = ({ said, tell }: Told) => {
  const say = useSay();
  const put = (cost: Money | undefined): void => tell({ terms: withCost(said.terms ?? {}, cost) });
  return <AmountField must label={say('loans.claimed')} onAmount={put} />;
};

const startOfDay = (day: string): string => new Date(`${day}T00:00:00`).toISOString();

/** On what terms an item would be supplied: its cost, conditions, from which day on to ask again, what there is instead. */
export const TermsField = ({ field: { options = [] }, said, tell }: Told) => {
  const say = useSay();
  const sayOf = useSayOf();
  const { terms = {}, reason } = said;
  const { conditions = [] } = terms;
  const choose = (code: string, isChosen: boolean): void => {
    const chosen = isChosen ? [...conditions, code] : conditions.filter((one) => one !== code);
    tell({ terms: { ...terms, conditions: chosen } });
  };
  const instead = reason === 'MultiVolAvail' ? 'volumes' : reason === 'ReqEditionNotPossible' ? 'editions' : undefined;
  return (
    <>
      <AmountField
        must={false}
        label={say('loan-fact.cost')}
        onAmount={(cost) => tell({ terms: withCost(terms, cost) })}
      />
      <TextInput
        size="sm"
        type="date"
        label={say('loan-fact.not-before')}
        onChange={({ currentTarget: { value } }) => {
          const { retryAfter: _, ...others } = terms;
          tell({ terms: value ? { ...others, retryAfter: startOfDay(value) } : others });
        }}
      />
      {instead && (
        <TextInput
          size="sm"
          label={say(`loan-fact.${instead}`)}
          description={say('loans.by-semicolons')}
          maxLength={400}
          onChange={({ currentTarget: { value } }) => {
            const named = value.split(';').flatMap((one) => one.trim() || []);
            tell({ terms: { ...terms, [instead]: named } });
          }}
        />
      )}
      <fieldset className="codes">
        <legend>{say('loan-fact.conditions')}</legend>
        {options.map((code) => (
          <Checkbox
            key={code}
            size="sm"
            label={sayOf('code', code)}
            checked={conditions.includes(code)}
            onChange={({ currentTarget }) => choose(code, currentTarget.checked)}
          />
        ))}
      </fieldset>
    </>
  );
};
