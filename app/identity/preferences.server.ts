export type Theme = 'light' | 'dark';

/** The colour scheme that the reader chose, or null to follow the device. */
export function themeOf(request: Request): Theme | null {
  const match = request.headers.get('cookie')?.match(/(?:^|; )akkoord-theme=(light|dark)(?:;|$)/);
  return (match?.[1] as Theme | undefined) ?? null;
}
