import { tableFormats as formats } from '#app/kernel/download.ts';
import { useText } from './text.tsx';

/** Links to a table as a file, in each format. */
export function TableExports({ href, title, query = '' }: { href: string; title: string; query?: string }) {
  const text = useText();
  return (
    <p className="exports">
      {text('ui.files')}{' '}
      {formats.map((format) => (
        <a
          key={format}
          href={`${href}/export/${format}${query}`}
          aria-label={text('ui.file', { title, format: format.toUpperCase() })}
          download
        >
          {format.toUpperCase()}
        </a>
      ))}
    </p>
  );
}
