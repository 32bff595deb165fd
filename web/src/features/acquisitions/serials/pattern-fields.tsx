import { Button, Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useTranslate } from '../../../i18n/translate.ts';
import { asksAnchor, dateChoices, type EnteredLevel, type EnteredPattern, frequencies } from './pattern-entry.ts';

type Props = { entered: EnteredPattern; change: (over: Partial<EnteredPattern>) => void };

const Level = ({ level, at, set }: { level: EnteredLevel; at: number; set: (over: Partial<EnteredLevel>) => void }) => {
  const t = useTranslate();
  return (
    <fieldset className="order-line" aria-label={t('serials.level', { number: at + 1 })}>
      <div className="order-fields">
        <TextInput
          size="sm"
          maxLength={20}
          label={t('serials.caption')}
          value={level.caption}
          onChange={({ currentTarget: { value } }) => set({ caption: value })}
        />
        <TextInput
          size="sm"
          maxLength={6}
          inputMode="numeric"
          label={t('serials.first-number')}
          value={level.first}
          onChange={({ currentTarget: { value } }) => set({ first: value })}
        />
        {at > 0 && (
          <>
            <TextInput
              size="sm"
              maxLength={4}
              inputMode="numeric"
              label={t('serials.units')}
              value={level.units}
              onChange={({ currentTarget: { value } }) => set({ units: value })}
            />
            <Checkbox
              size="sm"
              label={t('serials.restarts')}
              checked={level.restarts}
              onChange={({ currentTarget: { checked } }) => set({ restarts: checked })}
            />
          </>
        )}
      </div>
    </fieldset>
  );
};

/** The fields of a pattern: how often, which numbers and dates, and what is out of the ordinary. */
export const PatternFields = ({ entered, change }: Props) => {
  const t = useTranslate();
  const { levels } = entered;
  const setLevel = (id: number, over: Partial<EnteredLevel>): void =>
    change({ levels: levels.map((level) => (level.id === id ? { ...level, ...over } : level)) });
  // What was read and is not in the lists stays as it is, unless another one is chosen.
  const isListed = frequencies.some((code) => code === (entered.otherFrequency ?? 'x'));
  const isDateListed = dateChoices.some((choice) => choice === (entered.otherDates?.join(',') ?? ''));
  const next = Math.max(0, ...levels.map(({ id }) => id)) + 1;
  return (
    <>
      <div className="order-fields">
        <NativeSelect
          size="sm"
          label={t('serials.frequency')}
          value={entered.frequency}
          data={[
            ...frequencies.map((value) => ({ value, label: t(`serial-frequency.${value}`) })),
            ...(isListed ? [] : [{ value: 'other', label: t('serials.other-frequency') }]),
          ]}
          onChange={({ currentTarget: { value } }) =>
            change({ frequency: frequencies.find((code) => code === value) ?? 'other', anchor: '' })
          }
        />
        <TextInput
          size="sm"
          type="date"
          label={t('serials.first-on')}
          value={entered.firstOn}
          onChange={({ currentTarget: { value } }) => change({ firstOn: value, anchor: '' })}
        />
        {asksAnchor(entered) && (
          <TextInput
            size="sm"
            type="date"
            label={t('serials.anchor')}
            description={t('serials.anchor-meaning')}
            value={entered.anchor}
            onChange={({ currentTarget: { value } }) => change({ anchor: value })}
          />
        )}
        <NativeSelect
          size="sm"
          label={t('serials.dates')}
          value={entered.dates}
          data={[
            ...dateChoices.map((value) => ({ value, label: t(`serial-dates.${value === '' ? 'none' : value}`) })),
            ...(isDateListed ? [] : [{ value: 'other', label: t('serials.other-frequency') }]),
          ]}
          onChange={({ currentTarget: { value } }) =>
            change({ dates: dateChoices.find((choice) => choice === value) ?? 'other' })
          }
        />
      </div>
      {levels.map((level, at) => (
        <Level key={level.id} level={level} at={at} set={(over) => setLevel(level.id, over)} />
      ))}
      <p className="row">
        {levels.length < 4 && (
          <Button
            size="sm"
            variant="default"
            onClick={() =>
              change({ levels: [...levels, { id: next, caption: '', units: '', restarts: true, first: '1' }] })
            }
          >
            {t('serials.add-level')}
          </Button>
        )}
        {levels.length > 0 && (
          <Button size="sm" variant="default" onClick={() => change({ levels: levels.slice(0, -1) })}>
            {t('serials.remove-level')}
          </Button>
        )}
      </p>
      <div className="order-fields">
        <TextInput
          size="sm"
          maxLength={60}
          label={t('serials.change')}
          description={t('serials.change-meaning')}
          value={entered.change}
          onChange={({ currentTarget: { value } }) => change({ change: value })}
        />
        <TextInput
          size="sm"
          maxLength={200}
          label={t('serials.skipped')}
          description={t('serials.skipped-meaning')}
          value={entered.skipped}
          onChange={({ currentTarget: { value } }) => change({ skipped: value })}
        />
      </div>
      <Textarea
        size="sm"
        rows={3}
        maxLength={1_000}
        label={t('serials.regularity')}
        description={t('serials.regularity-meaning')}
        value={entered.regularity}
        onChange={({ currentTarget: { value } }) => change({ regularity: value })}
      />
    </>
  );
};
