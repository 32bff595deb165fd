import { Checkbox, NativeSelect } from '@mantine/core';
import { useResidences } from '../../../api/residences.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import type { AdoptedRule } from './use-adopt-rule.ts';

/** Where a patron of a rule lives: in one of some places, or in none of them. */
export type Residence = NonNullable<AdoptedRule['when']['patronResidence']>;

const sides = ['in', 'notIn'] as const;
type Side = (typeof sides)[number];

/** Returns the places of a condition. */
export const placesOf = (residence: Residence | undefined): readonly string[] => {
  if (residence === undefined) return [];
  return 'in' in residence ? residence.in : residence.notIn;
};
const sideOf = (residence: Residence | undefined): Side | '' => {
  if (residence === undefined) return '';
  return 'in' in residence ? 'in' : 'notIn';
};
const residenceOf = (side: string, places: readonly string[]): Residence | undefined => {
  if (side === 'in') return { in: [...places] };
  return side === 'notIn' ? { notIn: [...places] } : undefined;
};

type Props = { residence: Residence | undefined; change: (residence: Residence | undefined) => void };

/** The places of residence for which a new rule applies, or for whose non-residents. */
export const ResidenceField = ({ residence, change }: Props) => {
  const t = useTranslate();
  const { residences } = useResidences();
  const places = placesOf(residence);
  const side = sideOf(residence);
  if (residences.length === 0) return null;
  return (
    <>
      <NativeSelect
        size="sm"
        label={t('loan-rules.residence')}
        value={side}
        data={[
          { value: '', label: t('loan-rules.residence-any') },
          { value: 'in', label: t('loan-rules.residents') },
          { value: 'notIn', label: t('loan-rules.non-residents') },
        ]}
        onChange={({ currentTarget: { value } }) => change(residenceOf(value, places))}
      />
      {side !== '' && (
        <fieldset className="stack">
          <legend>{t('loan-rules.places')}</legend>
          {residences.map(({ code, name }) => (
            <Checkbox
              key={code}
              size="sm"
              label={name}
              checked={places.includes(code)}
              onChange={({ currentTarget: { checked } }) => {
                const chosen = residences
                  .map((one) => one.code)
                  .filter((one) => (one === code ? checked : places.includes(one)));
                change(residenceOf(side, chosen));
              }}
            />
          ))}
        </fieldset>
      )}
    </>
  );
};
