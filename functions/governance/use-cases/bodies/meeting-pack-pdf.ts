import type { PaperSize } from '../../../../layers/kernel/text/paper-size.ts';
import { pdfOf } from '../../../../layers/platform/pdf/pdf-document.ts';
import { type Drawing, GREY, taggedDrawing } from '../../../../layers/platform/pdf/tagged-drawing.ts';
import type { MeetingPack } from '../../domain/bodies/meeting-pack.ts';

/** The most lines of a paragraph: more than the longest one needs. */
const LINES = 50;
/** The room that a heading needs, so that its first paragraph is on the same page. In points. */
const WITH_HEADING = 50;

const drawn = (drawing: Drawing, { title, about, parts }: MeetingPack): void => {
  drawing.line('H1', title, { size: 17, isBold: true, lines: 3, below: 6 });
  for (const text of about) drawing.line('P', text, { size: 10, colour: GREY, lines: 2 });
  for (const { heading, level, paragraphs } of parts) {
    drawing.at.y += level === 1 ? 10 : 4;
    drawing.reserve(WITH_HEADING);
    drawing.line(level === 1 ? 'H2' : 'H3', heading, {
      ...{ size: level === 1 ? 13 : 10.5, isBold: true, lines: 6, below: 4 },
    });
    for (const text of paragraphs) drawing.line('P', text, { size: 10, lines: LINES, below: 5 });
  }
  drawing.feet((page, pages) => `${title} · ${page} / ${pages}`);
  drawing.end();
};

/** Returns a meeting pack as a tagged PDF: the same pack and instant give the same bytes. */
export const meetingPackPdf = (
  pack: MeetingPack,
  { size, language, madeAt }: { size: PaperSize; language: string; madeAt: string },
): Promise<Uint8Array> =>
  pdfOf({ size, language, title: pack.title, madeAt, isTagged: true }, (doc) => drawn(taggedDrawing(doc), pack));
