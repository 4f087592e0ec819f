import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import type { Letter } from './mail-text.ts';

export type Envelope = Letter & {
  to: string;
  /** the same for the same letter, so that a mail program shows a second copy once */
  messageId: string;
};

/** Takes a letter away. @throws when it was certainly not taken */
export type Post = { send: (letter: Envelope) => Promise<void>; close: () => void };

export type PostOptions = {
  /** null: letters become files */
  smtpUrl: string | null;
  from: string;
  /** where files go */
  folder: string;
};

/** Sends by SMTP, or keeps each letter as a file that any mail program opens. */
export function openPost({ smtpUrl, from, folder }: PostOptions): Post {
  const headers = { 'Auto-Submitted': 'auto-generated', Precedence: 'bulk' };
  if (smtpUrl === null) {
    const printer = createTransport({ streamTransport: true, buffer: true });
    return {
      send: async ({ messageId, ...letter }) => {
        const { message } = await printer.sendMail({ ...letter, from, messageId, headers });
        await mkdir(folder, { recursive: true });
        const name = messageId.replace(/[^\w.@-]/g, '');
        const path = join(folder, `${name}.eml`);
        // whole or not at all; the same letter is the same file
        await writeFile(`${path}.part`, message as Buffer, { mode: 0o600 });
        await rename(`${path}.part`, path);
      },
      close: () => undefined,
    };
  }
  // a server that hangs must not hold the others' letters for long (milliseconds)
  const transport = createTransport(smtpUrl, { from, headers });
  return {
    send: async (letter) => {
      await transport.sendMail(letter);
    },
    close: () => transport.close(),
  };
}

/** Is it the server that failed rather than this one letter: then the others wait for the next run too? */
export function isServerFailure(error: unknown): boolean {
  const { code, responseCode } = error as { code?: string; responseCode?: number };
  if (code === 'EENVELOPE' || code === 'EMESSAGE') return responseCode === 421;
  return true;
}

/** What may be said of a failure in a log: codes, never an address. */
export function failureWords(error: unknown): string {
  const { code, responseCode } = error as { code?: string; responseCode?: number };
  return [code ?? 'unknown', responseCode].filter((part) => part !== undefined).join(' ');
}
