import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { type ChangeEvent, useState } from 'react';
import { FailedNotice, Waiting } from '../../../components/states.tsx';
import { useTranslate } from '../../../i18n/translate.ts';
import { MemberPage } from '../shared/member-page.tsx';
import { type LabelKind, labelKinds } from './label.tsx';
import { MOST, useBatchBarcodes, useLabelItems } from './label-items.ts';
import './labels.css';
import { type Layout, layouts, Sheets } from './sheets.tsx';

const route = getRouteApi('/labels');

const layoutNames = Object.keys(layouts) as Layout[];

const listed = (text: string): string[] => [...new Set(text.split(/[\s,;]+/).filter((one) => one !== ''))];

type Begun = { barcodes: readonly string[]; isCut: boolean };

const Choices = ({ memberId, begun }: { memberId: string; begun: Begun }) => {
  const t = useTranslate();
  const [text, setText] = useState(begun.barcodes.join('\n'));
  // Read when a barcode is complete: scanners end each with Enter.
  const [wanted, setWanted] = useState(begun.barcodes);
  const [kind, setKind] = useState<LabelKind>('barcode');
  const [layout, setLayout] = useState<Layout>('a4-24');
  const [first, setFirst] = useState('1');
  const labelled = wanted.slice(0, MOST);
  const { items, missing, failed, error, again, isPending } = useLabelItems(memberId, labelled, kind === 'pocket');
  const perSheet = layouts[layout];
  const used = perSheet === 0 ? 0 : Math.min(Math.max(1, Number(first) || 1), perSheet) - 1;
  const type = ({ currentTarget: { value }, nativeEvent }: ChangeEvent<HTMLTextAreaElement>): void => {
    setText(value);
    if (nativeEvent instanceof InputEvent && nativeEvent.inputType === 'insertFromPaste') setWanted(listed(value));
  };
  return (
    <>
      <div className="label-choices stack">
        <Textarea
          {...{ label: t('labels.barcodes'), description: t('labels.barcodes-meaning'), value: text }}
          {...{ rows: 6, autoFocus: true, className: 'label-barcodes' }}
          onChange={type}
          onBlur={() => setWanted(listed(text))}
          onKeyDown={({ key }) => key === 'Enter' && setWanted(listed(text))}
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
          <Button disabled={items.length === 0 || isPending} onClick={() => window.print()}>
            {t('labels.print', { count: items.length })}
          </Button>
        </div>
        {(wanted.length > MOST || begun.isCut) && (
          <p className="notice notice-warn" role="status">
            {t('labels.cut', { most: MOST })}
          </p>
        )}
        {error && (
          <FailedNotice thrown={error} again={again}>
            <p>{t('labels.failed', { barcodes: failed.join(', ') })}</p>
          </FailedNotice>
        )}
        {missing.length > 0 && (
          <p className="notice notice-warn" role="status">
            {t('labels.missing', { barcodes: missing.join(', ') })}
          </p>
        )}
      </div>
      <Sheets items={items} kind={kind} layout={layout} used={used} />
    </>
  );
};

const Whole = ({ memberId, batchId }: { memberId: string; batchId: string | undefined }) => {
  const { data, error, refetch } = useBatchBarcodes(memberId, batchId);
  if (error) return <FailedNotice thrown={error} again={() => void refetch()} />;
  if (batchId !== undefined && !data) return <Waiting rows={3} height={40} />;
  return <Choices memberId={memberId} begun={data ?? { barcodes: [], isCut: false }} />;
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
