export { readAllDocuments } from '../use-cases/read-all-documents.ts';
