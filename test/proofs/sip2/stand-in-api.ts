import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** How long the stand-in takes for a checkout, in ms: about what the deployed operation takes warm. */
const WORK_MILLIS = 40;

const token = `e30.${Buffer.from(JSON.stringify({ member: 'riverton', branch: 'riverton.main' })).toString('base64url')}.x`;
const loan = { loanId: 'lon_1', barcode: '31234000123456', title: 'Emma', due: '2026-12-15T04:59:59.000Z' };

// Stands in for Concord where only the time that a gateway adds is measured: it prints its port.
const server = createServer((request, response) => {
  request.resume();
  request.on('end', () => {
    if (request.url === '/v1/membership/tokens') {
      response.end(JSON.stringify({ access_token: token, token_type: 'Bearer', expires_in: 900 }));
    } else setTimeout(() => response.end(JSON.stringify({ loan })), WORK_MILLIS);
  });
});
server.listen(0, '127.0.0.1', () => console.log((server.address() as AddressInfo).port));
