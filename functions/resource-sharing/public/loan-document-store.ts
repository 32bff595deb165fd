export { loanDocumentStore } from '../data/loan-document-store.ts';
