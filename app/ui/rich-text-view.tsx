import { Fragment, type ReactNode, useId } from 'react';
import { Notes } from '#app/kernel/rich-note.ts';
import type { RichBlock, RichDocument, RichInline, RichItem, RichMark } from '#app/kernel/rich-text.ts';

/**
 * Stored section text on a page: plain elements, no editor. Whatever a document may hold that we do not
 * know is left out; links are only followed to http, https and mailto. Notes are numbered and stand below it.
 * @param props.level the heading level that the section's own title has; headings in the text follow it
 */
export function RichTextView(props: { document: RichDocument; level?: 2 | 3 | 4 }) {
  const id = useId();
  const numbering = new Notes();
  const { content } = numbering.of(props.document) as RichDocument;
  const notes = numbering.take();
  const how = { id, deeper: (props.level ?? 2) - 2 };
  return (
    <div className="said rich-view">
      {content.map((block, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a frozen document; its blocks have no identity
        <Block key={index} block={block} how={how} />
      ))}
      {notes.length > 0 ? (
        <ol className="rich-notes">
          {notes.map(({ mark, inlines }) => (
            <li key={mark} id={`${id}-${mark}`}>
              {inlines.map((inline) => inline.text).join('')}
            </li>
          ))}
        </ol>
      ) : null}
    </div>
  );
}

/** Headings so much deeper; and the beginning of the ids of its notes. */
type How = { deeper: number; id: string };

function Block({ block, how }: { block: RichBlock; how: How }): ReactNode {
  switch (block.type) {
    case 'paragraph':
      return (
        <p>
          <Inline content={block.content} how={how} />
        </p>
      );
    case 'heading': {
      const Heading = `h${block.attrs.level + how.deeper}` as 'h3' | 'h4' | 'h5' | 'h6';
      return (
        <Heading>
          <Inline content={block.content} how={how} />
        </Heading>
      );
    }
    case 'bulletList':
      return <ul>{block.content.map((item, index) => itemOf(item, index, how))}</ul>;
    case 'orderedList':
      return (
        <ol start={block.attrs?.start}>{block.content.map((item, index) => itemOf(item, index, how))}</ol>
      );
    default:
      return null;
  }
}

function itemOf(item: RichItem, key: number, how: How): ReactNode {
  return (
    <li key={key}>
      {item.content.map((block, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a frozen document; its blocks have no identity
        <Block key={index} block={block} how={how} />
      ))}
    </li>
  );
}

function Inline({ content, how }: { content: RichInline[] | undefined; how: How }): ReactNode {
  return (content ?? []).map((part, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a frozen document; its parts have no identity
    <Fragment key={index}>
      {part.type === 'hardBreak' ? <br /> : part.type === 'text' ? marked(part, how) : null}
    </Fragment>
  ));
}

type NoteMark = { type: 'note'; attrs: { mark: string } };

function marked(part: Extract<RichInline, { type: 'text' }>, { id }: How): ReactNode {
  let shown: ReactNode = part.text;
  for (const mark of (part.marks ?? []) as (RichMark | NoteMark)[]) {
    if (mark.type === 'bold') shown = <strong>{shown}</strong>;
    else if (mark.type === 'italic') shown = <em>{shown}</em>;
    else if (mark.type === 'link' && /^(https?:\/\/|mailto:)/i.test(mark.attrs.href)) {
      shown = (
        <a href={mark.attrs.href} rel="noopener nofollow">
          {shown}
        </a>
      );
    } else if (mark.type === 'note') {
      shown = (
        <>
          {shown}
          <sup className="rich-mark">
            <a href={`#${id}-${mark.attrs.mark}`}>{mark.attrs.mark}</a>
          </sup>
        </>
      );
    }
  }
  return shown;
}
