import { useText } from '#app/ui/text.tsx';

type Base = { document: string; title: string; number: number };

/** What the earlier version is called: by its number, and by its title where it is another document. */
export function useBaseName({ head, base }: { head: { code: string }; base: Base | null }): string {
  const text = useText();
  if (!base) return '';
  const number = String(base.number);
  if (base.document === head.code) return text('plan-change.base.own', { number });
  return text('plan-change.base', { title: base.title, number });
}
