import { handle } from '../../../../layers/platform/http/handle.ts';
import { booksFileDeps } from '../../deps.ts';
import { printBooks } from '../../use-cases/print-books.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, booksFileDeps, ({ body, now }, deps) => printBooks(deps, { ...body, now }));
