export { oaiDublinCore } from '../domain/harvest/dublin-core.ts';
