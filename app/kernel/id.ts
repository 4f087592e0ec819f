import { randomBytes } from 'node:crypto';

let last = 0;
let counter = 0;

/**
 * A new UUID version 7 (RFC 9562): made by the application, ordered by time. Those of one millisecond count up
 * (6.2, method 1), so that what one process makes keeps the order in which it was made.
 */
export function newId(): string {
  const bytes = randomBytes(16);
  const now = Date.now();
  if (now > last) {
    last = now;
    counter = bytes.readUInt16BE(6) & 0x07ff; // the upper half is left to count in
  } else if (++counter > 0x0fff) {
    last += 1;
    counter = 0;
  }
  bytes.writeUIntBE(last, 0, 6);
  bytes.writeUInt16BE(0x7000 | counter, 6);
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
