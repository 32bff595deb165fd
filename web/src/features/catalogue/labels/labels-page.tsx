import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { FailedNotice, Waiting } from '../../../components/states.tsx';
import { useTranslate } from '../../../i18n/translate.ts';
import { MemberPage } from '../shared/member-page.tsx';
import { Label, type LabelKind, labelKinds } from './label.tsx';
import { useBatchBarcodes, useLabelItems } from './label-items.ts';
import './labels.css';

const route = getRouteApi('/labels');

/** The sheets and rolls: labels a sheet of A4, or one after another. */
const layouts = { 'a4-24': 24, 'a4-65': 65, 'roll-50': 0, 'roll-25': 0 } as const;
type Layout = keyof typeof layouts;
const layoutNames = Object.keys(layouts) as Layout[];

const listed = (text: string): string[] => [...new Set(text.split(/[\s,;]+/).filter((one) => one !== ''))];

const Choices = ({ begun }: { begun: readonly string[] }) => {
  const t = useTranslate();
  const [text, setText] = useState(begun.join('\n'));
  const [kind, setKind] = useState<LabelKind>('barcode');
  const [layout, setLayout] = useState<Layout>('a4-24');
  const [first, setFirst] = useState('1');
  const { items, missing, isPending } = useLabelItems(listed(text), kind === 'pocket');
  const perSheet = layouts[layout];
  const used = perSheet === 0 ? 0 : Math.min(Math.max(1, Number(first) || 1), perSheet) - 1;
  const inOrder = listed(text).flatMap((barcode) => items.find((item) => item.barcode === barcode) ?? []);
  return (
    <>
      <div className="label-choices stack">
        <Textarea
          {...{ label: t('labels.barcodes'), description: t('labels.barcodes-meaning'), value: text }}
          {...{ rows: 6, autoFocus: true, className: 'label-barcodes' }}
          onChange={({ currentTarget }) => setText(currentTarget.value)}
        />
        <div className="label-settings">
          <NativeSelect
            {...{ size: 'sm', label: t('labels.kind'), value: kind }}
            data={labelKinds.map((value) => ({ value, label: t(`labels.${value}`) }))}
            onChange={({ currentTarget }) => setKind(currentTarget.value as LabelKind)}
          />
          <NativeSelect
            {...{ size: 'sm', label: t('labels.layout'), value: layout }}
            data={layoutNames.map((value) => ({ value, label: t(`labels.${value}`) }))}
            onChange={({ currentTarget }) => setLayout(currentTarget.value as Layout)}
          />
          {perSheet > 0 && (
            <TextInput
              {...{ size: 'sm', label: t('labels.first'), value: first, maxLength: 2, inputMode: 'numeric' }}
              onChange={({ currentTarget }) => setFirst(currentTarget.value)}
            />
          )}
          <Button disabled={inOrder.length === 0 || isPending} onClick={() => window.print()}>
            {t('labels.print', { count: inOrder.length })}
          </Button>
        </div>
        {missing.length > 0 && (
          <p className="notice notice-warn" role="status">
            {t('labels.missing', { barcodes: missing.join(', ') })}
          </p>
        )}
      </div>
      <ul className={`labels labels-${layout} labels-of-${kind}`} aria-label={t('labels.title')}>
        {Array.from({ length: used }, (_, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the used places of a sheet are alike.
          <li key={`used ${i}`} className="label label-used" aria-hidden="true" />
        ))}
        {inOrder.map((item) => (
          <Label key={item.itemId} item={item} kind={kind} />
        ))}
      </ul>
    </>
  );
};

const Whole = ({ memberId, batchId }: { memberId: string; batchId: string | undefined }) => {
  const { data, error, refetch } = useBatchBarcodes(memberId, batchId);
  if (error) return <FailedNotice thrown={error} again={() => void refetch()} />;
  if (batchId !== undefined && !data) return <Waiting rows={3} height={40} />;
  return <Choices begun={data ?? []} />;
};

/** Prints labels for the spine, the pocket and the barcode of items: scanned, or of a change of many items; on A4 or a roll. */
export const LabelsPage = () => {
  const t = useTranslate();
  const navigate = useNavigate();
  const { member, batch } = route.useSearch();
  return (
    <MemberPage
      title={t('labels.title')}
      meaning={t('labels.meaning')}
      asked={member}
      choose={(memberId) => void navigate({ to: '/labels', search: { member: memberId } })}
    >
      {(memberId) => <Whole key={`${memberId} ${batch}`} memberId={memberId} batchId={batch} />}
    </MemberPage>
  );
};
