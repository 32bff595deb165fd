import type { Doc } from './pdf-document.ts';
import { MM } from './sheet.ts';

/** The margins of a page, and the height of its foot. */
export const EDGE = 20 * MM;
const FOOT = 10 * MM;

export const BLACK = '#000000';
export const GREY = '#555555';

type Element = PDFKit.PDFStructureElement;
type Place = { x: number; y: number; width: number };
/** How a text is set: its size, colour, alignment, the most lines, and whether it is bold. */
export type Setting = {
  size?: number;
  colour?: string;
  align?: 'left' | 'right';
  lines?: number;
  isBold?: boolean;
};

/** A cell of a row: its text, the width of its column as a part of the row, and how it is set. */
export type RowCell = Setting & { text: string; part: number; isHead?: boolean };

/**
 * Returns a cursor that draws down the pages of a tagged PDF: each text belongs to an element of the structure that a screen reader
 * reads, and lines and boxes are decoration.
 */
export const taggedDrawing = (doc: Doc) => {
  const root = doc.struct('Document');
  doc.addStructure(root);
  let parent: Element = root;
  const at = { y: EDGE };
  const width = (): number => doc.page.width - 2 * EDGE;

  const decoration = (draw: () => void): void => {
    doc.markContent('Artifact', { type: 'Layout' });
    draw();
    doc.endMarkedContent();
  };

  /** Fills a box across the page; drawn as decoration. */
  const box = (y: number, height: number): void => {
    doc.rect(EDGE, y, width(), height).fill('#eef3f8');
  };

  /** Writes a text in its colour; the one font is made bold by its own outline. */
  const write = (text: string, place: Place & { height: number }, setting: Setting): void => {
    const { size = 9, colour = BLACK, align = 'left', isBold = false } = setting;
    doc.fontSize(size).fillColor(colour);
    if (isBold) doc.strokeColor(colour).lineWidth(size / 30);
    const { x, y, width: most, height } = place;
    doc.text(text, x, y, { width: most, height, align, ellipsis: true, fill: true, stroke: isBold });
  };

  /** The head of the current table, which is repeated on its further pages. */
  let head: readonly RowCell[] = [];

  /** Repeats the head of the current table at the top of a page, as decoration: a screen reader has read it. */
  const repeatHead = (): void => {
    if (head.length === 0) return;
    const lineHeights = head.map(({ size = 9 }) => doc.fontSize(size).currentLineHeight(true));
    const height = Math.max(...lineHeights);
    decoration(() => {
      let x = EDGE;
      for (const { text, part, isHead: _, ...setting } of head) {
        const most = part * width();
        write(
          text,
          { x: setting.align === 'right' ? x + 6 : x, y: at.y, width: most - 6, height: height + 0.5 },
          setting,
        );
        x += most;
      }
    });
    at.y += height + 2;
  };

  /** Begins a new page when the height does not fit. */
  const reserve = (height: number): number => {
    if (at.y + height > doc.page.height - EDGE - FOOT) {
      doc.addPage();
      at.y = EDGE;
      repeatHead();
    }
    return at.y;
  };

  /** Draws into an element within the current one. */
  const within = (tag: string, draw: () => void): void => {
    const outer = parent;
    parent = doc.struct(tag);
    outer.add(parent);
    draw();
    parent = outer;
  };

  /** Writes a text at a place, as an element; returns the y position below it. */
  const put = (tag: string, text: string, { x, y, width: most }: Place, setting: Setting = {}): number => {
    const { size = 9, lines = 1 } = setting;
    doc.fontSize(size);
    const line = doc.currentLineHeight(true);
    const height = Math.min(lines * line, Math.max(line, doc.heightOfString(text, { width: most })));
    const element = doc.struct(tag, {}, () => {
      write(text, { x, y, width: most, height: height + 0.5 }, setting);
    });
    parent.add(element);
    return y + height;
  };

  /** Writes a text across the page. */
  const line = (tag: string, text: string, setting: Setting & { below?: number } = {}): void => {
    const { size = 9, lines = 1, below = 2 } = setting;
    doc.fontSize(size);
    const most = lines * doc.currentLineHeight(true);
    const height = Math.min(most, doc.heightOfString(text, { width: width() }));
    const y = reserve(Math.max(size * 1.4 * Math.min(lines, 2), height));
    at.y = put(tag, text, { x: EDGE, y, width: width() }, setting) + below;
  };

  /** Returns the height of a row of a table. */
  const heightOf = (cells: readonly RowCell[]): number => {
    const heights = cells.map(({ text, part, size = 9, lines = 1 }) => {
      doc.fontSize(size);
      const most = lines * doc.currentLineHeight(true);
      return Math.min(most, doc.heightOfString(text === '' ? ' ' : text, { width: part * width() - 6 }));
    });
    return Math.max(...heights);
  };

  /** Writes a row of a table, above a thin line when it is a sum. */
  const row = (
    cells: readonly RowCell[],
    { isSum = false, below = 2 }: { isSum?: boolean; below?: number } = {},
  ): void => {
    const height = heightOf(cells);
    const top = reserve(height + 4);
    if (isSum)
      decoration(() =>
        doc
          .moveTo(EDGE, top)
          .lineTo(EDGE + width(), top)
          .lineWidth(0.5)
          .strokeColor('#888888')
          .stroke(),
      );
    const y = isSum ? top + 3 : top;
    within('TR', () => {
      let x = EDGE;
      for (const { text, part, isHead, ...setting } of cells) {
        const most = part * width();
        const left = setting.align === 'right' ? x + 6 : x;
        const own = { isBold: isSum, ...setting };
        if (text !== '') put(isHead ? 'TH' : 'TD', text, { x: left, y, width: most - 6 }, own);
        else parent.add(doc.struct('TD'));
        x += most;
      }
    });
    at.y = y + height + below;
  };

  /** Draws a table with a head that is repeated on each of its pages. */
  const table = (cells: readonly RowCell[], draw: () => void): void =>
    within('Table', () => {
      row(cells);
      head = cells;
      draw();
      head = [];
    });

  /** Writes a text at the foot of each page, when all are drawn. */
  const feet = (textOf: (page: number, pages: number) => string): void => {
    const { start, count } = doc.bufferedPageRange();
    for (let page = start; page < start + count; page += 1) {
      doc.switchToPage(page);
      doc.markContent('Artifact', { type: 'Pagination' });
      doc.fontSize(7.5).fillColor(GREY);
      doc.text(textOf(page - start + 1, count), EDGE, doc.page.height - EDGE + 2, {
        width: width(),
        align: 'center',
        lineBreak: false,
      });
      doc.endMarkedContent();
    }
  };

  return { at, width, reserve, table, decoration, box, put, line, heightOf, row, feet, end: () => root.end() };
};
export type Drawing = ReturnType<typeof taggedDrawing>;
