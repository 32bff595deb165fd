import { Button, TextInput } from '@mantine/core';
import { Panel } from '../../../components/panel.tsx';
import { useTranslate } from '../../../i18n/translate.ts';
import type { NamedCode } from './use-set-names.ts';

type Given = { title: string; codes: readonly NamedCode[]; change: (codes: NamedCode[]) => void };

/** One list of codes with their names for patrons. */
export const NamedCodes = ({ title, codes, change }: Given) => {
  const t = useTranslate();
  const set = (at: number, part: Partial<NamedCode>): void =>
    change(codes.map((one, place) => (place === at ? { ...one, ...part } : one)));
  return (
    <Panel title={title} count={codes.length}>
      <div className="stack">
        {codes.length === 0 && <p className="quiet">{t('names.none')}</p>}
        {codes.map(({ code, name }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a code is typed in its row.
          <div key={at} className="row">
            <TextInput
              size="sm"
              aria-label={t('names.of', { what: t('names.code'), number: at + 1 })}
              placeholder={t('names.code')}
              maxLength={200}
              value={code}
              onChange={({ currentTarget }) => set(at, { code: currentTarget.value })}
            />
            <TextInput
              size="sm"
              aria-label={t('names.of', { what: t('names.name'), number: at + 1 })}
              placeholder={t('names.name')}
              maxLength={100}
              value={name}
              onChange={({ currentTarget }) => set(at, { name: currentTarget.value })}
            />
            <Button
              size="xs"
              variant="default"
              aria-label={t('names.remove-one', { code: code || String(at + 1) })}
              onClick={() => change(codes.filter((_, place) => place !== at))}
            >
              {t('names.remove')}
            </Button>
          </div>
        ))}
        <p>
          <Button
            size="sm"
            variant="default"
            aria-label={`${t('names.add')}: ${title}`}
            onClick={() => change([...codes, { code: '', name: '' }])}
          >
            {t('names.add')}
          </Button>
        </p>
      </div>
    </Panel>
  );
};
