import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { api, take } from '../api/client.ts';
import { hashOf, numbersOf } from './cover-art/hash.ts';
import { isJournal, type Layout, layoutOf } from './cover-art/layouts.ts';
import { paletteOf } from './cover-art/palettes.ts';
import { pictureOf } from './cover-art/pictures.ts';
import {
  labelTitle,
  largeTitle,
  leadingOf,
  mainTitle,
  type Setting,
  setTitle,
  smallTitle,
  withoutArticle,
} from './cover-art/title-lines.ts';
import './cover.css';

type CoverProps = {
  title: string;
  author?: string | undefined;
  format: string;
  large?: boolean;
  /** Of a record whose real cover, where there is one, hides the drawn one. */
  recordId?: string | undefined;
};

const WIDE = 200;
const heights: Record<string, number> = { video: 276, 'music-recording': 200, 'spoken-recording': 200 };

/** Returns an author's heading without the dates of the author. */
export const withoutDates = (author: string): string => author.replace(/,?\s*\d{4}.*$/, '');

/** Returns an author's name as on a cover: without dates, the given name first. */
const spoken = (author: string): string => {
  const [family = '', given = ''] = withoutDates(author).split(/,\s*/);
  return `${given} ${family}`.trim();
};

/** The middle of a cover beside its spine. */
const MIDDLE = 104;

const titleSetting = (layout: Layout, high: number, large: boolean): Setting =>
  large ? (layout === 'label' ? labelTitle : largeTitle)(high) : smallTitle(high);

const artOf = ({ title, author = '', format, large = false }: CoverProps) => {
  const hash = hashOf(title, author);
  const palette = paletteOf(hash);
  const high = heights[format] ?? 290;
  const layout = layoutOf(format, hash, large);
  const shown = large ? mainTitle(title) : withoutArticle(mainTitle(title));
  const set = setTitle(shown, titleSetting(layout, high, large));
  const taken = set.height + (large && author ? 46 : 24);
  const [from, until] = layout === 'label' ? [0, high] : layout === 'base' ? [0, high - taken] : [taken, high];
  const picture = pictureOf(format, title, hash)(Math.round(until - from), palette, numbersOf(hash));
  const top = { top: 0, base: high - taken, label: Math.round(high * 0.2) }[layout];
  return { palette, high, layout, set, taken, from, until, picture, top };
};
type Art = ReturnType<typeof artOf>;

/** The sign of the format: the spine of a book or disc, the frame of an e-book, the rule under a masthead. */
const FormatSign = ({ format, art: { high, palette, taken } }: { format: string; art: Art }) => (
  <>
    {isJournal(format) && <path d={`M0 ${taken}H${WIDE}`} stroke={palette.second} strokeWidth={7} />}
    {format === 'ebook' && <path d={`M15 7H193V${high - 7}H15z`} fill="none" stroke={palette.title} strokeWidth={2} />}
    <path d={`M0 0H9V${high}H0z`} fill={format === 'video' ? '#000' : '#0003'} />
  </>
);

/** Returns whether there are covers to be asked for, and whom pages name for them. */
export const useCovers = () =>
  useQuery({
    queryKey: ['covers'],
    queryFn: () => take(api.GET('/v1/discovery/cover-credits')),
    staleTime: 60_000,
  });

/**
 * The real cover of a record, from our own origin: pictures from third parties would disclose what is read here. It is there only once it has
 * loaded, because browsers draw a sign over the drawn cover where a title has none.
 */
const RealCover = ({ recordId, large, high }: { recordId: string; large: boolean; high: number }) => {
  const hasCovers = useCovers().data?.hasCovers;
  const address = `/v1/discovery/covers/${recordId}?size=${large ? 'large' : 'small'}`;
  const [loaded, setLoaded] = useState('');
  useEffect(() => {
    if (hasCovers) Object.assign(new Image(), { onload: () => setLoaded(address), src: address });
  }, [hasCovers, address]);
  return loaded === address && <image href={address} width={WIDE} height={high} preserveAspectRatio="xMidYMid slice" />;
};

/**
 * A cover drawn from title, author and format, the same one every time, until the real one is there. Its size is fixed, so that the layout
 * does not shift while the page loads.
 */
export const Cover = ({ title, author = '', format, large = false, recordId }: CoverProps) => {
  const art = useMemo(() => artOf({ title, author, format, large }), [title, author, format, large]);
  const { palette, high, layout, set, taken, from, until, picture, top } = art;
  const at = layout === 'label' ? { x: MIDDLE, textAnchor: 'middle' as const } : { x: 22 };
  return (
    <svg className={large ? 'cover cover-large' : 'cover'} viewBox={`0 0 ${WIDE} ${high}`} aria-hidden="true">
      <rect width={WIDE} height={high} fill={palette.ground} />
      <svg y={from} width={WIDE} height={until - from} aria-hidden="true">
        {picture.map(({ d, fill = 'none', stroke, width }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the outlines of a work never change.
          <path key={index} d={d} fill={fill} {...(stroke && { stroke, strokeWidth: width })} />
        ))}
      </svg>
      {layout === 'base' && <path d={`M0 ${top}H${WIDE}`} stroke={palette.title} strokeWidth={5} />}
      {layout === 'label' && (
        // A thin frame inside a panel in the colour of the ground.
        <>
          <path d={`M26 ${top}H182v${taken + 8}H26z`} fill={palette.ground} />
          <path d={`M31 ${top + 5}H177v${taken - 2}H31z`} fill="none" stroke={palette.title} strokeWidth={1.5} />
        </>
      )}
      <g fill={palette.title} className={large ? 'cover-title' : 'cover-title cover-small'} fontSize={set.size}>
        {set.lines.map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a title never change.
          <text key={index} {...at} y={top + 12 + leadingOf(set.size) * (index + 0.82)}>
            {line}
          </text>
        ))}
      </g>
      {large && author && (
        <text className="cover-author" {...at} y={top + set.height + 34} fill={palette.title}>
          {spoken(author).slice(0, layout === 'label' ? 19 : 26)}
        </text>
      )}
      <FormatSign {...{ format, art }} />
      {recordId && <RealCover {...{ recordId, large, high }} />}
    </svg>
  );
};
