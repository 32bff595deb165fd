import { Button, TextInput } from '@mantine/core';
import { useTranslate } from '../../../i18n/translate.ts';
import { codeFields, type Draft, holdingFields, newHolding, oneCode } from './draft.ts';
import type { Faults } from './faults.ts';

type Part = { draft: Draft; put: (draft: Draft) => void; faults: Faults };

type CodeGiven = {
  label: string;
  value: string;
  most: number;
  fault: string | undefined;
  put: (value: string) => void;
};

/** A short input for a tag, indicators or codes, in a monospaced font. */
const Code = ({ label, value, most, fault, put }: CodeGiven) => (
  <TextInput
    size="sm"
    className="mapping-code"
    label={label}
    value={value}
    maxLength={most}
    error={fault}
    autoCapitalize="none"
    spellCheck={false}
    onChange={({ currentTarget }) => put(currentTarget.value)}
  />
);

/** The field that describes an item, and the subfields of each part of the item. */
export const CodeFields = ({ draft, put, faults }: Part) => {
  const t = useTranslate();
  const { tag, indicators, codes } = draft;
  const wrong = (place: string): string | undefined => faults[place] && t(faults[place]);
  return (
    <>
      <div className="mapping-codes">
        <Code
          label={t('mapping.tag')}
          value={tag}
          most={3}
          fault={wrong('tag')}
          put={(value) => put({ ...draft, tag: value.toUpperCase() })}
        />
        <Code
          label={t('mapping.indicators')}
          value={indicators}
          most={2}
          fault={wrong('indicators')}
          put={(value) => put({ ...draft, indicators: value })}
        />
        {codeFields.map((field) => (
          <Code
            key={field}
            label={t(`mapping-field.${field}`)}
            value={codes[field]}
            most={oneCode.some((one) => one === field) ? 1 : 10}
            fault={wrong(field)}
            put={(value) => put({ ...draft, codes: { ...codes, [field]: value } })}
          />
        ))}
      </div>
      <p className="quiet">{t('mapping.codes-meaning')}</p>
      {codes.barcode === '' && <p className="notice notice-warn">{t('mapping.no-barcode')}</p>}
    </>
  );
};

/** The field of the holding to which items belong, for values that the item's own field omits. */
export const HoldingFields = ({ draft, put, faults }: Part) => {
  const t = useTranslate();
  const { holding } = draft;
  const wrong = (place: string): string | undefined => faults[place] && t(faults[place]);
  const set = (more: Partial<NonNullable<Draft['holding']>>): void =>
    put({ ...draft, holding: { ...(holding ?? newHolding), ...more } });
  return (
    <>
      <p>
        <Button
          size="sm"
          variant={holding ? 'filled' : 'default'}
          aria-pressed={holding !== undefined}
          onClick={() => put({ ...draft, holding: holding ? undefined : newHolding })}
        >
          {t('mapping.holding')}
        </Button>
      </p>
      {holding && (
        <fieldset className="stack" aria-label={t('mapping.holding')}>
          <div className="mapping-codes">
            <Code
              label={t('mapping.holding-tag')}
              value={holding.tag}
              most={3}
              fault={wrong('holding-tag')}
              put={(tag) => set({ tag: tag.toUpperCase() })}
            />
            {holdingFields.map((field) => (
              <Code
                key={field}
                label={t(`mapping-field.${field}`)}
                value={holding[field]}
                most={10}
                fault={wrong(`holding-${field}`)}
                put={(value) => set({ [field]: value })}
              />
            ))}
            <Code
              label={t('mapping.link-item')}
              value={holding.linkItem}
              most={1}
              fault={wrong('linkItem')}
              put={(linkItem) => set({ linkItem })}
            />
            <Code
              label={t('mapping.link-holding')}
              value={holding.linkHolding}
              most={1}
              fault={wrong('linkHolding')}
              put={(linkHolding) => set({ linkHolding })}
            />
          </div>
          <p className="quiet">{t('mapping.link-meaning')}</p>
        </fieldset>
      )}
    </>
  );
};
