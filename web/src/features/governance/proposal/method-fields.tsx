import { NativeSelect, TextInput } from '@mantine/core';
import { useTranslate } from '../../../i18n/translate.ts';
import type { MethodChoice, MethodName } from '../shared/voting.ts';

/** The method as the secretary enters it. */
export type EnteredMethod = { by: MethodName | ''; seats: number; most: number; reviewOn: string };

/** Returns the method to open a ballot with; undefined for a vote for or against. */
export const methodChoice = ({ by, seats, most, reviewOn }: EnteredMethod): MethodChoice | undefined => {
  if (by === '') return undefined;
  if (by === 'consent') return { by, reviewOn };
  return by === 'approval' ? { by, seats, most } : { by, seats: by === 'transferable-vote' ? seats : 1 };
};

type Given = {
  allowed: readonly MethodName[];
  options: number;
  entered: EnteredMethod;
  change: (entered: EnteredMethod) => void;
};

/** How a ballot is voted on, where the bylaws let the secretary choose. */
export const MethodFields = ({ allowed, options, entered, change }: Given) => {
  const t = useTranslate();
  const { by } = entered;
  const fitting = allowed.filter((one) => (one === 'consent') === (options === 0));
  if (options > 0 && fitting.length === 0) return <p className="notice notice-warn">{t('method.none-allowed')}</p>;
  if (fitting.length === 0) return undefined;
  const number = (key: 'seats' | 'most', most: number) => (
    <TextInput
      size="sm"
      required
      type="number"
      min={1}
      max={most}
      label={t(`method.${key}`)}
      value={entered[key]}
      onChange={({ currentTarget: { value } }) => change({ ...entered, [key]: Number(value) })}
    />
  );
  return (
    <>
      <NativeSelect
        size="sm"
        label={t('method.label')}
        value={by}
        onChange={({ currentTarget: { value } }) =>
          change({ ...entered, by: fitting.find((one) => one === value) ?? '' })
        }
      >
        {options === 0 && <option value="">{t('method.question')}</option>}
        {fitting.map((one) => (
          <option key={one} value={one}>
            {t(`method.${one}`)}
          </option>
        ))}
      </NativeSelect>
      {by !== '' && <p className="quiet">{t(`method-means.${by}`)}</p>}
      {(by === 'approval' || by === 'transferable-vote') && number('seats', options - 1)}
      {by === 'approval' && number('most', options)}
      {by === 'consent' && (
        <TextInput
          size="sm"
          required
          type="date"
          label={t('method.reviewOn')}
          value={entered.reviewOn}
          onChange={({ currentTarget: { value } }) => change({ ...entered, reviewOn: value })}
        />
      )}
    </>
  );
};
