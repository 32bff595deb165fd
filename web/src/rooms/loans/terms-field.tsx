import { Checkbox, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useCurrency } from '../../parts/use-currency.ts';
import { useFormat } from '../../words/format.ts';
import { useSay, useSayOf } from '../../words/words.tsx';
import type { Told } from './told.ts';

const Amount = ({ said, tell, must, label }: Pick<Told, 'said' | 'tell'> & { must: boolean; label: string }) => {
  const say = useSay();
  const { minor } = useFormat();
  const currency = useCurrency();
  const [text, setText] = useState('');
  if (currency === undefined) return null;
  const isWrong = text !== '' && minor(text, currency) === undefined;
  return (
    <TextInput
      size="sm"
      label={say('loans.amount', { label, currency })}
      inputMode="decimal"
      required={must}
      maxLength={12}
      value={text}
      error={isWrong && say('loans.amount-wrong')}
      onChange={({ currentTarget: { value } }) => {
        setText(value);
        const amount = minor(value, currency);
        const { cost: _, ...terms } = said.terms ?? {};
        tell({ terms: amount === undefined ? terms : { ...terms, cost: { amount, currency } } });
      }}
    />
  );
};

/** What a damaged item is claimed for. */
export const CostField = ({ said, tell }: Told) => {
  const say = useSay();
  return <Amount {...{ said, tell }} must label={say('loans.claimed')} />;
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
      <Amount {...{ said, tell }} must={false} label={say('loan-fact.cost')} />
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
