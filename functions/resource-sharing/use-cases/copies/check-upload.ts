import { refuse } from '../../../../layers/platform/http/outcome.ts';
import type { Bucket } from '../../../../layers/platform/objects/object-store.ts';
import { faultOfFile, isFiled } from '../../data/copy-files.ts';
import type { LoanDocumentStore } from '../../data/loan-document-store.ts';
import type { LoanDocument } from '../../domain/copies/loan-document.ts';
import type { uploadRefusals } from '../../schemas/copies.ts';

const faults = {
  'file-missing': 'The file has not been uploaded.',
  'other-size': 'The file is not as large as was said.',
  'other-kind': 'The file is not what its name says.',
};

type Refused = ReturnType<typeof refuse<keyof typeof uploadRefusals>>;
/** Identifies a copy: who uploaded it, for which ask of which request. */
type Meant = { documentId: string; requestId: string; askId: string | undefined; member: string };

/** An uploaded scan after the check of its size, and of its type by its first bytes. */
export const checkUpload = async (
  { documents, bucket }: { documents: Pick<LoanDocumentStore, 'get'>; bucket: Bucket },
  { documentId, requestId, askId, member }: Meant,
): Promise<{ document: LoanDocument } | Refused> => {
  const document = await documents.get(documentId);
  const isOfAsk = document?.requestId === requestId && document.askId === askId;
  if (!document || !isOfAsk || document.supplierMember !== member || !isFiled(document)) {
    return refuse('unknown-document', 'Nothing was uploaded for this ask.', '/body/documentId');
  }
  const fault = await faultOfFile(bucket, document);
  return fault ? refuse(fault, faults[fault], '/body/documentId') : { document };
};
