import { Fragment, type ReactNode } from 'react';
import type { Flow, FlowBlock } from '#app/render/flow.ts';
import type { Inline, Note } from '#app/render/report.ts';
import { Link } from '#app/ui/link.tsx';
import { ReportTable } from './report-table.tsx';

/* A whole report on a page: the same tree that every file is made of. */

/** The contents at the side: chapters and what stands directly below them. */
export function ReportContents({ flow }: { flow: Pick<Flow, 'blocks'> }) {
  const heads = flow.blocks.flatMap((block) => (block.kind === 'heading' && block.level <= 2 ? [block] : []));
  return (
    <ol className="report-toc">
      {heads.map(({ id, level, inlines }) => (
        <li key={id} className={`level-${level}`}>
          <a href={`#${id}`}>{inlines.map((inline) => inline.text).join('')}</a>
        </li>
      ))}
    </ol>
  );
}

/** The blocks of a report; its first heading is one below the page's own. */
export function ReportView({ flow }: { flow: Pick<Flow, 'blocks'> }) {
  return (
    <div className="report-view">
      {flow.blocks.map((block, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the blocks of a report have no identity but their place
        <Block key={index} block={block} />
      ))}
    </div>
  );
}

function Block({ block }: { block: FlowBlock }): ReactNode {
  switch (block.kind) {
    case 'heading': {
      const Heading = `h${Math.min(6, block.level + 1)}` as 'h2' | 'h3' | 'h4' | 'h5' | 'h6';
      return (
        <Heading id={block.id}>
          <Inlines inlines={block.inlines} />
        </Heading>
      );
    }
    case 'paragraph':
      return (
        <p className="said">
          <Inlines inlines={block.inlines} />
        </p>
      );
    case 'list': {
      const List = block.ordered ? 'ol' : 'ul';
      return (
        <List className="said">
          {block.items.map((item, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the items of a list have no identity but their place
            <li key={index}>
              <Blocks blocks={item} />
            </li>
          ))}
        </List>
      );
    }
    case 'quote':
      return (
        <figure className="report-quote">
          <blockquote>
            <Blocks blocks={block.blocks} />
          </blockquote>
          <figcaption>
            <Inlines inlines={block.source} />
          </figcaption>
        </figure>
      );
    case 'table':
      return <ReportTable table={block.table} notePrefix={block.id} />;
    case 'notes':
      return <Footnotes title={block.title} notes={block.notes} />;
    case 'figure':
      return (
        <figure className="report-figure">
          <img src={`data:image/svg+xml,${encodeURIComponent(block.svg)}`} alt={block.alt} />
          {block.caption ? <figcaption>{block.caption}</figcaption> : null}
        </figure>
      );
    case 'keyFigures':
      return (
        <dl className="report-keys">
          {block.figures.map(({ label, value, note }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>
                {value}
                {note ? <small>{note}</small> : null}
              </dd>
            </div>
          ))}
        </dl>
      );
  }
}

function Blocks({ blocks }: { blocks: readonly FlowBlock[] }) {
  // biome-ignore lint/suspicious/noArrayIndexKey: the blocks of a report have no identity but their place
  return blocks.map((block, index) => <Block key={index} block={block} />);
}

function Footnotes({ title, notes }: { title?: string; notes: readonly Note[] }) {
  return (
    <div className="report-notes">
      {title ? <p className="report-notes-title">{title}</p> : null}
      <ol>
        {notes.map(({ mark, inlines }) => (
          <li key={mark} id={`note-${mark}`} value={Number(mark) || undefined}>
            <Inlines inlines={inlines} />
          </li>
        ))}
      </ol>
    </div>
  );
}

function Inlines({ inlines }: { inlines: readonly Inline[] }): ReactNode {
  return inlines.map((inline, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the runs of a text have no identity but their place
    <Fragment key={index}>
      {looked(inline)}
      {inline.mark ? (
        <sup className="report-mark">
          <a href={`#note-${inline.mark}`}>{inline.mark}</a>
        </sup>
      ) : null}
    </Fragment>
  ));
}

function looked({ text, bold, italic, href }: Inline): ReactNode {
  let shown: ReactNode = text.split('\n').map((line, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a text have no identity but their place
    <Fragment key={index}>
      {index > 0 ? <br /> : null}
      {line}
    </Fragment>
  ));
  if (italic) shown = <em>{shown}</em>;
  if (bold) shown = <strong>{shown}</strong>;
  if (!href) return shown;
  if (href.startsWith('/')) return <Link href={href}>{shown}</Link>;
  return (
    <a href={href} rel="noopener nofollow">
      {shown}
    </a>
  );
}
