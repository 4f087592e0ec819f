import type { ApiContext } from '#app/identity/api.server.ts';
import { InvalidInput } from '#app/kernel/rejection.ts';
import { readLimits } from '#app/ledger/table-read.ts';

/** How the API describes a body that is one file. */
export const fileBody = {
  required: true,
  content: {
    'multipart/form-data': {
      schema: {
        type: 'object' as const,
        properties: { file: { type: 'string' as const, format: 'binary' } },
        required: ['file'],
      },
    },
    'text/csv': { schema: { type: 'string' as const } },
  },
};

/**
 * The file of a request: a field of a form, or the body itself.
 * @throws InvalidInput `table.too-large`, `realisation.no-file`
 */
export async function sentFile(c: ApiContext): Promise<{ bytes: Uint8Array; name: string }> {
  const size = Number(c.req.header('content-length') ?? 0);
  if (size > readLimits.fileBytes + 1024 ** 2) {
    const params = { file: 'The file', megabytes: readLimits.fileBytes / 1024 ** 2 };
    throw new InvalidInput([{ path: 'body', code: 'table.too-large', params }]);
  }
  if (!c.req.header('content-type')?.startsWith('multipart/form-data')) {
    return { bytes: new Uint8Array(await c.req.arrayBuffer()), name: 'upload.csv' };
  }
  const { file } = await c.req.parseBody();
  if (!(file instanceof File)) {
    throw new InvalidInput([{ path: 'file', code: 'realisation.no-file', params: {} }]);
  }
  return { bytes: new Uint8Array(await file.arrayBuffer()), name: file.name };
}
