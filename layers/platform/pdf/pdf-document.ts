import PDFDocument from 'pdfkit';
import type { PaperSize } from '../../kernel/text/paper-size.ts';
import { letterFont } from './font-file.ts';

export type Doc = PDFKit.PDFDocument;

/** The settings of a document: paper, language, title, date (ISO instant), and whether its structure is tagged for screen readers. */
type Made = { size: PaperSize; language: string; title: string; madeAt: string; isTagged?: boolean };

/** Returns the drawing as the bytes of a PDF: deterministic, without the current time or random values. */
export const pdfOf = (
  { size, language, title, madeAt, isTagged = false }: Made,
  draw: (doc: Doc) => void,
): Promise<Uint8Array> =>
  new Promise((resolve, reject) => {
    // Without an explicit font the library reads a standard font from a file that is not in the bundle.
    const doc = new PDFDocument({
      ...{ size, margin: 0, font: letterFont() as unknown as string, lang: language.slice(0, 2) },
      ...(isTagged && { tagged: true, displayTitle: true, pdfVersion: '1.7' as const, bufferPages: true }),
      info: { Title: title, Creator: 'Concord', Producer: 'Concord', CreationDate: new Date(madeAt) },
    });
    const chunks: Buffer[] = [];
    doc.on('data', (chunk: Buffer) => chunks.push(chunk));
    doc.on('end', () => resolve(Buffer.concat(chunks)));
    doc.on('error', reject);
    draw(doc);
    doc.end();
  });
