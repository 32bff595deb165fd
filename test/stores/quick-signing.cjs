// DynamoDB Local reads who signed a request, and does not verify the signature: store tests omit it, which is a twelfth of their time.
// The tests of the deployed stack sign for real.
const { SignatureV4 } = require('@smithy/signature-v4');

const signer = 'Credential=test/20260101/us-east-1/dynamodb/aws4_request, SignedHeaders=host, Signature=0';
SignatureV4.prototype.signRequest = async (request) => {
  request.headers.authorization = `AWS4-HMAC-SHA256 ${signer}`;
  return request;
};
